/** How a result came about, and the form that keeps it. */
import { el } from "./dom.js";

/** What a reader has to know to see the same figures again. */
export function runFacts({ result: { run }, job }, { t, format }) {
  const rows = [["id", run.id ?? "–"], ["dataVersion", run.dataVersion], ["seed", run.seed], ["events", format.number(run.events)], ["withoutPlace", format.number(run.withoutPlace)], ["job", job]];
  return el("div", {},
    run.warnings.map((text) => el("p", { class: "hint caution", text })),
    el("dl", { class: "facts run-facts" }, rows.filter(([, value]) => value !== null && value !== undefined).flatMap(([name, value]) => [el("dt", { text: t(`pattern.run_${name}`) }), el("dd", { text: String(value) })])));
}

/** The form that keeps a run under a title; `keep(title)` resolves when it is kept. */
export function keepForm({ t, reasonOf }, suggested, keep) {
  const title = el("input", { type: "text", maxlength: "200", required: true, value: suggested });
  const told = el("p", { class: "hint", role: "status" });
  const send = el("button", { type: "submit", class: "quiet", text: t("pattern.keep") });
  return el("form", { class: "keep-form", on: { submit: async (event) => {
    event.preventDefault();
    send.disabled = true;
    try {
      await keep(title.value.trim());
      told.textContent = t("pattern.kept", { title: title.value.trim() });
    } catch (error) {
      told.textContent = t("pattern.failed", { reason: reasonOf(error) });
    } finally {
      send.disabled = false;
    }
  } } }, el("label", { class: "field" }, el("span", { text: t("pattern.title") }), title), send, told);
}
