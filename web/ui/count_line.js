/** How many of how many, how fresh, from where. */
import { daysBetween } from "../core/dates.js";
import { textOf } from "../core/format.js";
import { el } from "./dom.js";

const OLD_AFTER_DAYS = 60;

export function createCountLine({ profile, access, t, format, language, today }) {
  const figure = el("strong", { class: "figure", text: "–" });
  const line = el("p", { class: "count-line", text: t("state.loading") });
  const known = profile.incidents;
  const element = el("section", { class: "section summary", "aria-label": t("sheet.answers") });
  if (access !== "open") {
    element.append(el("p", { class: "notice-text", text: t(access === "empty" ? "count.empty" : "count.none") }));
    return { element, update: () => {} };
  }
  const until = format.day(known.until);
  const old = daysBetween(known.until, today()) > OLD_AFTER_DAYS;
  element.append(
    el("p", { class: "figure-line" }, figure, el("span", { text: t("count.inView") })),
    line,
    el("p", { class: "fresh" }, t("count.fresh", { until, loaded: format.dayOfInstant(known.lastImport) })),
    ...(old ? [el("p", { class: "hint caution", text: t("count.old", { until }) })] : []),
    el("p", { class: "hint", text: t("count.source", { source: textOf(profile.source, language) }) }),
  );
  return {
    element,
    update({ answer }) {
      if (!answer) return;
      figure.textContent = format.number(answer.inView);
      line.textContent = countSentence(answer, t, format);
    },
  };
}

/** The whole count in one sentence, also what a screen reader is told. */
export function countSentence(answer, t, format) {
  const { inView, matched, total, withoutPlace } = answer;
  return t("count.line", { inView: format.number(inView), matched: format.number(matched), total: format.number(total), withoutPlace: format.number(withoutPlace) });
}
