/** How much of what happens lies in how few places. */
import { csvOf } from "../core/csv.js";
import { curveOf, incidentsIn } from "../core/lorenz.js";
import { el, svg } from "./dom.js";
import { keyMark } from "./series_chart.js";
import { fileButton, seriesRows } from "./series_parts.js";

const SIDE = 200;
const [LEFT, TOP, BOTTOM, RIGHT] = [40, 8, 32, 12];
const MOST_POINTS = 300;
const SHARES = [0.01, 0.05, 0.1, 0.2, 0.5];

export function createConcentratedResult({ asked, result }, context, draw) {
  const { t, format, profile } = context;
  const { gini, generalised, interval, places, total, lorenz, halfShare } = result;
  const said = t("series.saidHalf", { share: format.share(halfShare) });
  const figure = (value) => format.rate(value);
  const kind = asked.inputs.layer.areas ? "areas" : "cells";
  draw(null);
  return [
    el("p", { class: "headline-text", text: said }),
    el("p", { class: "hint", text: t(`series.spread_${kind}`, { n: total, nText: format.number(total), places: format.number(places) }) }),
    curve(lorenz, halfShare, said, context),
    seriesRows(t("series.lorenzTable"), [t("series.column_fullest"), t("series.column_hold")], SHARES.map((share) => [format.share(share), format.share(incidentsIn(lorenz, share))])),
    el("dl", { class: "facts" },
      el("dt", { text: t("series.gini") }), el("dd", { text: figure(gini) }),
      el("dt", { text: t("series.generalised") }), el("dd", { text: interval ? t("series.withRange", { value: figure(generalised), range: t("pattern.between", { low: figure(interval[0]), high: figure(interval[1]) }) }) : figure(generalised) })),
    el("p", { class: "hint", text: t("series.giniNote") }),
    el("p", { class: "hint", text: t("series.generalisedNote") }),
    fileButton(csvOf(["places", "incidents"], lorenz.places.map((share, i) => [share, lorenz.incidents[i]])), "concentrated", { t, profile }),
  ];
}

function curve(lorenz, halfShare, said, { t, format }) {
  const [x, y] = [(share) => LEFT + share * SIDE, (share) => TOP + (1 - share) * SIDE];
  const point = ([place, part]) => `${x(place).toFixed(1)},${y(part).toFixed(1)}`;
  const word = (attributes, text) => {
    const made = svg("text", attributes);
    made.textContent = text;
    return made;
  };
  const ends = [0, 0.5, 1];
  const picture = svg("svg", { viewBox: `0 0 ${LEFT + SIDE + RIGHT} ${TOP + SIDE + BOTTOM}`, class: "series-chart lorenz", role: "img", "aria-label": `${t("series.lorenz")}. ${said}` },
    ends.flatMap((share) => [
      svg("path", { d: `M${x(0)},${y(share)}H${x(1)}M${x(share)},${y(0)}V${y(1)}`, class: "series-grid" }),
      word({ x: LEFT - 4, y: y(share) + 3.5, "text-anchor": "end" }, format.share(share)),
      word({ x: x(share), y: TOP + SIDE + 13, "text-anchor": share === 1 ? "end" : share === 0 ? "start" : "middle" }, format.share(share))]),
    word({ x: LEFT + SIDE / 2, y: TOP + SIDE + 27, "text-anchor": "middle" }, t("series.axisPlaces")),
    svg("path", { d: `M${x(0)},${y(0)}L${x(1)},${y(1)}`, class: "series-line series-equal" }),
    svg("path", { d: `M${curveOf(lorenz, MOST_POINTS).map(point).join("L")}`, class: "series-line series-curve" }),
    svg("path", { d: `M${x(0)},${y(0.5)}H${x(halfShare)}V${y(0)}`, class: "series-line series-half" }),
    svg("circle", { cx: x(halfShare), cy: y(0.5), r: 4, class: "series-dot" }));
  const keys = [["curve", t("series.key_curve")], ["equal", t("series.key_equal")], ["half", t("series.key_half", { share: format.share(halfShare) })]];
  return el("figure", { class: "series" }, picture, el("ul", { class: "series-keys" }, keys.map(([key, name]) => el("li", {}, keyMark(key), el("span", { text: name })))));
}
