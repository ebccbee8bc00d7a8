/** What the colours and signs mean, and which of them are drawn. */
import { amountColours, kindColour } from "../core/colours.js";
import { textOf } from "../core/format.js";
import { el, section } from "./dom.js";

export function createLegend({ store, profile, t, format, language, setLayers }) {
  const shown = el("input", { type: "checkbox", role: "switch", on: { change: () => setLayers({ incidents: shown.checked }) } });
  const key = el("div", { class: "key" });
  let drawn = "";

  function update({ state, answer, mode }) {
    shown.checked = state.layers.incidents;
    const kind = !state.layers.incidents ? "hidden" : answer?.map.kind;
    const next = JSON.stringify([kind, mode, answer?.densityBreaks, answer?.map.sizeMetres]);
    if (next === drawn) return;
    drawn = next;
    const make = { hidden: () => [el("p", { class: "hint", text: t("count.hidden") })], points: () => points(mode), bins: () => bins(answer, mode) };
    key.replaceChildren(...(make[kind]?.() ?? []));
  }

  function points(mode) {
    const rows = profile.groups.map((group, i) =>
      el("li", {}, el("span", { class: "dot", style: { "--colour": kindColour(i, mode) } }), textOf(group.title, language)));
    return [el("p", { class: "key-title", text: t("legend.points") }), el("ul", { class: "key-kinds" }, rows), el("p", { class: "hint", text: t("legend.stacks") })];
  }

  function bins({ densityBreaks: breaks, map }, mode) {
    const colours = amountColours(breaks, mode);
    const label = (i) => {
      const [low, high] = [breaks[i - 1], breaks[i]].map((value) => value !== undefined && format.rate(value));
      if (breaks.length === 0) return t("legend.incidents");
      if (i === 0) return t("legend.below", { high });
      return i === breaks.length ? t("legend.above", { low }) : t("legend.between", { low, high });
    };
    const rows = colours.map((colour, i) =>
      el("li", { title: label(i) }, el("span", { class: "swatch", style: { "--colour": colour } }),
        el("span", { class: "visually-hidden", text: label(i) }), el("span", { class: "break", "aria-hidden": "true", text: i === 0 ? "" : format.rate(breaks[i - 1]) })));
    return [
      el("p", { class: "key-title", text: t("legend.bins") }),
      el("ul", { class: "key-amounts" }, rows),
      el("p", { class: "hint", text: t("legend.binsNote", { size: sizeText(map.sizeMetres, t, format) }) }),
    ];
  }

  const element = section(t("legend.title"), el("label", { class: "tick" }, shown, el("span", { class: "name", text: t("legend.incidents") })), key);
  return { element, update };
}

/** "500 m" or "2 km". */
export function sizeText(metres, t, format) {
  return metres < 1000 ? t("legend.metres", { n: format.number(Math.round(metres)) }) : t("legend.kilometres", { n: format.rate(metres / 1000) });
}
