/** Looks up messages. A message is text with {names}, or { one, other } chosen by `n` in the reader's language. */
import deskEn from "./desk.en.js";
import deskEs from "./desk.es.js";
import en from "./en.js";
import es from "./es.js";
import packEn from "./pack.en.js";
import packEs from "./pack.es.js";
import patternsEn from "./patterns.en.js";
import patternsEs from "./patterns.es.js";
import seriesEn from "./series.en.js";
import seriesEs from "./series.es.js";

const CATALOGUES = { en: { ...en, ...deskEn, ...patternsEn, ...packEn, ...seriesEn }, es: { ...es, ...deskEs, ...patternsEs, ...packEs, ...seriesEs } };

export const LANGUAGES = Object.freeze([
  { id: "en", name: "English" },
  { id: "es", name: "Español" },
]);

/** The first of the reader's languages that is known, or English. */
export function languageFrom(preferred) {
  const known = preferred.map((tag) => tag.slice(0, 2)).find((tag) => tag in CATALOGUES);
  return known ?? "en";
}

/** `more`: the catalogues of pages that not everybody loads, by language. */
export function translator(language, more = {}) {
  const messages = { ...CATALOGUES[language], ...more[language] };
  const plural = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const found = messages[key];
    if (found === undefined) throw new Error(`no message "${key}" in ${language}`);
    // "many" (Spanish millions) reads like "other" here: the number is always written in figures.
    const text = typeof found === "string" ? found : (found[plural.select(values.n)] ?? found.other);
    return text.replace(/\{(\w+)\}/g, (_, name) => values[`${name}Text`] ?? values[name] ?? "");
  };
}
