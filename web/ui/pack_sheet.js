/** The monthly pack on paper: a title, of what and when, the warning, the whole city, what stands out, then each area. */
import { textOf } from "../core/format.js";
import { packGroups, packHeadlines } from "../core/pack.js";
import { el } from "./dom.js";
import { packPeriod } from "./pack_table.js";

const PRINTING = "printing-pack";

/** Puts the sheet beside the page, prints it alone, and takes it away again. */
export function printPack(pack, context) {
  const sheet = createPackSheet(pack, context);
  document.body.append(sheet);
  document.documentElement.classList.add(PRINTING);
  addEventListener("afterprint", () => {
    document.documentElement.classList.remove(PRINTING);
    sheet.remove();
  }, { once: true });
  window.print();
}

export function createPackSheet({ run, rows, words }, context) {
  const { t, format, profile, language, today } = context;
  const { result } = run;
  const asked = run.asked.inputs.layer;
  const set = profile.areaSets.find(({ id }) => id === asked.areas);
  const { city, flagged } = packHeadlines(rows);
  const part = (title, ...content) => el("section", { class: "sheet-part" }, el("h2", { text: title }), content);
  const lines = [
    result.spans?.now && packPeriod(result, context),
    set && t("pattern.packBy", { set: textOf(set.title, language) }),
    t("pattern.about", { words: run.words }),
    t("pattern.packPlaced", { n: result.run.events, nText: format.number(result.run.events) }),
    t("print.source", { source: textOf(profile.source, language), version: result.run.dataVersion, at: format.day(today()) }),
    t("pattern.packFigures", { id: result.run.id, version: result.run.dataVersion }),
    profile.synthetic && t("print.synthetic"),
  ];
  return el("article", { id: "pack-sheet" },
    el("h1", { text: t("pattern.packTitle", { city: textOf(profile.name, language) }) }),
    lines.filter(Boolean).map((text) => el("p", { text })),
    el("p", { class: "sheet-warning", text: t("warning.text") }),
    result.run.policeGenerated && el("p", { class: "sheet-warning", text: t("pattern.police") }),
    city.length > 0 && part(t("pattern.packCity"), words.table(city, ["kind"])),
    part(t("pattern.packFlagged"), flagged.length > 0 ? words.table(flagged, ["name", "kind"]) : el("p", { text: t("pattern.packNone") })),
    packGroups(rows, "unit").filter(({ key }) => key !== null).map((group) => part(words.nameOf(group.title), words.table(group.rows, ["kind"]))),
    el("p", { class: "sheet-note", text: t("pattern.packNote") }));
}
