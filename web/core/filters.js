/** What is asked of the incidents: how the parts of the filter work together, and how the API is asked. */
import { NO_FILTERS } from "./state.js";
import { formatRanges, parseRanges } from "./ranges.js";

/** The filter's parameters of /explore and of the incidents collection. */
export function queryOf(filters, profile) {
  const query = {};
  if (filters.offences.length > 0) query.offence = offencesAsked(filters, profile).join(",");
  else if (filters.groups.length > 0) query.group = filters.groups.join(",");
  if (filters.from || filters.until) query.datetime = `${filters.from ?? ".."}/${filters.until ?? ".."}`;
  if (filters.hours.length > 0) query.hours = formatRanges(filters.hours);
  if (filters.weekdays.length > 0) query.weekdays = formatRanges(filters.weekdays);
  if (filters.areas.length > 0) query.area = filters.areas.join(",");
  if (filters.shapes.length > 0) query.shape = filters.shapes.join(",");
  // "mixed" holds codes that nobody has sorted yet: leaving them out would hide incidents without saying so.
  if (!filters.policeGenerated) query.origin = "reported,mixed";
  return query;
}

/** The filter that such parameters came from; {filters, rest}, `rest` what the page has no filter for. */
export function filtersOf(query) {
  const { offence, group, datetime, hours, weekdays, area, shape, origin, ...rest } = query;
  const list = (text) => (Array.isArray(text) ? text : (text ?? "").split(",")).filter((part) => part !== "");
  const [from, until] = (datetime ?? "../..").split("/").map((day) => (day === ".." || day === "" ? null : day.slice(0, 10)));
  return {
    filters: {
      groups: list(group), offences: list(offence), from, until: until === undefined ? from : until,
      hours: parseRanges(hours ?? "", 0, 23), weekdays: parseRanges(weekdays ?? "", 1, 7),
      areas: list(area), shapes: list(shape), policeGenerated: list(origin).includes("police_generated"),
    },
    rest,
  };
}

/** Group and offence together would be "both" to the server, so ticked groups are spelled out as their offences. */
function offencesAsked(filters, profile) {
  const ofGroups = profile.groups.filter((g) => filters.groups.includes(g.id)).flatMap((g) => g.offences.map((o) => o.id));
  return [...new Set([...ofGroups, ...filters.offences])];
}

/** The names of the parts that narrow the answer. */
export function activeParts(filters) {
  const parts = [];
  if (filters.groups.length + filters.offences.length > 0) parts.push("offences");
  if (filters.from || filters.until) parts.push("dates");
  if (filters.hours.length > 0) parts.push("hours");
  if (filters.weekdays.length > 0) parts.push("weekdays");
  if (filters.areas.length > 0) parts.push("areas");
  if (filters.shapes.length > 0) parts.push("shapes");
  return parts;
}

/** The filter without one part. */
export function without(filters, part) {
  const cleared = {
    offences: { groups: [], offences: [] },
    dates: { from: null, until: null },
    hours: { hours: [] },
    weekdays: { weekdays: [] },
    areas: { areas: [] },
    shapes: { shapes: [] },
  };
  return { ...filters, ...cleared[part] };
}

/** True when nothing differs from the start. */
export function isPlain(filters) {
  return activeParts(filters).length === 0 && filters.policeGenerated === NO_FILTERS.policeGenerated;
}

/** Ticks or clears a whole group; its single offences no longer matter. */
export function toggleGroup(filters, group) {
  const ids = group.offences.map((o) => o.id);
  const ticked = filters.groups.includes(group.id);
  return {
    ...filters,
    groups: ticked ? filters.groups.filter((id) => id !== group.id) : [...filters.groups, group.id],
    offences: filters.offences.filter((id) => !ids.includes(id)),
  };
}

/** Ticks or clears one offence; a group whose offences are all ticked becomes the group, and the reverse. */
export function toggleOffence(filters, group, offence) {
  const ids = group.offences.map((o) => o.id);
  const ticked = new Set(filters.groups.includes(group.id) ? ids : filters.offences.filter((id) => ids.includes(id)));
  if (!ticked.delete(offence)) ticked.add(offence);
  const whole = ticked.size === ids.length;
  const otherGroups = filters.groups.filter((id) => id !== group.id);
  const otherOffences = filters.offences.filter((id) => !ids.includes(id));
  return {
    ...filters,
    groups: whole ? [...otherGroups, group.id] : otherGroups,
    offences: whole ? otherOffences : [...otherOffences, ...ids.filter((id) => ticked.has(id))],
  };
}

/** "all", "some" or "none" of a group's offences are ticked. */
export function tickOf(filters, group) {
  if (filters.groups.includes(group.id)) return "all";
  return group.offences.some((o) => filters.offences.includes(o.id)) ? "some" : "none";
}

/** A list with the value put in, or taken out when it was in. */
export function toggled(list, value) {
  return list.includes(value) ? list.filter((v) => v !== value) : [...list, value];
}
