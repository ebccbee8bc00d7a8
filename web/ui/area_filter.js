/** Which outlines are drawn, and within which areas incidents are counted: a list with counts, found by typing. */
import { toggled, without } from "../core/filters.js";
import { textOf } from "../core/format.js";
import { button, el, group } from "./dom.js";

const LISTED = 200;

export function createAreaFilter({ store, profile, access, t, format, language, setFilters, setLayers, areaNames }) {
  const filters = () => store.get().filters;
  const clear = button(t("filters.clear"), () => setFilters(without(filters(), "areas")), { class: "quiet", "aria-label": t("filters.clearPart", { part: t("filters.areas") }) });
  const sets = el("select", { on: { change: () => setLayers({ outlines: sets.value }) } },
    profile.areaSets.map((set) => el("option", { value: set.id, text: textOf(set.title, language) })),
    el("option", { value: "none", text: t("filters.noOutlines") }));
  const unknown = el("p", { class: "hint", role: "status" });
  const input = el("input", { type: "search", autocomplete: "off", placeholder: t("filters.areaPlaceholder"), on: { input: () => list(), keydown: onKey } });
  const rows = el("ul", { class: "tree area-rows", tabindex: "0", "aria-label": t("filters.areas") });
  const chips = el("ul", { class: "chips" });
  let drawn = [];
  let chosen = "";
  let now = { counts: null, set: null };

  function onKey(event) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const first = found()[0];
    if (!first) return;
    input.value = "";
    const area = `${now.set}:${first.slug}`;
    if (!filters().areas.includes(area)) setFilters({ ...filters(), areas: [...filters().areas, area] });
    list();
  }

  /** The areas whose name holds what is typed; one whose name it is comes first, then those with the most incidents. */
  function found() {
    const typed = input.value.trim().toLocaleLowerCase(language);
    const name = (area) => area.name.toLocaleLowerCase(language);
    const count = (area) => now.counts?.[area.slug] ?? 0;
    return areaNames(now.set).filter((area) => name(area).includes(typed))
      .sort((a, b) => (name(b) === typed) - (name(a) === typed) || count(b) - count(a) || a.name.localeCompare(b.name));
  }

  function nameOf(area) {
    const [set, slug] = area.split(":");
    return areaNames(set).find((known) => known.slug === slug)?.name ?? slug;
  }

  function list() {
    const areas = found();
    unknown.textContent = areas.length === 0 && input.value.trim() ? t("filters.areaUnknown") : "";
    const held = rows.contains(document.activeElement) ? document.activeElement.dataset.area : null;
    rows.replaceChildren(...areas.slice(0, LISTED).map((area) => {
      const id = `${now.set}:${area.slug}`;
      const box = el("input", { type: "checkbox", "data-area": id, on: { change: () => setFilters({ ...filters(), areas: toggled(filters().areas, id) }) } });
      box.checked = filters().areas.includes(id);
      const count = now.counts && el("span", { class: "count", text: format.number(now.counts[area.slug] ?? 0) });
      return el("li", {}, el("label", { class: "tick" }, box, el("span", { class: "name", text: area.name }), count));
    }));
    if (held) rows.querySelector(`[data-area="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
  }

  return {
    element: group(t("filters.areas"), clear, chips,
      el("label", { class: "field" }, el("span", { text: t("filters.areaSet") }), sets),
      access === "open" && [el("label", { class: "field" }, el("span", { text: t("filters.areaName") }), input), unknown, rows]),
    update({ state, answer, outlineSet }) {
      sets.value = outlineSet ?? "none";
      clear.hidden = state.filters.areas.length === 0;
      const set = outlineSet ?? profile.areaSets[0]?.id;
      now = { set, counts: answer?.areas?.[set] ?? null };
      const next = [set, now.counts, areaNames(set).length, state.filters.areas];
      if (next.some((value, i) => value !== drawn[i])) {
        drawn = next;
        list();
      }
      const names = state.filters.areas.map(nameOf).join("\n");
      if (names === chosen) return;
      chosen = names;
      chips.replaceChildren(...state.filters.areas.map((area) =>
        el("li", {}, button(nameOf(area), () => setFilters({ ...filters(), areas: toggled(filters().areas, area) }), { class: "chip", "aria-label": t("filters.remove", { name: nameOf(area) }) }))));
    },
  };
}
