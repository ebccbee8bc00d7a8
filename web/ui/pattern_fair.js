/** Whom a map of hot spots points at: how much ground and how many residents, and where they live. */
import { el } from "./dom.js";
import { classLegend } from "./pattern_legend.js";

export function createFairResult({ result }, context, draw) {
  const { t, format, escape } = context;
  const { features } = result.features;
  const keyOf = ({ flagged }) => (flagged ? 3 : 0);
  const marked = features.filter(({ properties }) => properties.flagged).length;
  const nameOf = (key) => t(key === 0 ? "pattern.unmarked" : "pattern.marked");
  const card = (properties) => el("div", { class: "card" },
    el("div", { class: "card-head" }, el("h2", { tabindex: "-1", text: properties.name }), el("button", { type: "button", class: "close", "aria-label": t("app.close"), on: { click: escape } })),
    el("p", { class: "notice-text", text: nameOf(keyOf(properties)) }),
    el("dl", { class: "facts" }, [["count", properties.count], ["population", properties.population]].flatMap(([name, value]) => [el("dt", { text: t(`pattern.figure_${name}`) }), el("dd", { text: format.number(value) })])));
  draw({ kind: "cells", features, keyOf, card });
  return [
    el("p", { class: "headline-text", text: t("pattern.saidFair", { area: format.share(result.all.areaShare), people: format.share(result.all.peopleShare), n: marked, nText: format.number(marked), all: format.number(features.length) }) }),
    classLegend([3, 0].map((key) => ({ key, name: nameOf(key), count: key === 0 ? features.length - marked : marked })), context),
    fifths("byDensity", result.byDensity, context),
    result.byHarm?.length > 0 ? fifths("byHarm", result.byHarm, context) : fifths("byRate", result.byRate, context),
    el("p", { class: "hint", text: t("pattern.fairNote") }),
  ];
}

function fifths(by, groups, { t, format }) {
  const range = ({ low, high }) => t("compare.range", { low: format.number(Math.round(low)), high: format.number(Math.round(high)) });
  return el("table", { class: "change-table" },
    el("caption", { class: "key-title", text: t(`pattern.fair_${by}`) }),
    el("thead", {}, el("tr", {}, ["fifth", "marked", "areaShare", "people"].map((key) => el("th", { scope: "col", text: t(`pattern.column_${key}`) })))),
    el("tbody", {}, groups.map((group) => el("tr", {}, el("th", { scope: "row", text: range(group) }),
      [t("pattern.ofPlaces", { flagged: format.number(group.flagged), places: format.number(group.places) }), format.share(group.areaShare), format.share(group.peopleShare)].map((text) => el("td", { text }))))));
}
