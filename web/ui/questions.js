/** The rail of questions: its charts are filters too. */
import { isPlain } from "../core/filters.js";
import { createAreaFilter } from "./area_filter.js";
import { createDateFilter } from "./date_filter.js";
import { button, el, section } from "./dom.js";
import { foldButton } from "./sheets.js";
import { createHourChart } from "./hour_chart.js";
import { createHourStrip } from "./hour_strip.js";
import { createOffenceTree } from "./offence_tree.js";
import { createOriginSwitch } from "./origin_switch.js";
import { createShapeFilter } from "./shape_filter.js";
import { createWeekdayToggles } from "./weekday_toggles.js";

export function createQuestions(context) {
  const { access, t, undo, redo, resetFilters, fold } = context;
  const undoButton = button(t("filters.undo"), undo, { class: "quiet", title: t("filters.undoTitle") });
  const redoButton = button(t("filters.redo"), redo, { class: "quiet", title: t("filters.redoTitle") });
  const reset = button(t("filters.reset"), resetFilters, { class: "quiet" });
  const withIncidents = [createOffenceTree, createDateFilter, createClock, createHourStrip, createWeekdayToggles, createAreaFilter, createShapeFilter, createOriginSwitch];
  const parts = (access === "open" ? withIncidents : [createAreaFilter]).map((create) => create(context));
  return {
    element: el("div", { class: "stack" },
      el("div", { class: "panel-head" }, el("h2", { text: t("filters.title") }), el("div", { class: "actions" }, undoButton, redoButton, reset, foldButton("questions", fold, t))),
      parts.map((part) => part.element)),
    update(view) {
      undoButton.disabled = !view.canUndo;
      redoButton.disabled = !view.canRedo;
      reset.disabled = isPlain(view.state.filters);
      for (const part of parts) part.update(view);
    },
  };
}

function createClock(context) {
  const chart = createHourChart(context);
  return { element: section(context.t("charts.hours"), chart.element), update: chart.update };
}
