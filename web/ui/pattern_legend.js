/** What the colours of a pattern mean: a surface's classes in incidents per square kilometre, or the classes of places. */
import { patternColour, surfaceColours } from "../core/pattern_colours.js";
import { el } from "./dom.js";

const swatch = (colour, filled = true) => el("span", { class: filled ? "swatch" : "swatch swatch-none", "aria-hidden": "true", style: { "--colour": colour } });

/** The colour of both schemes in one, as the style sheet would say it. */
const both = (of) => `light-dark(${of("light")}, ${of("dark")})`;

export function surfaceLegend(breaks, { t, format }) {
  const colours = breaks.map((_, i) => both((mode) => surfaceColours(breaks, mode)[i]));
  return el("div", { class: "pattern-legend" },
    el("p", { class: "key-title", text: t("pattern.perKm2") }),
    el("ol", { class: "key-amounts" }, breaks.map((from, i) => el("li", {}, swatch(colours[i]), el("span", { class: "visually-hidden", text: t("pattern.from", { value: format.rate(from) }) }), el("span", { class: "break", "aria-hidden": "true", text: format.rate(from) })))));
}

/** `rows`: [{key, name, count}]. */
export function classLegend(rows, { format }) {
  return el("ul", { class: "key-classes" }, rows.map(({ key, name, count }) => el("li", {},
    swatch(both((mode) => patternColour(key, mode).colour), patternColour(key, "light").filled), el("span", { class: "name", text: name }), el("span", { class: "count", text: format.number(count) }))));
}
