/** The same as the map, as a list: the incidents in view, or the densest cells. */
import { middleOf } from "../core/outline.js";
import { Latest } from "../core/latest.js";
import { el, section } from "./dom.js";
import { offenceTitle } from "./incident_card.js";

const LISTED = 50;
const CELLS = 12;

export function createViewList({ profile, t, format, language, listIncidents, select, showBin, reasonOf }) {
  const latest = new Latest();
  const said = el("p", { class: "hint", role: "status" });
  const list = el("ol", { class: "rows" });
  const details = el("details", { on: { toggle: () => refresh() } }, el("summary", { text: t("list.points") }), said, list);
  let answer = null;
  let stale = true;

  function refresh() {
    if (!details.open || !answer || !stale) return;
    stale = false;
    if (answer.map.kind === "bins") listBins();
    else listPoints();
  }

  function listBins() {
    latest.stop();
    const densest = [...answer.map.bins].sort((a, b) => b.perKm2 - a.perKm2).slice(0, CELLS);
    said.textContent = t("list.binsNote");
    show(densest.map((bin) => row(t("list.bin", { n: bin.count, nText: format.number(bin.count), rate: format.rate(bin.perKm2) }), null, `bin:${middleOf(bin.ring)}`, () => showBin(bin))));
  }

  async function listPoints() {
    said.textContent = t("list.loading");
    try {
      const page = await latest.run((signal) => listIncidents(LISTED, signal));
      if (!page) return;
      const n = answer.inView;
      said.textContent = n > page.features.length ? t("list.shown", { shown: format.number(page.features.length), n: format.number(n) }) : "";
      show(page.features.map((feature) => {
        const p = feature.properties;
        const second = [format.moment(p.occurredFrom), p.address].filter(Boolean).join(" · ");
        return row(offenceTitle(p, profile, language), second, `incident:${feature.id}`, () => select(`incident:${feature.id}`));
      }));
    } catch (error) {
      list.replaceChildren();
      said.textContent = t("list.failed", { reason: reasonOf(error) });
    }
  }

  /** A list made anew while the keyboard is in it keeps the focus on the same row. */
  function show(rows) {
    const held = list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    list.replaceChildren(...rows);
    if (held) list.querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
  }

  function row(first, second, key, onClick) {
    return el("li", {}, el("button", { type: "button", class: "row", "data-key": key, on: { click: onClick } }, el("span", { class: "name", text: first }), second && el("small", { text: second })));
  }

  return {
    element: section(t("list.title"), details),
    update(view) {
      if (!view.answer || view.answer === answer) return;
      answer = view.answer;
      details.firstChild.textContent = t(answer.map.kind === "bins" ? "list.bins" : "list.points");
      stale = true;
      refresh();
    },
  };
}
