/** Reported incidents only, unless the reader asks for what police find themselves; then the warning stands beside it. */
import { el, group } from "./dom.js";

export function createOriginSwitch({ store, t, format, setFilters }) {
  const box = el("input", { type: "checkbox", role: "switch", on: { change: () => setFilters({ ...store.get().filters, policeGenerated: box.checked }) } });
  const counted = el("p", { class: "hint" });
  const said = el("p", { class: "hint" });
  return {
    element: group(t("filters.origin"), null, el("label", { class: "tick" }, box, el("span", { class: "name", text: t("filters.originSwitch") })), counted, said),
    update({ state, answer }) {
      const included = state.filters.policeGenerated;
      box.checked = included;
      said.textContent = included ? t("filters.originWarning") : t("filters.originHint");
      said.className = included ? "hint caution" : "hint";
      const of = answer?.origins;
      const number = (origin) => format.number(of[origin] ?? 0);
      counted.textContent = of ? t(included ? "filters.originAll" : "filters.originReported", { reported: number("reported"), mixed: number("mixed"), found: number("police_generated") }) : "";
    },
  };
}
