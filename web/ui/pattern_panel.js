/** Patterns: a question, its parameters, what the server found on the current filter, and the runs that are kept. */
import { filtersOf } from "../core/filters.js";
import { GROUPS, PATTERNS, canShow, execution, filterOf, patternOf } from "../core/patterns.js";
import { runPattern } from "../core/pattern_run.js";
import { button, el, section } from "./dom.js";
import { createPatternFields } from "./pattern_fields.js";
import { createPatternMethod } from "./pattern_method.js";
import { createPatternResult } from "./pattern_result.js";
import { keepForm, runFacts } from "./pattern_run_facts.js";
import { createPatternStudies } from "./pattern_studies.js";

/** The last run of each city outlives a change of language. */
const last = new Map();

export function createPatternPanel(context) {
  const { store, profile, t, server, reasonOf, drawPattern, query, filterWords } = context;
  const choose = el("select", { on: { change: () => show(PATTERNS.find(({ id }) => id === choose.value)) } }, GROUPS.map((group) => el("optgroup", { label: t(`pattern.group_${group}`) },
    PATTERNS.filter((each) => each.group === group).map(({ id }) => el("option", { value: id, text: t(`pattern.ask_${id}`) })))));
  const about = el("p", { class: "hint" });
  const fields = createPatternFields(context);
  const method = createPatternMethod(context);
  const reason = el("textarea", { rows: "2", maxlength: "1000" });
  const police = el("div", { class: "police" }, el("p", { class: "hint caution", text: t("pattern.police") }), el("label", { class: "field" }, el("span", { text: t("pattern.reason") }), reason));
  const go = button(t("pattern.run"), run, { class: "plain" });
  const stop = button(t("app.cancel"), () => running?.abort(), { class: "quiet", hidden: true });
  const progress = el("progress", { "aria-label": t("pattern.progress"), hidden: true });
  const told = el("div", { role: "alert" });
  const result = el("div", { class: "pattern-result" });
  const studies = createPatternStudies(context, openStudy);
  let pattern = null;
  let running = null;
  /** The id of the kept study that is shown. */
  let shown = null;

  function show(next, values) {
    pattern = next;
    choose.value = next.id;
    fields.show(next, values);
    method.show(next.process);
    sayFilter(store.get());
  }

  const wordsOf = (of, filters) => filterWords({ filters: filterOf(of, filters) });
  const sayFilter = ({ filters }) => (about.textContent = t("pattern.runsOn", { words: wordsOf(pattern, filters) }));

  const includesPolice = () => store.get().filters.policeGenerated;
  const tell = (text) => told.replaceChildren(...(text ? [el("p", { class: "note-inline", text })] : []));

  async function run() {
    tell("");
    if (!fields.check()) return;
    if (includesPolice() && !reason.value.trim()) {
      tell(t("pattern.reasonMissing"));
      reason.focus();
      return;
    }
    const [of, values] = [pattern, fields.values()];
    const asked = execution(of, values, query(), profile.incidents, includesPolice());
    running?.abort();
    const controller = new AbortController();
    running = controller;
    busy(true);
    try {
      const options = { signal: controller.signal, onProgress: (part) => (part === null ? progress.removeAttribute("value") : (progress.value = part)) };
      const found = await runPattern(server, asked, options);
      if (running === controller) present({ pattern: of, asked, values, words: wordsOf(of, store.get().filters), reason: includesPolice() ? reason.value.trim() : null, ...found });
    } catch (error) {
      if (running === controller) refuse(controller.signal.aborted ? t("pattern.cancelled") : reasonOf(error));
    } finally {
      if (running === controller) busy(false);
    }
  }

  /** An answer to another question is not left standing below a refusal. */
  function refuse(why) {
    tell(why);
    result.replaceChildren();
    last.delete(profile.slug);
    drawPattern(null);
  }

  function busy(on) {
    go.disabled = on;
    stop.hidden = !on;
    progress.hidden = !on;
    progress.removeAttribute("value");
    if (!on) running = null;
  }

  /** Shows a run and remembers it; `study` is the kept one that it was opened from, and the address names it. */
  function present(done, study = null) {
    last.set(profile.slug, { done, study });
    shown = study?.id ?? null;
    if (store.get().study !== shown) store.set({ study: shown }, { step: study !== null });
    const parts = createPatternResult(done, context, drawPattern);
    result.replaceChildren(section(study ? study.title : t("pattern.result"),
      el("p", { class: "hint", text: t("pattern.about", { words: done.words }) }),
      done.result.run.policeGenerated && el("p", { class: "hint caution", text: t("pattern.police") }),
      parts, runFacts(done, context),
      !study && keepForm(context, t(`pattern.ask_${done.pattern.id}`), (title) => keep(done, title))));
  }

  async function keep({ asked, job, reason: why }, title) {
    const because = why ? { reason: why } : {};
    await server.saveStudy(job ? { title, job, ...because } : { title, ...asked, ...because });
    studies.refresh();
  }

  function openStudy(study) {
    const of = patternOf(study.process);
    if (!of || !canShow(of, study.result)) return [t("pattern.notHere")];
    show(of);
    const done = { pattern: of, asked: { process: study.process, ...study.execution }, result: study.result, job: null, words: keptWords(of, study.filter ?? {}) };
    present(done, study);
    result.scrollIntoView({ block: "nearest" });
    return [];
  }

  /** The filter of a kept study in the words of the page; what the page has no filter for stands as it was asked. */
  function keptWords(of, asked) {
    const { filters, rest } = filtersOf(asked);
    return [wordsOf(of, filters), ...Object.entries(rest).map((pair) => pair.join(" = "))].join(" ");
  }

  show(PATTERNS[0]);
  const before = last.get(profile.slug);
  if (before) {
    show(before.done.pattern, before.done.values);
    // A link to another study is opened by the update that follows.
    if (!store.get().study || store.get().study === before.study?.id) present(before.done, before.study);
  }

  return {
    element: el("div", {},
      section(t("pattern.heading"), el("label", { class: "field" }, el("span", { text: t("pattern.question") }), choose), about, fields.element, police,
        el("div", { class: "run-line" }, go, stop), progress, told, method.element),
      result, studies.element),
    update({ state }) {
      sayFilter(state);
      police.hidden = !state.filters.policeGenerated;
      studies.update("once");
      if (state.study && state.study !== shown) studies.open((shown = state.study));
    },
  };
}
