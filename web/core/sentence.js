/** A filter in words, for the page that is printed and the file that is exported. */
import { textOf } from "./format.js";

/** `names`: {area(id) gives a name, offences: [{id, title}]}. Gives phrases, the dates first. */
export function filterPhrases(filters, { profile, areaName, t, format, language }) {
  const phrases = [];
  const { from, until } = filters;
  phrases.push(from || until
    ? t("words.dates", { from: from ? format.day(from) : t("words.beginning"), until: until ? format.day(until) : t("words.end") })
    : t("words.allDates"));
  const groups = profile.groups.filter((group) => filters.groups.includes(group.id)).map((group) => textOf(group.title, language));
  const offences = profile.groups.flatMap((group) => group.offences).filter((offence) => filters.offences.includes(offence.id)).map((offence) => textOf(offence.title, language));
  phrases.push(groups.length + offences.length > 0 ? format.list([...groups, ...offences]) : t("words.allOffences"));
  if (filters.hours.length > 0) phrases.push(format.hours(filters.hours));
  if (filters.weekdays.length > 0) phrases.push(format.weekdays(filters.weekdays));
  phrases.push(filters.areas.length > 0 ? t("words.within", { areas: format.list(filters.areas.map(areaName)) }) : t("words.wholeCity"));
  if (filters.shapes.length > 0) phrases.push(t("words.shapes", { n: filters.shapes.length }));
  phrases.push(t(filters.policeGenerated ? "words.withFound" : "words.reported"));
  return phrases;
}
