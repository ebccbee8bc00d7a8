/** What is recorded of an incident. */
import { kindColour } from "../core/colours.js";
import { textOf } from "../core/format.js";
import { el } from "./dom.js";
import { cardHead, facts } from "./facts.js";

const KNOWN_FLAGS = ["no_location", "default_location", "outside_city", "reported_before", "dst_gap", "dst_overlap", "placeholder_time"];

export function createIncidentCard(feature, { profile, t, format, language }, mode, onClose) {
  const p = feature.properties;
  const index = profile.groups.findIndex((group) => group.id === p.group);
  const group = profile.groups[index];
  const kind = group && [el("span", { class: "dot", style: { "--colour": kindColour(index, mode) } }), textOf(group.title, language)];
  const flags = (p.flags ?? []).map((flag) => (KNOWN_FLAGS.includes(flag) ? t(`flag.${flag}`) : flag.replaceAll("_", " ")));
  return el("div", { class: "card" },
    cardHead(offenceTitle(p, profile, language), kind, onClose, t),
    facts([
      [t("incident.occurred"), occurred(p, t, format)],
      [t("incident.reported"), p.reportedOn && format.day(p.reportedOn)],
      [t("incident.address"), p.address],
      [t("incident.premises"), p.premises],
      [t("incident.weapon"), p.weapon ?? (p.firearm ? t("incident.firearm") : null)],
      [t("incident.status"), p.status],
      [t("incident.code"), [p.code, p.codeLabel].filter(Boolean).join(" · ")],
      [t("incident.beat"), p.beat],
      [t("incident.flags"), flags],
    ]),
    el("p", { class: "hint" }, `${t("incident.block")} ${t("incident.number", { id: feature.id })}`));
}

/** The offence in the reader's language. */
export function offenceTitle(properties, profile, language) {
  const offence = profile.groups.flatMap((group) => group.offences).find((known) => known.id === properties.offence);
  return offence ? textOf(offence.title, language) : properties.offenceTitle;
}

function occurred({ occurredFrom, occurredTo }, t, format) {
  if (!occurredFrom) return null;
  const from = format.moment(occurredFrom);
  return occurredTo && occurredTo !== occurredFrom ? t("incident.between", { from, until: format.moment(occurredTo) }) : from;
}
