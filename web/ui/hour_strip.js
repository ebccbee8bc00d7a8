/** Twenty-four hours to tick: click, drag, or arrow keys with space. */
import { without } from "../core/filters.js";
import { button, el, group } from "./dom.js";

export function createHourStrip({ store, t, format, setFilters }) {
  const filters = () => store.get().filters;
  const clear = button(t("filters.clear"), () => setFilters(without(filters(), "hours")), { class: "quiet", "aria-label": t("filters.clearPart", { part: t("filters.hours") }) });
  const said = el("p", { class: "hint" });
  const cells = Array.from({ length: 24 }, (_, hour) => el("button", {
    type: "button", class: "hour", text: String(hour).padStart(2, "0"), "data-hour": hour, tabindex: hour === 0 ? "0" : "-1", "aria-label": format.hours([hour]), title: format.hours([hour]),
  }));
  const strip = el("div", { class: "hours", role: "group", "aria-label": t("filters.hours") }, cells);
  let drag = null;

  const commit = (hours) => setFilters({ ...filters(), hours: [...hours].sort((a, b) => a - b) });
  const hourAt = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest?.(".hour")?.dataset.hour;

  /** From the hour where the drag began to the one under the pointer: all ticked, or all cleared. */
  function preview(hour) {
    const [low, high] = [Math.min(drag.start, hour), Math.max(drag.start, hour)];
    drag.hours = new Set(drag.before);
    for (let h = low; h <= high; h++) drag.adding ? drag.hours.add(h) : drag.hours.delete(h);
    paint([...drag.hours]);
  }

  strip.addEventListener("pointerdown", (event) => {
    const hour = hourAt(event);
    if (hour === undefined || event.button !== 0) return;
    const before = new Set(filters().hours);
    drag = { start: Number(hour), before, adding: !before.has(Number(hour)) };
    strip.setPointerCapture(event.pointerId);
    focus(Number(hour));
    preview(Number(hour));
  });
  strip.addEventListener("pointermove", (event) => {
    const hour = drag && hourAt(event);
    if (hour !== null && hour !== undefined) preview(Number(hour));
  });
  strip.addEventListener("pointerup", () => {
    const done = drag;
    drag = null;
    if (done) commit(done.hours);
  });
  strip.addEventListener("pointercancel", () => {
    drag = null;
    paint(filters().hours);
  });
  strip.addEventListener("keydown", (event) => {
    const at = Number(event.target.dataset.hour);
    const to = { ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1, Home: 0, End: 23 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const next = Math.min(23, Math.max(0, to));
      focus(next);
      if (event.shiftKey) commit(new Set([...filters().hours, at, next]));
    }
  });
  // A pointer has done its work above; space, enter and assistive technology come as a click of no pointer.
  strip.addEventListener("click", (event) => {
    if (event.detail !== 0) return;
    const hours = new Set(filters().hours);
    const at = Number(event.target.dataset.hour);
    if (!hours.delete(at)) hours.add(at);
    commit(hours);
  });

  function focus(hour) {
    cells.forEach((cell, h) => cell.setAttribute("tabindex", h === hour ? "0" : "-1"));
    cells[hour].focus();
  }

  function paint(hours) {
    cells.forEach((cell, h) => cell.setAttribute("aria-pressed", String(hours.includes(h))));
    said.textContent = hours.length > 0 ? format.hours(hours) : `${t("filters.hoursAll")}. ${t("filters.hoursHint")}`;
  }

  return {
    element: group(t("filters.hours"), clear, strip, said),
    update({ state }) {
      clear.hidden = state.filters.hours.length === 0;
      if (!drag) paint(state.filters.hours);
    },
  };
}
