/**
 * The view as one plain object, and its serialised form: the part of the address after "#".
 * Being there, it changes without asking the server for the page again, and opens from any copy of the page.
 */
import { formatRanges, parseRanges } from "./ranges.js";

export const NO_FILTERS = Object.freeze({
  groups: [],
  offences: [],
  from: null,
  until: null,
  hours: [],
  weekdays: [],
  areas: [],
  shapes: [],
  policeGenerated: false,
});

/** The parts of the panel of answers. */
export const TABS = Object.freeze(["overview", "compare", "places", "patterns", "records"]);


export const START = Object.freeze({
  city: null,
  language: null,
  view: null,
  filters: NO_FILTERS,
  layers: Object.freeze({ incidents: true, outlines: null, hiddenPrograms: [] }),
  /** How hours are counted of what lasted longer than one: at its start, or spread over its span. */
  clock: "start",
  tab: "overview",
  /** What is held against what: null, or as core/compare.js reads it. */
  compare: null,
  /** Number of the saved view that this one came from. */
  saved: null,
  /** The kept study that the Patterns panel shows. */
  study: null,
  selected: null,
});

const SLUG = /^[a-z0-9][a-z0-9._-]*$/;
const AREA = /^[a-z0-9-]+:[a-z0-9][a-z0-9._-]*$/;
const SHAPE = /^[A-Za-z0-9_-]{4,64}$/;
const COMPARE = /^(years:[1-5]|period:\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d|area:[a-z0-9-]+:[a-z0-9][a-z0-9._-]*)$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Reads a view; what cannot be understood is left out, so that an old or a cut link still opens. */
export function parseState(text) {
  const params = new URLSearchParams(String(text ?? "").replace(/^[#?]/, ""));
  const list = (name, pattern) => (params.get(name) ?? "").split(",").filter((part) => pattern.test(part));
  const one = (name, pattern) => (pattern.test(params.get(name) ?? "") ? params.get(name) : null);
  return {
    city: one("city", SLUG),
    language: one("lang", /^(en|es)$/),
    view: parseView(params.get("at")),
    filters: {
      groups: list("group", SLUG),
      offences: list("offence", SLUG),
      from: one("from", DAY),
      until: one("until", DAY),
      hours: parseRanges(params.get("hours"), 0, 23),
      weekdays: parseRanges(params.get("weekdays"), 1, 7),
      areas: list("area", AREA),
      shapes: list("shape", SHAPE),
      policeGenerated: params.get("origin") === "all",
    },
    layers: {
      incidents: params.get("incidents") !== "off",
      outlines: one("outlines", SLUG),
      hiddenPrograms: list("hide", SLUG),
    },
    clock: params.get("clock") === "aoristic" ? "aoristic" : "start",
    tab: TABS.includes(params.get("tab")) ? params.get("tab") : "overview",
    compare: one("compare", COMPARE),
    saved: one("saved", /^\d{1,9}$/),
    study: one("study", /^[A-Za-z0-9_-]{1,64}$/),
    selected: one("selected", /^(incident|site):[A-Za-z0-9._-]+$/),
  };
}

/** Writes a view; what is as at the start is left out. */
export function formatState(state) {
  const { filters, layers } = state;
  const parts = [
    ["city", state.city],
    ["lang", state.language],
    ["at", formatView(state.view)],
    ["group", filters.groups.join(",")],
    ["offence", filters.offences.join(",")],
    ["from", filters.from],
    ["until", filters.until],
    ["hours", formatRanges(filters.hours)],
    ["weekdays", formatRanges(filters.weekdays)],
    ["area", filters.areas.join(",")],
    ["shape", filters.shapes.join(",")],
    ["origin", filters.policeGenerated ? "all" : null],
    ["incidents", layers.incidents ? null : "off"],
    ["outlines", layers.outlines],
    ["hide", layers.hiddenPrograms.join(",")],
    ["clock", state.clock === "start" ? null : state.clock],
    ["tab", state.tab === "overview" ? null : state.tab],
    ["compare", state.compare],
    ["saved", state.saved],
    ["study", state.study],
    ["selected", state.selected],
  ];
  // Every value is of [A-Za-z0-9._:,/-], which may stand in a fragment as it is and stays readable.
  return parts.filter(([, value]) => value).map((pair) => pair.join("=")).join("&");
}

function parseView(text) {
  const numbers = /^(\d{1,2})\/(-?\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)$/.exec(text ?? "")?.slice(1).map(Number);
  if (!numbers) return null;
  const [zoom, lat, lon] = numbers;
  return zoom <= 20 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180 ? { zoom, lat, lon } : null;
}

function formatView(view) {
  return view && `${Math.round(view.zoom)}/${view.lat.toFixed(4)}/${view.lon.toFixed(4)}`;
}
