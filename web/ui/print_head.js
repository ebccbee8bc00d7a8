/** What a printed page says above its map: of what, where, when, from whom, at what scale. Seen on paper only. */
import { textOf } from "../core/format.js";
import { el } from "./dom.js";

const BAR_PIXELS = 120;
const ROUND = [1, 2, 5];

export function createPrintHead({ profile, t, format, language, filterWords, metresAcross, today }) {
  const title = el("h2");
  const lines = el("div");
  const element = el("div", { class: "print-head", "aria-hidden": "true" }, title, lines);
  return {
    element,
    update(view) {
      const { state, answer } = view;
      title.textContent = view.saved ? `${textOf(profile.name, language)}: ${view.saved.title}` : t("app.title", { city: textOf(profile.name, language) });
      const { metres, pixels } = scaleBar(metresAcross(BAR_PIXELS), BAR_PIXELS);
      const bar = el("p", { class: "scale-line" }, el("span", { class: "scale-bar", style: { width: `${pixels}px` } }), ` ${sizeOf(metres, t, format)}`);
      lines.replaceChildren(...[
        filterWords(state),
        answer && t("count.line", { inView: format.number(answer.inView), matched: format.number(answer.matched), total: format.number(answer.total), withoutPlace: format.number(answer.withoutPlace) }),
        t("print.source", { source: textOf(profile.source, language), version: answer?.dataVersion ?? "–", at: format.day(today()) }),
        profile.synthetic && t("print.synthetic"),
        t("warning.text"),
      ].filter(Boolean).map((text) => el("p", { text })), bar);
    },
  };
}

/** The longest round length of metres within so many pixels. */
export function scaleBar(metres, pixels) {
  const power = 10 ** Math.floor(Math.log10(metres));
  const length = ROUND.map((n) => n * power).filter((n) => n <= metres).at(-1) ?? power;
  return { metres: length, pixels: Math.round((length / metres) * pixels) };
}

function sizeOf(metres, t, format) {
  return metres < 1000 ? t("legend.metres", { n: format.number(metres) }) : t("legend.kilometres", { n: format.rate(metres / 1000) });
}
