/** Named facts as a description list; a fact without a value is left out. */
import { el } from "./dom.js";

/** `pairs`: [name, value]; a value may be text, or an array of lines. */
export function facts(pairs) {
  const known = pairs.filter(([, value]) => value && value.length > 0);
  return el("dl", { class: "facts" }, known.flatMap(([name, value]) => [el("dt", { text: name }), el("dd", {}, [value].flat().map((line) => el("p", { text: line })))]));
}

/** The head of a card: its title, its kind, and the button that closes it. */
export function cardHead(title, kind, onClose, t) {
  const close = onClose && el("button", { type: "button", class: "close", "aria-label": t("app.close"), on: { click: onClose } });
  return el("div", { class: "card-head" }, el("div", {}, el("h2", { text: title, tabindex: "-1" }), kind && el("p", { class: "kind" }, kind)), close);
}
