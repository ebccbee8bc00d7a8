/** How much harm the law sees in what was recorded, in days of sentences, and which offences make most of it. */
import { csvOf } from "../core/csv.js";
import { textOf } from "../core/format.js";
import { el } from "./dom.js";
import { fileButton } from "./series_parts.js";

export function createHarmResult({ result }, context, draw) {
  const { t, format, profile, language } = context;
  const titles = new Map(profile.groups.flatMap((group) => group.offences).map(({ id, title }) => [id, textOf(title, language)]));
  const titleOf = (id) => titles.get(id) ?? id;
  // More than three figures would pretend to know what the range does not.
  const rounded = (value) => format.rate(value);
  const { days, interval, events, largest, leftOut, version } = result;
  draw(null);
  return [
    el("p", { class: "headline-text", text: t("series.saidHarm", { n: events, nText: format.number(events), days: rounded(days), range: t("pattern.between", { low: rounded(interval[0]), high: rounded(interval[1]) }) }) }),
    el("p", { class: "hint", text: t("series.harmMeans") }),
    largest.length > 0 && el("h4", { text: t("series.largest") }),
    el("ul", { class: "harm-bars" }, largest.map(({ offence, days: own, share }) => el("li", {},
      el("span", { class: "name", text: titleOf(offence) }), el("span", { class: "count", text: t("series.harmShare", { days: rounded(own), share: format.share(share) }) }),
      el("span", { class: "harm-part", "aria-hidden": "true", style: { "--part": `${(share * 100).toFixed(1)}%` } })))),
    leftOut.length > 0 && el("p", { class: "hint", text: t("series.leftOut", { n: leftOut.length, nText: format.number(leftOut.length), offences: format.list(leftOut.map(titleOf)) }) }),
    el("p", { class: "hint", text: t("series.harmNote", { version }) }),
    fileButton(csvOf(["offense", "days", "share"], largest.map(({ offence, days: own, share }) => [titleOf(offence), own, share])), "harm", { t, profile }),
  ];
}
