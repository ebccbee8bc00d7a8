/** What a map would have caught from several origins, beside last year's counts, and the cells that both mark now. */
import { plusDays } from "../core/dates.js";
import { el } from "./dom.js";
import { classLegend } from "./pattern_legend.js";

const MARKED = ["both", "onlyMap", "onlyLastYear"];
const MAPS = ["map", "lastYear"];

export function createCaughtResult({ result }, context, draw) {
  const { t, format, escape } = context;
  const { map, lastYear, difference, origins } = result;
  const marked = result.features.features.filter(({ properties }) => properties.flagged || properties.flaggedLastYear);
  const keyOf = ({ flagged, flaggedLastYear }) => (flagged && flaggedLastYear ? "both" : flagged ? "onlyMap" : "onlyLastYear");
  const name = (key) => t(`pattern.marked_${key}`);
  draw({ kind: "cells", features: marked, keyOf, card: (properties) => el("div", { class: "card" },
    el("div", { class: "card-head" }, el("h2", { tabindex: "-1", text: t("pattern.cell") }), el("button", { type: "button", class: "close", "aria-label": t("app.close"), on: { click: escape } })),
    el("p", { text: name(keyOf(properties)) })) });
  const verdict = result.beatsLastYear ? "better" : difference.high < 0 ? "worse" : "same";
  const between = ({ low, high }, figure) => t("pattern.between", { low: figure(low), high: figure(high) });
  const values = { n: origins.length, days: format.number(origins[0].until - origins[0].from), area: format.share(map.areaShare), share: format.share(map.hitShare.value), shareRange: between(map.hitShare, format.share), last: format.share(lastYear.hitShare.value), lastRange: between(lastYear.hitShare, format.share) };
  return [
    el("p", { class: "headline-text", text: t("pattern.saidCaught", values) }),
    el("p", { class: verdict === "better" ? "hint" : "hint caution", text: t(`pattern.caught_${verdict}`) }),
    scores(result, context, between),
    byOrigin(origins, context),
    el("h3", { text: t("pattern.markedNow") }),
    classLegend(MARKED.map((key) => ({ key, name: name(key), count: marked.filter(({ properties }) => keyOf(properties) === key).length })), context),
    el("p", { class: "hint", text: t("pattern.caughtNote") }),
  ];
}

function scores(result, { t, format }, between) {
  const plain = (value) => (value === null ? "–" : format.rate(value));
  const withRange = (interval, figure) => [el("span", { text: figure(interval.value) }), el("small", { text: between(interval, figure) })];
  const figures = {
    hitShare: ({ hitShare }) => withRange(hitShare, format.share), areaShare: ({ areaShare }) => format.share(areaShare), pai: ({ pai }) => withRange(pai, plain),
    pei: ({ pei }) => plain(pei), rri: ({ rri }) => plain(rri), rriLevine: ({ rriLevine }) => plain(rriLevine),
  };
  const rows = Object.entries(figures).map(([key, of]) => el("tr", {}, el("th", { scope: "row", text: t(`pattern.column_${key}`) }), MAPS.map((map) => el("td", {}, of(result[map])))));
  return wide(t("pattern.caughtTable"), ["figure", "ofMap", "ofLastYear"], rows, t);
}

function byOrigin(origins, { t, format }) {
  const row = ({ from, until, map, lastYear }) => el("tr", {},
    el("th", { scope: "row", text: t("count.period", { from: format.day(dateOf(from)), until: format.day(dateOf(until - 1)) }) }),
    [map.hitShare, lastYear.hitShare].map((share) => el("td", { text: format.share(share) })));
  return el("details", {}, el("summary", { text: t("pattern.byOrigin") }), wide(t("pattern.byOrigin"), ["origin", "ofMap", "ofLastYear"], origins.map(row), t));
}

const dateOf = (day) => plusDays("1970-01-01", day);

function wide(caption, columns, rows, t) {
  return el("div", { class: "wide-table", tabindex: "0", role: "region", "aria-label": caption }, el("table", { class: "change-table score-table" },
    el("caption", { class: "visually-hidden", text: caption }),
    el("thead", {}, el("tr", {}, columns.map((key) => el("th", { scope: "col", text: t(`pattern.column_${key}`) })))),
    el("tbody", {}, rows)));
}
