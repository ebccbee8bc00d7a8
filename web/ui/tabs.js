/** Parts of a panel, one at a time, chosen by tabs. */
import { button, el, freshId } from "./dom.js";

/** `parts`: [{id, title, element, update, always}]; only what is seen is updated, unless `always`; `choose(id)` is called for a tab. */
export function createTabs(parts, label, choose) {
  const made = parts.map((part) => {
    const ids = { tab: freshId("tab"), panel: freshId("panel") };
    const tab = button(part.title, () => choose(part.id), { class: "tab", role: "tab", id: ids.tab, "aria-controls": ids.panel });
    const panel = el("div", { role: "tabpanel", id: ids.panel, "aria-labelledby": ids.tab }, part.element);
    return { ...part, tab, panel };
  });
  const list = el("div", { class: "tabs", role: "tablist", "aria-label": label }, made.map(({ tab }) => tab));
  list.addEventListener("keydown", (event) => {
    const at = made.findIndex(({ tab }) => tab === event.target);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: made.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const next = made[(to + made.length) % made.length];
    next.tab.focus();
    choose(next.id);
  });
  return {
    element: el("div", {}, list, made.map(({ panel }) => panel)),
    update(chosen, view) {
      for (const part of made) {
        const on = part.id === chosen;
        part.tab.setAttribute("aria-selected", String(on));
        part.tab.tabIndex = on ? 0 : -1;
        part.panel.hidden = !on;
        if (on || part.always) part.update(view);
      }
    },
  };
}
