/** Which outlines are drawn, and within which areas incidents are counted. */
import { toggled, without } from "../core/filters.js";
import { textOf } from "../core/format.js";
import { button, el, group, freshId } from "./dom.js";

export function createAreaFilter({ store, profile, access, t, language, setFilters, setLayers, areaNames }) {
  const filters = () => store.get().filters;
  const clear = button(t("filters.clear"), () => setFilters(without(filters(), "areas")), { class: "quiet", "aria-label": t("filters.clearPart", { part: t("filters.areas") }) });
  const sets = el("select", { on: { change: () => setLayers({ outlines: sets.value }) } },
    profile.areaSets.map((set) => el("option", { value: set.id, text: textOf(set.title, language) })),
    el("option", { value: "none", text: t("filters.noOutlines") }));
  const names = el("datalist", { id: freshId("areas") });
  const unknown = el("p", { class: "hint", role: "status" });
  const input = el("input", { type: "search", list: names.id, autocomplete: "off", placeholder: t("filters.areaPlaceholder"), on: { change: choose } });
  const chips = el("ul", { class: "chips" });
  let listed = null;
  let chosen = "";

  function choose() {
    const typed = input.value.trim().toLocaleLowerCase(language);
    if (!typed) return;
    const found = areaNames(listed).find((area) => area.name.toLocaleLowerCase(language) === typed);
    unknown.textContent = found ? "" : t("filters.areaUnknown");
    if (!found) return;
    input.value = "";
    const area = `${listed}:${found.slug}`;
    if (!filters().areas.includes(area)) setFilters({ ...filters(), areas: [...filters().areas, area] });
  }

  function nameOf(area) {
    const [set, slug] = area.split(":");
    return areaNames(set).find((known) => known.slug === slug)?.name ?? slug;
  }

  function list(set) {
    const known = areaNames(set);
    if (listed === set && names.childElementCount === known.length) return;
    listed = set;
    names.replaceChildren(...known.map((area) => el("option", { value: area.name })));
  }

  return {
    element: group(t("filters.areas"), clear,
      el("label", { class: "field" }, el("span", { text: t("filters.areaSet") }), sets),
      access === "open" && el("label", { class: "field" }, el("span", { text: t("filters.areaName") }), input), names, unknown, chips),
    update({ state, outlineSet }) {
      sets.value = outlineSet ?? "none";
      list(outlineSet ?? profile.areaSets[0]?.id);
      clear.hidden = state.filters.areas.length === 0;
      const next = state.filters.areas.map(nameOf).join("\n");
      if (next === chosen) return;
      chosen = next;
      chips.replaceChildren(...state.filters.areas.map((area) =>
        el("li", {}, button(nameOf(area), () => setFilters({ ...filters(), areas: toggled(filters().areas, area) }), { class: "chip", "aria-label": t("filters.remove", { name: nameOf(area) }) }))));
    },
  };
}
