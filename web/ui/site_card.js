/** What is known of a program site. */
import { scheduleLines } from "../core/schedule.js";
import { textOf } from "../core/format.js";
import { el } from "./dom.js";
import { cardHead, facts } from "./facts.js";
import { createSign } from "./signs.js";

/** `entry`: {site, program}. `onClose` adds the head with a close button, as in a popup. */
export function createSiteCard({ site, program }, { t, format, language }, onClose = null) {
  const p = site.properties;
  const name = program ? textOf({ en: program.properties.name, es: program.properties.nameEs }, language) : p.programName;
  const kind = [createSign(program?.properties.sign), name];
  const opened = p.openedOn && (p.openedPrecision === "year" ? p.openedOn.slice(0, 4) : p.openedPrecision === "month" ? format.month(p.openedOn) : format.day(p.openedOn));
  return el("div", { class: "card" },
    onClose ? cardHead(p.name, kind, onClose, t) : el("p", { class: "kind" }, kind),
    facts([
      [t("site.address"), p.address],
      [t("site.schedule"), scheduleLines(p, t, format)],
      [t("site.status"), t(`status.${p.status ?? "unknown"}`)],
      [t("site.opened"), opened],
      [t("site.closed"), p.closedOn && format.day(p.closedOn)],
      [t("site.listed"), p.listedYears?.length ? format.list(p.listedYears.map(String)) : null],
      [t("site.operator"), program?.properties.operator],
      [t("site.type"), p.siteType],
      [t("site.precision"), site.geometry ? p.placePrecision : t("site.noPlace")],
      [t("site.note"), p.note],
      [t("site.source"), p.source],
    ]));
}
