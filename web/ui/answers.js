/** The panel of answers: what is on the map, what changed, the busiest places, the records behind it. */
import { createComparePanel } from "./compare_panel.js";
import { createCountLine } from "./count_line.js";
import { button, el } from "./dom.js";
import { createLegend } from "./legend.js";
import { createPatternPanel } from "./pattern_panel.js";
import { createPlacesPanel } from "./places_panel.js";
import { createProgramLegend } from "./program_legend.js";
import { createPublicNumbers } from "./public_numbers.js";
import { createRecordsPanel } from "./records_panel.js";
import { createSavedLine } from "./saved_line.js";
import { foldButton } from "./sheets.js";
import { createTabs } from "./tabs.js";
import { createViewList } from "./view_list.js";

export function createAnswers(context) {
  const { profile, access, t, fold } = context;
  const open = access === "open";
  const overview = stack(open ? [createCountLine, createLegend, createProgramLegend, createViewList] : [createCountLine, createPublicNumbers, createProgramLegend], context);
  const saved = createSavedLine(context);
  const tabs = open && createTabs([
    { id: "overview", title: t("tab.overview"), always: true, ...overview },
    { id: "compare", title: t("tab.compare"), ...createComparePanel(context) },
    { id: "places", title: t("tab.places"), ...createPlacesPanel(context) },
    { id: "patterns", title: t("tab.patterns"), ...createPatternPanel(context) },
    { id: "records", title: t("tab.records"), ...createRecordsPanel(context) },
  ], t("sheet.answers"), (tab) => context.store.set({ tab }));
  const api = el("a", { href: `/cities/${profile.slug}?f=html`, text: t("app.api") });
  return {
    element: el("div", { class: "stack" },
      el("div", { class: "panel-head" }, el("h2", { text: t("sheet.answers") }), el("div", { class: "actions" }, open && deeds(context), foldButton("answers", fold, t))),
      saved.element, tabs ? tabs.element : overview.element, el("p", { class: "foot" }, api)),
    update(view) {
      saved.update(view);
      if (tabs) tabs.update(view.state.tab, view);
      else overview.update(view);
    },
  };
}

function deeds({ t, openViews, openExport, print }) {
  return [
    button(t("app.views"), openViews, { class: "quiet" }),
    button(t("app.export"), openExport, { class: "quiet" }),
    button(t("app.print"), print, { class: "quiet" }),
  ];
}

function stack(creators, context) {
  const parts = creators.map((create) => create(context));
  return { element: el("div", {}, parts.map((part) => part.element)), update: (view) => parts.forEach((part) => part.update(view)) };
}
