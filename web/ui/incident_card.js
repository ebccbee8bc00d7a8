/** What is recorded of an incident. */
import { kindColour } from "../core/colours.js";
import { textOf } from "../core/format.js";
import { button, el } from "./dom.js";
import { cardHead, facts } from "./facts.js";

const KNOWN_FLAGS = ["no_location", "default_location", "outside_city", "reported_before_occurred", "dst_gap", "dst_overlap", "placeholder_time", "implausible_date", "span_reversed"];

/** `stack`: {ids, go}, the incidents at the same point and how to turn to one of them. */
export function createIncidentCard(feature, { profile, t, format, language }, mode, onClose, stack) {
  const p = feature.properties;
  const index = profile.groups.findIndex((group) => group.id === p.group);
  const group = profile.groups[index];
  const kind = group && [el("span", { class: "dot", style: { "--colour": kindColour(index, mode) } }), textOf(group.title, language)];
  const flags = (p.flags ?? []).map((flag) => (KNOWN_FLAGS.includes(flag) ? t(`flag.${flag}`) : flag.replaceAll("_", " ")));
  return el("div", { class: "card" },
    cardHead(offenceTitle(p, profile, language), kind, onClose, t),
    stack.ids.length > 1 && turner(feature.id, stack, t),
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

function turner(id, { ids, go }, t) {
  const at = ids.findIndex((other) => String(other) === String(id));
  const turn = (step, name, sign) => button(sign, () => go(ids[(at + step + ids.length) % ids.length]), { class: "icon", "aria-label": t(name), title: t(name) });
  return el("div", { class: "turner" }, turn(-1, "incident.previous", "‹"), el("span", { text: t("incident.ofStack", { at: at + 1, n: ids.length }) }), turn(1, "incident.next", "›"));
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
