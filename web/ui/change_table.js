/** Rows of a comparison: how many now, what is usual, how far off that is. */
import { classOfZ } from "../core/compare.js";
import { el } from "./dom.js";

/** `rows` as /compare gives them; `nameOf(row)` names one; `choose(row)`, where given, makes names into buttons. */
export function createChangeTable(caption, rows, { t, format, nameOf, choose, isChosen, keepOrder = false }) {
  const sorted = keepOrder ? rows : [...rows].sort((a, b) => (b.z ?? 0) - (a.z ?? 0));
  const head = ["name", "now", "usual", "z", "percent"].map((key) => el("th", { scope: "col", text: key === "name" ? caption : t(`compare.${key}`) }));
  return el("table", { class: "change-table" },
    el("caption", { class: "visually-hidden", text: caption }),
    el("thead", {}, el("tr", {}, head)),
    el("tbody", {}, sorted.map((row) => line(row, { t, format, nameOf, choose, isChosen }))));
}

function line(row, { t, format, nameOf, choose, isChosen }) {
  const name = nameOf(row);
  const title = choose
    ? el("button", { type: "button", class: "link", text: name, "aria-pressed": String(isChosen?.(row) ?? false), on: { click: () => choose(row) } })
    : name;
  return el("tr", { class: row.flagged ? "flagged" : "" },
    el("th", { scope: "row" }, title),
    el("td", { text: format.number(row.now) }),
    el("td", { text: t("compare.range", { low: format.number(Math.round(row.low)), high: format.number(Math.round(row.high)) }) }),
    zCell(row, t, format),
    el("td", { text: row.percent === null ? "–" : format.percent(row.percent), title: row.percent === null ? t("compare.noPercent") : null }));
}

function zCell({ z, flagged, pAdjusted }, t, format) {
  if (z === null) return el("td", { text: "–" });
  const word = flagged && t(z > 0 ? "compare.more" : "compare.less");
  const title = pAdjusted === null || pAdjusted === undefined ? null : t("compare.p", { p: format.rate(pAdjusted) });
  return el("td", { class: `z z${classOfZ(z)}`, title }, flagged && el("span", { "aria-hidden": "true", text: z > 0 ? "▲ " : "▼ " }), format.signed(z), word && el("span", { class: "visually-hidden", text: ` ${word}` }));
}
