/** What stands over the map when there is nothing to draw, or nothing could be loaded. */
import { activeParts, without } from "../core/filters.js";
import { button, el } from "./dom.js";

export function createNotices({ store, t, format, setFilters, resetFilters, showCity, retry, reasonOf }) {
  const state = el("div");
  const told = el("div");
  const element = el("div", { class: "notices" }, told, state);
  let drawn = "";

  /** A failure beside the map's own, to be read and closed. */
  function tell(text) {
    const close = el("button", { type: "button", class: "close", "aria-label": t("app.close"), on: { click: () => told.replaceChildren() } });
    told.replaceChildren(el("div", { class: "note told", role: "alert" }, el("p", { text }), close));
  }

  function update({ state: asked, answer, phase, error }) {
    const kind = kindOf(asked, answer, phase);
    const next = JSON.stringify([kind, asked.filters, error?.status, error?.message, answer?.matched]);
    if (next === drawn) return;
    drawn = next;
    const make = { failed: () => failed(error, answer), starting, empty: () => empty(asked), outside: () => outside(answer) };
    state.replaceChildren(...(make[kind] ? [make[kind]()] : []));
  }

  function failed(error, answer) {
    return note("alert", [
      el("p", { text: t("state.failed", { reason: reasonOf(error) }) }),
      answer && el("p", { text: t("state.stale") }),
      button(t("app.tryAgain"), retry, { class: "plain" }),
    ]);
  }

  function starting() {
    return note("status", [el("p", { text: t("state.starting") })]);
  }

  function empty({ filters }) {
    const parts = activeParts(filters);
    if (parts.length === 0) return note("status", [el("p", { text: t(filters.policeGenerated ? "state.empty" : "state.emptyOrigin") })]);
    const chips = parts.map((part) => {
      const name = t(`filters.${part}`);
      return button(name, () => setFilters(without(store.get().filters, part)), { class: "chip", "aria-label": t("filters.clearPart", { part: name }) });
    });
    return note("status", [
      el("p", { text: `${t("state.empty")} ${t("state.emptyFilters")}` }),
      el("div", { class: "chips" }, chips),
      button(t("state.clearAll"), resetFilters, { class: "plain" }),
    ]);
  }

  function outside({ matched, withoutPlace }) {
    const values = { n: matched, nText: format.number(matched) };
    if (withoutPlace === matched) return note("status", [el("p", { text: t("state.outsideNoPlace", values) })]);
    return note("status", [el("p", { text: t("state.outside", values) }), button(t("state.wholeCity"), showCity, { class: "plain" })]);
  }

  return { element, update, tell };
}

function kindOf(state, answer, phase) {
  if (phase === "failed" || phase === "starting") return phase;
  if (!answer || phase === "loading" || !state.layers.incidents) return "none";
  if (answer.matched === 0) return "empty";
  return answer.inView === 0 ? "outside" : "none";
}

function note(role, children) {
  return el("div", { class: "note", role }, children);
}
