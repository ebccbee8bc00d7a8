/** The monthly pack: each area with its count, the range to be expected, z, its earlier periods, and what stands out. */
import { classOfZ } from "../core/compare.js";
import { el, svg } from "./dom.js";
import { createZLegend } from "./z_legend.js";

const [WIDTH, HEIGHT] = [64, 18];

export function createPackResult({ result }, context, draw) {
  const { t, format, escape } = context;
  const { features } = result.features;
  const rows = features.map(({ properties }) => properties).filter(({ series }) => series.some((count) => count > 0)).sort((a, b) => b.z - a.z);
  const flagged = rows.filter((row) => row.flagged).length;
  const range = ({ low, high }) => t("compare.range", { low: format.number(Math.round(low)), high: format.number(Math.round(high)) });
  const card = (row) => el("div", { class: "card" },
    el("div", { class: "card-head" }, el("h2", { tabindex: "-1", text: row.name }), el("button", { type: "button", class: "close", "aria-label": t("app.close"), on: { click: escape } })),
    el("p", { text: t("pattern.packCard", { now: format.number(row.now), range: range(row), z: format.signed(row.z ?? 0) }) }));
  draw({ kind: "cells", features, keyOf: ({ z }) => (Math.abs(classOfZ(z)) < 2 ? 0 : classOfZ(z)), card });
  const line = (row) => el("tr", { class: row.flagged ? "flagged" : "" }, el("th", { scope: "row", text: row.name }),
    el("td", { text: format.number(row.now) }), el("td", { text: range(row) }),
    el("td", { class: `z z${classOfZ(row.z)}` }, row.flagged && el("span", { "aria-hidden": "true", text: row.z > 0 ? "▲ " : "▼ " }), row.z === null ? "–" : format.signed(row.z), row.flagged && el("span", { class: "visually-hidden", text: ` ${t("pattern.standsOut")}` })),
    el("td", {}, spark(row.series)));
  return [
    el("p", { class: "headline-text", text: t("pattern.saidPack", { n: flagged, nText: format.number(flagged), all: format.number(rows.length) }) }),
    createZLegend(t),
    el("table", { class: "change-table pack-table" }, el("caption", { class: "visually-hidden", text: t("pattern.ask_pack") }),
      el("thead", {}, el("tr", {}, ["name", "now", "usual", "z", "before"].map((key) => el("th", { scope: "col", text: t(`pattern.pack_${key}`) })))),
      el("tbody", {}, rows.map(line))),
    el("p", { class: "hint", text: t("pattern.packNote") }),
  ];
}

/** The periods as a line, the last one as a dot; the figures stand in the row. */
function spark(series) {
  const most = Math.max(1, ...series);
  const at = (count, i) => [2 + (i / (series.length - 1)) * (WIDTH - 4), HEIGHT - 2 - (count / most) * (HEIGHT - 4)];
  const [x, y] = at(series.at(-1), series.length - 1);
  return svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, class: "spark", "aria-hidden": "true" },
    svg("polyline", { points: series.map((count, i) => at(count, i).map((v) => v.toFixed(1)).join(",")).join(" ") }), svg("circle", { cx: x, cy: y, r: 2 }));
}
