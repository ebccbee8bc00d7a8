/** The method card: the formula, who published it, what is taken by itself, what it needs, and what must not be read out of it. */
import { createLazy } from "./lazy.js";
import { el } from "./dom.js";

const PARTS = ["formula", "reference", "defaults", "minimumData", "cannotSay"];

export function createPatternMethod({ t, server, reasonOf }) {
  const facts = el("dl", { class: "facts pattern-facts" });
  const cannot = el("p", { class: "hint cannot" });
  let process = null;
  const lazy = createLazy({ t, reasonOf, ask: (signal) => server.process(process, signal), draw });
  const details = el("details", {}, el("summary", { text: t("pattern.method") }), lazy.element, facts);

  function draw({ title, method }) {
    cannot.textContent = method.cannotSay;
    facts.replaceChildren(...[["title", title], ...PARTS.map((part) => [part, method[part]])].flatMap(([part, text]) => [el("dt", { text: t(`pattern.card_${part}`) }), el("dd", { text, class: part === "formula" ? "formula" : null })]));
  }

  return {
    element: el("div", {}, cannot, details),
    show(next) {
      process = next;
      lazy.update(next);
    },
  };
}
