/** The programs with their signs, each to be switched off, and the list of their sites. */
import { textOf } from "../core/format.js";
import { toggled } from "../core/filters.js";
import { el, section } from "./dom.js";
import { createSign } from "./signs.js";
import { createSiteCard } from "./site_card.js";

export function createProgramLegend(context) {
  const { store, sites, programs, t, format, language, setLayers, select } = context;
  const rows = programs.map(programRow).filter(Boolean);
  const without = sites.filter((entry) => !entry.site.geometry);

  function programRow(program) {
    const { slug, sign } = program.properties;
    const own = sites.filter((entry) => entry.site.properties.program === slug);
    if (own.length === 0) return null;
    const box = el("input", { type: "checkbox", on: { change: () => setLayers({ hiddenPrograms: toggled(store.get().layers.hiddenPrograms, slug) }) } });
    const count = el("span", { class: "count", text: format.number(own.length), title: t("legend.sites", { n: own.length }) });
    const label = el("label", { class: "tick" }, box, createSign(sign), el("span", { class: "name", text: programName(program, language) }), count);
    return { slug, box, element: el("li", {}, label) };
  }

  function siteList() {
    const placed = sites.filter((entry) => entry.site.geometry);
    const items = placed.map(({ site, program }) =>
      el("li", {}, el("button", { type: "button", class: "row", "data-key": `site:${site.properties.slug}`, on: { click: () => select(`site:${site.properties.slug}`) } },
        createSign(program?.properties.sign), el("span", { class: "name", text: site.properties.name }), el("small", { text: programName(program, language) }))));
    return el("details", {}, el("summary", { text: t("legend.list") }), el("ul", { class: "rows" }, items));
  }

  function withoutPlace() {
    if (without.length === 0) return null;
    const items = without.map((entry) =>
      el("li", {}, el("details", {}, el("summary", { text: entry.site.properties.name }), createSiteCard(entry, context))));
    return el("details", {}, el("summary", { text: t("legend.noPlace", { n: without.length, nText: format.number(without.length) }) }), el("ul", { class: "rows inner" }, items));
  }

  const content = rows.length > 0
    ? [el("ul", { class: "tree" }, rows.map((row) => row.element)), el("p", { class: "hint", text: t("legend.scheduleNote") }), siteList(), withoutPlace()]
    : [el("p", { class: "hint", text: t("legend.noSites") })];
  return {
    element: section(t("legend.programs"), content),
    update({ state }) {
      for (const row of rows) row.box.checked = !state.layers.hiddenPrograms.includes(row.slug);
    },
  };
}

/** A program's name in the reader's language. */
export function programName(program, language) {
  if (!program) return "";
  return textOf({ en: program.properties.name, es: program.properties.nameEs }, language);
}
