/** The panel of answers. */
import { createCountLine } from "./count_line.js";
import { el } from "./dom.js";
import { createHourChart } from "./hour_chart.js";
import { createLegend } from "./legend.js";
import { createMonthChart } from "./month_chart.js";
import { createProgramLegend } from "./program_legend.js";
import { foldButton } from "./sheets.js";
import { createViewList } from "./view_list.js";

export function createAnswers(context) {
  const { profile, access, t, fold } = context;
  const withIncidents = [createCountLine, createLegend, createProgramLegend, createHourChart, createMonthChart, createViewList];
  const parts = (access === "open" ? withIncidents : [createCountLine, createProgramLegend]).map((create) => create(context));
  const api = el("a", { href: `/cities/${profile.slug}?f=html`, text: t("app.api") });
  return {
    element: el("div", { class: "stack" },
      el("div", { class: "panel-head" }, el("h2", { text: t("sheet.answers") }), el("div", { class: "actions" }, foldButton("answers", fold, t))),
      parts.map((part) => part.element), el("p", { class: "foot" }, api)),
    update(view) {
      for (const part of parts) part.update(view);
    },
  };
}
