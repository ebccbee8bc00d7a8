/** Seven days to tick. */
import { toggled, without } from "../core/filters.js";
import { button, el, group } from "./dom.js";

export function createWeekdayToggles({ store, t, format, setFilters }) {
  const filters = () => store.get().filters;
  const clear = button(t("filters.clear"), () => setFilters(without(filters(), "weekdays")), { class: "quiet", "aria-label": t("filters.clearPart", { part: t("filters.weekdays") }) });
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) =>
    button(format.weekday(day), () => setFilters({ ...filters(), weekdays: toggled(filters().weekdays, day).sort() }), { class: "choice", title: format.weekday(day, "long") }),
  );
  return {
    element: group(t("filters.weekdays"), clear, el("div", { class: "weekdays" }, days)),
    update({ state }) {
      clear.hidden = state.filters.weekdays.length === 0;
      days.forEach((element, i) => element.setAttribute("aria-pressed", String(state.filters.weekdays.includes(i + 1))));
    },
  };
}
