/** A part of a page: its title and what it is about on one side, its content on the other; below each other on a phone. */
import { el, freshId } from "../../ui/dom.js";

export function part(title, about, ...children) {
  const id = freshId("part");
  return el("section", { class: "part", "aria-labelledby": id },
    el("div", { class: "part-head" }, el("h2", { id, tabindex: "-1", text: title }), [about].flat().filter(Boolean).map((text) => el("p", { class: "about", text }))),
    el("div", { class: "part-body" }, children));
}

/** Names and what they are: [[name, value]]; what is null is left out. */
export function factList(pairs) {
  return el("dl", { class: "fact-list" }, pairs.filter(([, value]) => value !== null && value !== undefined && value !== "").map(([name, value]) => el("div", {}, el("dt", { text: name }), el("dd", {}, value))));
}

/** A short word that marks something. */
export function badge(text, kind = "") {
  return el("span", { class: `badge ${kind}`, text });
}
