/** Rows of a monthly pack as a table; the panel and the printed pack show the same. */
import { classOfZ } from "../core/compare.js";
import { el, svg } from "./dom.js";

const [WIDTH, HEIGHT] = [64, 18];

export const packRange = ({ low, high }, { t, format }) => t("compare.range", { low: format.number(Math.round(low)), high: format.number(Math.round(high)) });

/** The days that the pack counts, in words. */
export function packPeriod({ spans }, { t, format }) {
  const period = ([from, until]) => t("count.period", { from: format.day(from), until: format.day(until) });
  return t("pattern.packPeriod", { now: period(spans.now), before: period(spans.before) });
}

/** `leading`: what names a row, "name", "kind" or both. */
export function createPackTable(rows, leading, words, context) {
  const { t } = context;
  const known = rows.some(({ lastYear }) => lastYear !== null);
  const columns = ["now", "usual", "z", "before", "percent", ...(known ? ["year"] : [])];
  return el("div", { class: "wide-table", tabindex: "0", role: "group", "aria-label": t("pattern.ask_pack") }, el("table", { class: "change-table pack-table" },
    el("thead", {}, el("tr", {}, [leading.at(-1) === "kind" && leading.length === 1 ? "kind" : "name", ...columns].map((key) => el("th", { scope: "col", text: t(`pattern.pack_${key}`) })))),
    el("tbody", {}, rows.map((row) => line(row, leading, known, words, context)))));
}

function line(row, leading, known, { nameOf, kindOf }, context) {
  const { t, format } = context;
  const title = leading.map((key) => (key === "name" ? nameOf(row) : kindOf(row))).join(": ");
  const percent = (value) => (value === null ? "–" : format.percent(value / 100));
  return el("tr", { class: row.flagged ? "flagged" : "" }, el("th", { scope: "row", text: title }),
    el("td", { text: format.number(row.now) }), el("td", { text: packRange(row, context) }),
    el("td", { class: `z z${classOfZ(row.z)}`, title: row.pAdjusted === null ? null : t("compare.p", { p: format.rate(row.pAdjusted) }) },
      row.flagged && el("span", { "aria-hidden": "true", text: row.z > 0 ? "▲ " : "▼ " }), row.z === null ? "–" : format.signed(row.z),
      row.flagged && el("span", { class: "visually-hidden", text: ` ${t("pattern.standsOut")}` })),
    el("td", {}, spark(row.series)), el("td", { text: percent(row.percent) }),
    known && el("td", { text: t("pattern.packYear", { year: format.number(row.year), percent: percent(row.yearPercent) }) }));
}

/** The periods as a line, the last one as a dot; the figures stand in the row. */
function spark(series) {
  const most = Math.max(1, ...series);
  const place = (count, i) => [2 + (i / (series.length - 1)) * (WIDTH - 4), HEIGHT - 2 - (count / most) * (HEIGHT - 4)];
  const [x, y] = place(series.at(-1), series.length - 1);
  return svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, class: "spark", "aria-hidden": "true" },
    svg("polyline", { points: series.map((count, i) => place(count, i).map((v) => v.toFixed(1)).join(",")).join(" ") }), svg("circle", { cx: x, cy: y, r: 2 }));
}
