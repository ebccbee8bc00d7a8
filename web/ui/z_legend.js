/** What the colours of a comparison mean. */
import { CHANGE_CLASSES } from "../core/colours.js";
import { el } from "./dom.js";

export function createZLegend(t) {
  return el("ul", { class: "key-changes" }, CHANGE_CLASSES.map((c) => el("li", {}, el("span", { class: `swatch change${c}`, "aria-hidden": "true" }), el("span", { text: t(`compare.class_${c < 0 ? "less" : "more"}${Math.abs(c)}`) }))));
}
