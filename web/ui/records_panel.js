/** The records behind the counts: find one by its number, hold what is loaded against the source's totals, load a file. */
import { button, el, section } from "./dom.js";
import { createImportPart } from "./import_part.js";
import { offenceTitle } from "./incident_card.js";
import { createLazy } from "./lazy.js";

export function createRecordsPanel(context) {
  const { profile, t, format, language, server, reasonOf, showRecord } = context;
  const number = el("input", { type: "search", autocomplete: "off", maxlength: "60", placeholder: t("records.placeholder"), "aria-label": t("records.number") });
  const said = el("p", { class: "hint", role: "status" });
  const found = el("ul", { class: "rows" });
  const totals = el("div");
  const loaded = createLazy({ t, reasonOf, ask: (signal) => server.reconciliation(signal), draw });
  const imports = createImportPart({ ...context, changed: () => loaded.refresh() });
  const form = el("form", { class: "inline-field", on: { submit: find } }, number, el("button", { type: "submit", class: "plain", text: t("records.find") }));

  async function find(event) {
    event.preventDefault();
    const record = number.value.trim();
    if (!record) return;
    found.replaceChildren();
    said.textContent = t("list.loading");
    try {
      const { features } = await server.records(record);
      said.textContent = features.length === 0 ? t("records.none") : t("records.found", { n: features.length });
      found.replaceChildren(...features.map((feature) => {
        const p = feature.properties;
        const second = [format.moment(p.occurredFrom), p.address, !feature.geometry && t("site.noPlace")].filter(Boolean).join(" · ");
        return el("li", {}, el("button", { type: "button", class: "row", "data-key": `incident:${feature.id}`, on: { click: () => showRecord(feature) } },
          el("span", { class: "name", text: offenceTitle(p, profile, language) }), el("small", { text: second })));
      }));
    } catch (error) {
      said.textContent = t("list.failed", { reason: reasonOf(error) });
    }
  }

  function draw({ years, official, runs }) {
    const byYear = new Map(official.map((total) => [String(total.year), total]));
    const names = [...new Set([...Object.keys(years), ...byYear.keys()])].sort();
    const columns = ["records.year", "records.loaded", "records.official", "records.share"].map((key) => el("th", { scope: "col", text: t(key) }));
    totals.replaceChildren(
      el("table", { class: "plain-table" }, el("caption", { class: "visually-hidden", text: t("records.reconciliation") }), el("thead", {}, el("tr", {}, columns)),
        el("tbody", {}, names.map((year) => line(year, years[year] ?? 0, byYear.get(year))))),
      el("p", { class: "hint", text: official.length > 0 ? t("records.source", { source: sourceOf(official) }) : t("records.noOfficial") }),
      profile.synthetic && official.length > 0 ? el("p", { class: "hint caution", text: t("records.synthetic") }) : "");
    imports.setRuns(runs);
  }

  const sourceOf = (official) => [...new Set(official.map((total) => total.source[language] ?? total.source.en))].join("; ");

  function line(year, count, total) {
    const share = total && total.official > 0 ? count / total.official : null;
    const off = share !== null && Math.abs(share - 1) > 0.01;
    return el("tr", { class: off ? "flagged" : "" }, el("th", { scope: "row", text: year }), el("td", { text: format.number(count) }),
      el("td", { text: total ? format.number(total.official) : "–" }), el("td", { text: share === null ? "–" : format.share(share) }));
  }

  return {
    element: el("div", {},
      section(t("records.findTitle"), form, said, found),
      section(t("records.reconciliation"), loaded.element, totals, el("p", { class: "hint", text: t("records.reconciliationNote") }), button(t("records.again"), () => loaded.refresh(), { class: "quiet" })),
      imports.element),
    update({ answer }) {
      if (answer) loaded.update(answer.dataVersion);
    },
  };
}
