/** What a run found, in words first, then its legend or table, and what is drawn of it on the map. */
import { breaksOf } from "../core/pattern_surface.js";
import { moranClass, tally } from "../core/pattern_words.js";
import { el } from "./dom.js";
import { classLegend, surfaceLegend } from "./pattern_legend.js";
import { createCaughtResult } from "./pattern_caught.js";
import { createConcentratedResult } from "./pattern_concentrated.js";
import { createFairResult } from "./pattern_fair.js";
import { createHarmResult } from "./pattern_harm.js";
import { createNearResult } from "./pattern_near.js";
import { createPackResult } from "./pattern_pack.js";
import { createSeasonResult } from "./pattern_season.js";
import { createShiftResult } from "./pattern_shift.js";
import { createUnusualResult } from "./pattern_unusual.js";

const GI = [3, 2, 1, 0, -1, -2, -3];
const MORAN = ["HH", "LL", "HL", "LH", "none"];
const EMERGING = ["new", "consecutive", "intensifying", "persistent", "diminishing", "sporadic", "oscillating", "historical"];
const MOST_ROWS = 30;

const MAKERS = {
  density, hot: classes, like: classes, emerging: classes, clusters, bursts: clusters, near: createNearResult, caught: createCaughtResult, fair: createFairResult, pack: createPackResult,
  concentrated: createConcentratedResult, unusual: createUnusualResult, shift: createShiftResult, season: createSeasonResult, harm: createHarmResult,
};

/** Gives the parts of the panel; `draw(drawing)` puts it on the map. `run`: {pattern, asked, result}. */
export function createPatternResult(run, context, draw) {
  return MAKERS[run.pattern.id](run, context, draw);
}

const said = (text) => el("p", { class: "headline-text", text });

function density({ result }, context, draw) {
  const { t, format } = context;
  const values = result.density.map((value) => (value === null ? null : value * 1e6));
  const most = values.reduce((a, b) => (b > a ? b : a), 0);
  const breaks = breaksOf(most);
  draw({ kind: "surface", grid: result.grid, values, breaks });
  return [
    said(t("pattern.saidDensity", { n: Math.round(result.integral), nText: format.number(Math.round(result.integral)), most: format.rate(most) })),
    surfaceLegend(breaks, context),
    el("p", { class: "hint", text: t("pattern.legendFixed", { metres: format.number(Math.round(result.bandwidth)), cell: format.number(Math.round(result.grid.cellWidth)) }) }),
  ];
}

/** Places by class, with the switch between the single test and the correction for many. */
function classes({ pattern, result }, context, draw) {
  const { t, format } = context;
  const { features } = result.features;
  const legend = el("div");
  const headline = el("p", { class: "headline-text", role: "status" });
  const keys = { hot: GI, like: MORAN, emerging: [...EMERGING.map((kind) => `${kind} hot spot`), ...EMERGING.map((kind) => `${kind} cold spot`), "no pattern"] }[pattern.id];
  let raw = false;
  const keyOf = (properties) => {
    const level = raw ? properties.rawClass : properties.class;
    return pattern.id === "like" ? moranClass(properties, level) : level;
  };

  function show() {
    const counts = tally(features, keyOf);
    const hot = keys.filter((key) => (typeof key === "number" ? key > 0 : key === "HH" || /hot spot$/.test(key))).reduce((sum, key) => sum + (counts.get(key) ?? 0), 0);
    headline.textContent = t(`pattern.said_${pattern.id}`, { n: hot, nText: format.number(hot), all: format.number(features.length) });
    const rows = keys.filter((key) => pattern.id !== "emerging" || counts.has(key)).map((key) => ({ key, name: nameOfClass(key, t), count: counts.get(key) ?? 0 }));
    legend.replaceChildren(classLegend(rows, context));
    draw({ kind: "cells", features, keyOf, card: (properties) => placeCard(pattern, properties, keyOf(properties), context) });
  }

  const level = el("select", { on: { change: () => ((raw = level.value === "raw"), show()) } }, ["fdr", "raw"].map((value) => el("option", { value, text: t(`pattern.level_${value}`) })));
  show();
  return [headline, pattern.id !== "emerging" && el("label", { class: "field" }, el("span", { text: t("pattern.level") }), level), legend, el("p", { class: "hint", text: t(pattern.id === "emerging" ? "pattern.emergingNote" : "pattern.levelNote") })];
}

const nameOfClass = (key, t) => t(`pattern.class_${String(key).replace("-", "m").replaceAll(" ", "_")}`);

function placeCard({ id }, properties, key, { t, format, escape }) {
  const figure = (value) => (value === null || value === undefined ? "–" : format.rate(value));
  const rows = [["count", format.number(properties.count)], ...(id === "emerging" ? [["trendZ", figure(properties.trendZ)], ["trendP", figure(properties.trendP)]] : [["z", figure(properties.z)], ["p", figure(properties.p)], ["pAdjusted", figure(properties.pAdjusted)]])];
  return el("div", { class: "card" },
    el("div", { class: "card-head" }, el("h2", { tabindex: "-1", text: properties.name ?? t("pattern.cell") }), el("button", { type: "button", class: "close", "aria-label": t("app.close"), on: { click: escape } })),
    el("p", { class: "notice-text", text: nameOfClass(key, t) }),
    el("dl", { class: "facts" }, rows.flatMap(([name, text]) => [el("dt", { text: t(`pattern.figure_${name}`) }), el("dd", { text })])));
}

function clusters({ result }, context, draw) {
  const { t, format, showBox, escape } = context;
  const features = [...result.outlines.features].sort((a, b) => b.properties.events - a.properties.events);
  const inAll = features.reduce((sum, { properties }) => sum + properties.events, 0);
  const name = ({ cluster }) => t("pattern.cluster", { number: cluster });
  const size = ({ areaM2 }) => t("pattern.hectares", { value: format.rate(areaM2 / 10_000) });
  const card = (properties) => el("div", { class: "card" },
    el("div", { class: "card-head" }, el("h2", { tabindex: "-1", text: name(properties) }), el("button", { type: "button", class: "close", "aria-label": t("app.close"), on: { click: escape } })),
    el("p", { text: `${t("pattern.events", { n: properties.events, nText: format.number(properties.events) })}, ${size(properties)}` }));
  draw({ kind: "cells", features, keyOf: () => "cluster", card });
  const row = ({ properties, geometry }) => el("tr", {},
    el("th", { scope: "row" }, el("button", { type: "button", class: "link", text: name(properties), on: { click: () => showBox(boxOf(geometry)) } })),
    el("td", { text: format.number(properties.events) }), el("td", { text: size(properties) }));
  return [
    said(t("pattern.saidClusters", { n: features.length, nText: format.number(features.length), inside: format.number(inAll), metres: format.number(Math.round(result.eps)) })),
    features.length > 0 && el("table", { class: "change-table" }, el("caption", { class: "visually-hidden", text: t("pattern.clusters") }),
      el("thead", {}, el("tr", {}, ["cluster", "events", "area"].map((key) => el("th", { scope: "col", text: t(`pattern.column_${key}`) })))),
      el("tbody", {}, features.slice(0, MOST_ROWS).map(row))),
    features.length > MOST_ROWS && el("p", { class: "hint", text: t("pattern.more", { n: features.length - MOST_ROWS, nText: format.number(features.length - MOST_ROWS) }) }),
  ];
}

/** The box of a polygon with a fifth of room around it. */
function boxOf({ coordinates }) {
  const [lons, lats] = [0, 1].map((axis) => coordinates[0].map((pair) => pair[axis]));
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const [x, y] = [Math.max((east - west) * 0.2, 0.002), Math.max((north - south) * 0.2, 0.002)];
  return [west - x, south - y, east + x, north + y];
}
