/** The panels around the map for one city in one language; made anew when either changes. */
import { createAnswers } from "./answers.js";
import { countSentence } from "./count_line.js";
import { createExportDialog } from "./export_dialog.js";
import { createHeader } from "./header.js";
import { createHelp } from "./help.js";
import { createMapTools } from "./map_tools.js";
import { createNotices } from "./notices.js";
import { createPrintHead } from "./print_head.js";
import { createQuestions } from "./questions.js";
import { createSheets } from "./sheets.js";
import { textOf } from "../core/format.js";
import { isStill } from "./theme.js";
import { createViewsDialog } from "./views_dialog.js";

const at = (id) => document.getElementById(id);
/** Survives a change of language: the reader's own folding of the warning. */
let warningOpen = matchMedia("(min-width: 48em)").matches;
const SAY_AFTER = 600;

export function createPage(context) {
  const { t, language, profile, access, format } = context;
  const listeners = new AbortController();
  document.documentElement.lang = language;
  at("skip").textContent = t("app.skip");
  at("map").setAttribute("aria-label", t("map.label", { city: textOf(profile.name, language) }));
  const help = createHelp(context);
  const header = createHeader({ ...context, openHelp: help.open });
  const withFold = { ...context, fold: (name) => sheets.fold(name) };
  const parts = { questions: createQuestions(withFold), answers: createAnswers(withFold) };
  const notices = createNotices(context);
  const tools = createMapTools({ ...context, warningOpen, keepWarning: (open) => (warningOpen = open) });
  const dialogs = access === "open" && { views: createViewsDialog(context), export: createExportDialog(context) };
  const printHead = createPrintHead(context);
  const sides = { questions: at("questions"), answers: at("answers") };

  const held = at("top").contains(document.activeElement) && (document.activeElement.matches("select") ? "select" : "[aria-pressed=true]");
  at("top").replaceChildren(header.element);
  if (held) at("top").querySelector(held).focus();
  for (const name of ["questions", "answers"]) {
    sides[name].replaceChildren(parts[name].element);
    sides[name].setAttribute("aria-label", t(`sheet.${name}`));
  }
  at("over-map").replaceChildren(tools.element, notices.element);
  at("dialogs").replaceChildren(help.element, ...Object.values(dialogs || {}).map((dialog) => dialog.element));
  at("print-head").replaceChildren(printHead.element);
  const sheets = createSheets(sides, at("sheet-bar"), t);

  document.addEventListener("keydown", onKey, { signal: listeners.signal });
  at("skip").addEventListener("click", skip, { signal: listeners.signal });

  // The address after "#" is the view, so the link is followed by hand.
  function skip(event) {
    event.preventDefault();
    sheets.open("answers");
    sides.answers.focus();
  }

  function onKey(event) {
    const typing = event.target.closest?.("input:not([type=checkbox]), select, textarea");
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) {
      if (context.escape() || sheets.closeByKey()) event.preventDefault();
      return;
    }
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || typing || (key !== "z" && key !== "y")) return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) context.redo();
    else context.undo();
  }

  let timer = 0;
  /** Tells a screen reader; only the last of several within a moment is said. */
  function say(text) {
    clearTimeout(timer);
    timer = setTimeout(() => (at("said").textContent = text), SAY_AFTER);
  }

  return {
    context,
    tell: notices.tell,
    sayCount: (answer) => say(countSentence(answer, t, format)),
    uncoverMap: () => sheets.uncoverMap(),
    openViews: (view) => dialogs.views.open(view),
    openExport: (view) => dialogs.export.open(view),
    update(view) {
      header.update(view);
      parts.questions.update(view);
      parts.answers.update(view);
      notices.update(view);
      printHead.update(view);
      const busy = view.phase === "loading" || view.phase === "starting";
      at("map").setAttribute("aria-busy", String(busy && access === "open"));
      at("progress").hidden = !busy || access !== "open";
      at("progress").classList.toggle("still", isStill());
      if (view.answer) sheets.setShort(t("count.short", { inView: format.number(view.answer.inView), matched: format.number(view.answer.matched) }));
    },
    stop() {
      listeners.abort();
      sheets.stop();
      clearTimeout(timer);
    },
  };
}
