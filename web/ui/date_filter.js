/** Two days, both included: brushed over the months, counted back from the newest incident, or typed. */
import { quickRanges } from "../core/dates.js";
import { without } from "../core/filters.js";
import { button, el, group } from "./dom.js";
import { createMonthChart } from "./month_chart.js";

export function createDateFilter(context) {
  const { store, profile, t, setFilters } = context;
  const months = createMonthChart(context);
  const { from: first, until: last } = profile.incidents;
  const filters = () => store.get().filters;
  const clear = button(t("filters.clear"), () => setFilters(without(filters(), "dates")), { class: "quiet", "aria-label": t("filters.clearPart", { part: t("filters.dates") }) });
  const from = dayInput("from");
  const until = dayInput("until");
  const ranges = quickRanges(last).map((range) => ({
    ...range,
    element: button(t(`filters.${range.id}`), () => setFilters({ ...filters(), from: range.from, until: range.until }), { class: "choice", title: t("filters.quickNote") }),
  }));

  function dayInput(end) {
    return el("input", { type: "date", min: first, max: last, on: { change: (event) => choose(end, event.target) } });
  }

  /** A half-typed day is no day; a range the wrong way round takes the other end along. */
  function choose(end, input) {
    if (input.validity.badInput) return;
    const next = { ...filters(), [end]: input.value || null };
    if (next.from && next.until && next.from > next.until) next[end === "from" ? "until" : "from"] = input.value;
    setFilters(next);
  }

  return {
    element: group(t("filters.dates"), clear, months.element,
      el("div", { class: "choices" }, ranges.map((range) => range.element)),
      el("div", { class: "pair" },
        el("label", { class: "field" }, el("span", { text: t("filters.from") }), from),
        el("label", { class: "field" }, el("span", { text: t("filters.until") }), until))),
    update(view) {
      months.update(view);
      const chosen = view.state.filters;
      clear.hidden = !chosen.from && !chosen.until;
      from.value = chosen.from ?? "";
      until.value = chosen.until ?? "";
      for (const range of ranges) {
        range.element.setAttribute("aria-pressed", String(range.from === chosen.from && range.until === chosen.until));
      }
    },
  };
}
