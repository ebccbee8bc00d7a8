/** The monthly pack: areas by offences with counts, the range to be expected, z, earlier periods, and what stands out. */
import { classOfZ } from "../core/compare.js";
import { textOf } from "../core/format.js";
import { packCsv, packGroups, packHeadlines, packRows } from "../core/pack.js";
import { button, el } from "./dom.js";
import { keepCsv } from "./keep_csv.js";
import { printPack } from "./pack_sheet.js";
import { createPackTable, packPeriod, packRange } from "./pack_table.js";
import { createZLegend } from "./z_legend.js";

export function createPackResult(run, context, draw) {
  const { result } = run;
  const { t, format, escape, profile, language } = context;
  const rows = packRows(result);
  const kinds = run.asked.inputs.layer.by === "group" ? profile.groups : profile.groups.flatMap((group) => group.offences);
  const titles = new Map(kinds.map(({ id, title }) => [id, textOf(title, language)]));
  const words = {
    kindOf: ({ kind }) => (kind === null ? t("pattern.packAll") : (titles.get(kind) ?? kind)),
    nameOf: ({ slug, name }) => (slug === null ? t("pattern.packCity") : name),
    table: (some, leading) => createPackTable(some, leading, words, context),
  };
  const card = (row) => el("div", { class: "card" },
    el("div", { class: "card-head" }, el("h2", { tabindex: "-1", text: row.name }), el("button", { type: "button", class: "close", "aria-label": t("app.close"), on: { click: escape } })),
    el("p", { text: t("pattern.packCard", { now: format.number(row.now), range: packRange(row, context), z: format.signed(row.z ?? 0) }) }));
  draw({ kind: "cells", features: result.features.features, keyOf: ({ z }) => (Math.abs(classOfZ(z)) < 2 ? 0 : classOfZ(z)), card });

  const body = el("div", { class: "pack-body" });
  const layout = el("select", { on: { change: show } }, ["flagged", "unit", "kind"].map((value) => el("option", { value, text: t(`pattern.packLayout_${value}`) })));
  function show() {
    body.replaceChildren(...(layout.value === "flagged" ? headlines(rows, words, t) : packGroups(rows, layout.value).map((group, i) => folded(group, layout.value, i === 0, words))));
  }
  show();
  const flagged = rows.filter((row) => row.flagged).length;
  return [
    el("p", { class: "headline-text", text: t("pattern.saidPack", { n: flagged, nText: format.number(flagged), all: format.number(rows.length) }) }),
    result.spans?.now && el("p", { class: "hint", text: packPeriod(result, context) }),
    createZLegend(t),
    el("label", { class: "field" }, el("span", { text: t("pattern.packLayout") }), layout),
    body,
    el("p", { class: "hint", text: t("pattern.packNote") }),
    el("div", { class: "run-line" },
      button(t("pattern.packPrint"), () => printPack({ run, rows, words }, context), { class: "quiet" }),
      button(t("pattern.packCsv"), () => keepCsv(packCsv(rows, result, words), `lamplight-${profile.slug}-pack-${result.spans?.now?.[1] ?? "kept"}`), { class: "quiet" })),
  ];
}

function headlines(rows, words, t) {
  const { city, flagged } = packHeadlines(rows);
  return [
    city.length > 0 && el("h4", { text: t("pattern.packCity") }), city.length > 0 && words.table(city, ["kind"]),
    el("h4", { text: t("pattern.packFlagged") }),
    flagged.length > 0 ? words.table(flagged, ["name", "kind"]) : el("p", { class: "hint", text: t("pattern.packNone") }),
  ].filter(Boolean);
}

/** A group whose table is made when it is opened. */
function folded({ title, rows }, layout, open, words) {
  const name = layout === "unit" ? words.nameOf(title) : words.kindOf(title);
  const marks = rows.filter((row) => row.flagged).map(({ z }) => (z > 0 ? "▲" : "▼")).join("");
  const part = el("details", { class: "pack-group", open }, el("summary", {}, name, marks && el("span", { class: "pack-marks", "aria-hidden": "true", text: ` ${marks}` })));
  const fill = () => part.open && part.children.length === 1 && part.append(words.table(rows, layout === "unit" ? ["kind"] : ["name"]));
  part.addEventListener("toggle", fill);
  fill();
  return part;
}
