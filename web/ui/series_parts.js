/** What results of series have in common: their days in words, a table of some periods, and the file. */
import { daysOfPeriods, periodOf, seriesTable } from "../core/series.js";
import { csvOf } from "../core/csv.js";
import { button, el } from "./dom.js";
import { keepCsv } from "./keep_csv.js";

/** "65 periods of 28 days, from ... to ..." from the place `first` on. */
export function countedWords({ starts }, { t, format }, first = 0) {
  const n = starts.length - first;
  const days = daysOfPeriods(starts);
  return t(days === 7 ? "series.countedWeeks" : "series.counted", { n, nText: format.number(n), days: format.number(days), from: format.day(starts[first]), until: format.day(periodOf(starts, starts.length - 1).until) });
}

/** Rows of texts below titled columns; the first text names the row. A pair is a text and a smaller one below it. */
export function seriesRows(caption, titles, rows) {
  const filled = (tag, attributes, text) => (Array.isArray(text) ? el(tag, attributes, el("span", { text: text[0] }), el("small", { text: text[1] })) : el(tag, { ...attributes, text }));
  return el("div", { class: "wide-table", tabindex: "0", role: "group", "aria-label": caption }, el("table", { class: "change-table series-rows" },
    el("caption", { class: "visually-hidden", text: caption }),
    el("thead", {}, el("tr", {}, titles.map((text) => el("th", { scope: "col", text })))),
    el("tbody", {}, rows.map(([name, ...texts]) => el("tr", {}, filled("th", { scope: "row" }, name), texts.map((text) => filled("td", {}, text)))))));
}

/** The button that keeps a series; `more`: [[column, values], ...]. */
export function seriesFile({ pattern, result }, more, { t, profile }) {
  const { columns, lines } = seriesTable(result, more);
  return fileButton(csvOf(columns, lines), `${pattern.id}-${lines.at(-1)[1]}`, { t, profile });
}

export function fileButton(text, name, { t, profile }) {
  return el("div", { class: "run-line" }, button(t("pattern.packCsv"), () => keepCsv(text, `lamplight-${profile.slug}-${name}`), { class: "quiet" }));
}
