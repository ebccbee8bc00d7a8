/** A place whose content is asked for: it says that it loads, then shows what came, or the failure and a way to try again. */
import { Latest } from "../../core/latest.js";
import { button, el } from "../../ui/dom.js";

/** `ask(signal)` asks; `show(answer)` gives elements. {element, load}: load asks (again), what stands there stays meanwhile. */
export function createLoaded({ t, reasonOf, signal }, ask, show) {
  const element = el("div", { class: "loaded", "aria-busy": "true" }, el("p", { class: "waiting", role: "status", text: t("staff.loading") }));
  const latest = new Latest();
  signal.addEventListener("abort", () => latest.stop(), { once: true });

  async function load() {
    element.setAttribute("aria-busy", "true");
    try {
      const answer = await latest.run(ask);
      if (answer === undefined) return;
      keepFocus(element, () => element.replaceChildren(...[show(answer)].flat(Infinity).filter(Boolean)));
    } catch (error) {
      element.replaceChildren(drawFailure(t, reasonOf(error), load));
    }
    element.setAttribute("aria-busy", "false");
  }

  return { element, load };
}

/** A failure in words; `retry` null where there is nothing to try again. */
export function drawFailure(t, reason, retry) {
  return el("div", { class: "failure", role: "alert" }, el("p", { text: reason }), retry && button(t("app.tryAgain"), retry, { class: "second" }));
}

/** Nothing is there yet. */
export function drawEmpty(text) {
  return el("p", { class: "empty", text });
}

/** What is drawn anew keeps the keyboard on the element with the same data-key, or on the heading of its section. */
function keepFocus(element, draw) {
  const held = element.contains(document.activeElement) ? document.activeElement : null;
  const sections = () => [...element.querySelectorAll("section")];
  const at = sections().indexOf(held?.closest("section"));
  draw();
  if (!held) return;
  const same = held.dataset.key && element.querySelector(`[data-key="${CSS.escape(held.dataset.key)}"]`);
  const section = sections()[at] ?? element.closest("section");
  (same || section?.querySelector("h2"))?.focus();
}
