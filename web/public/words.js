/** The page's own texts, as the server embedded them: the same catalogue. */

export function createWords(body = document.body) {
  const texts = JSON.parse(body.dataset.words);
  const locale = document.documentElement.lang === "es" ? "es-US" : "en-US";
  const plural = new Intl.PluralRules(locale);
  const say = (key, values = {}) => {
    const found = texts[`browser.${key}`];
    const text = typeof found === "string" ? found : (found[plural.select(values.n)] ?? found.other);
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  };
  return { say, locale };
}
