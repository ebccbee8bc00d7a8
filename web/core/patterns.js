/** What the Patterns panel offers: each question with its process, its parameters in metres and days, and how it is asked. */
import { monthDays, plusDays, yearBefore } from "./dates.js";

/** A field: {name, kind, value, min, max, step, unit}; its label and the reason for its value are messages. */
const number = (name, value, min, max, unit, step = 1) => ({ name, kind: "number", value, min, max, unit, step });
const choice = (name, ...values) => ({ name, kind: "choice", value: values[0], values });
const UNITS = [{ name: "units", kind: "units" }, number("size", 500, 100, 5000, "metres", 50)];
const SEED = number("seed", 1, 0, 999_999, null);

export const PATTERNS = Object.freeze([
  { id: "density", process: "density", fields: [number("bandwidth", 400, 50, 5000, "metres", 50), choice("kernel", "quartic", "gaussian")] },
  { id: "hot", process: "gi-star", fields: [...UNITS, choice("inference", "normal", "permutation"), SEED] },
  { id: "like", process: "local-moran", fields: [...UNITS, choice("inference", "conditional", "permutation"), SEED] },
  { id: "clusters", process: "dbscan", fields: [number("eps", "", 10, 5000, "metres", 5), number("minPoints", 5, 2, 1000, null)] },
  { id: "bursts", process: "st-dbscan", fields: [number("eps", "", 10, 5000, "metres", 5), number("epsTime", 7, 1, 365, "days"), number("minPoints", 5, 2, 1000, null)] },
  { id: "near", process: "knox", fields: [number("distance", 100, 25, 2000, "metres", 25), number("time", 7, 1, 60, "days"), number("permutations", 999, 0, 9999, null), SEED] },
  { id: "emerging", process: "emerging-hot-spots", fields: [...UNITS, number("days", 28, 7, 92, "days"), number("count", 24, 10, 60, null)] },
  { id: "caught", process: "back-test", fields: [choice("surface", "density", "counts"), number("bandwidth", 400, 50, 5000, "metres", 50), number("mapDays", 365, 7, 730, "days"), number("size", 500, 100, 5000, "metres", 50), number("share", 5, 1, 50, "percent"), number("testDays", 28, 7, 92, "days"), number("origins", 6, 2, 24, null), SEED] },
  { id: "pack", process: "monthly-pack", fields: [{ name: "areas", kind: "areas", value: "" }, choice("by", "group", "offence"), choice("span", "month", "weeks"), number("earlier", 12, 1, 60, null)] },
  { id: "fair", process: "equity-readout", fields: [{ name: "areas", kind: "areas", value: "" }] },
]);

/** Which of a pattern's fields are asked for with these values: a grid's size not for areas, a seed only for chance. */
export function shownFields(pattern, values) {
  return pattern.fields.filter(({ name }) =>
    (name !== "size" || !values.units || values.units === "grid") && (name !== "bandwidth" || values.surface !== "counts") && (name !== "seed" || !values.inference || values.inference === "permutation"));
}

/** The values that a pattern begins with; `areas` is the set that is counted by where one is. */
export function startValues(pattern) {
  return Object.fromEntries(pattern.fields.map(({ name, kind, value }) => [name, kind === "units" ? "grid" : value]));
}

/** The filter of a run; police-generated offences are named, for without a word the server leaves them out. */
export function layerFilter(query, policeGenerated) {
  return policeGenerated ? { ...query, origin: "reported,mixed,police_generated" } : query;
}

/** {from, until} of the last so many days that the filter and the data hold. */
export function lastDays(query, data, days) {
  const end = query.datetime?.split("/")[1] ?? "..";
  const until = end === ".." || end > data.until ? data.until : end;
  return { from: plusDays(until, 1 - days), until };
}

/** For near repeats and clusters: the filter's own dates, or without any the last twelve months of the data. */
export function withYear(query, data) {
  return query.datetime ? query : { ...query, datetime: `${plusDays(yearBefore(data.until), 1)}/${data.until}` };
}

const grid = (size) => ({ kind: "hexagons", size });
const placed = ({ units, size }) => (units && units !== "grid" ? { areas: units } : { grid: grid(size) });
const bands = (step, count) => Array.from({ length: count + 1 }, (_, i) => i * step);
const given = (names, values) => Object.fromEntries(names.filter((name) => values[name] !== "" && values[name] !== undefined).map((name) => [name, values[name]]));
const chance = ({ seed }) => ({ permutations: 999, seed });

/** The inputs of each pattern; `filter` as layerFilter gives it, `data` the days on which incidents are known. */
const INPUTS = {
  density: (v, filter) => ({ layer: { filter }, ...given(["bandwidth", "kernel"], v) }),
  hot: (v, filter) => ({ layer: { filter, ...placed(v) }, ...(v.inference === "permutation" && chance(v)) }),
  like: (v, filter) => ({ layer: { filter, ...placed(v) }, inference: v.inference, ...(v.inference === "permutation" && chance(v)) }),
  clusters: (v, filter, data) => ({ layer: { filter: withYear(filter, data) }, ...given(["eps", "minPoints"], v) }),
  bursts: (v, filter, data) => ({ layer: { filter: withYear(filter, data) }, ...given(["eps", "epsTime", "minPoints"], v) }),
  near: (v, filter, data) => ({
    layer: { filter: withYear(filter, data) }, distanceBands: [0, 1, ...bands(v.distance, 4).slice(1)], timeBands: bands(v.time, 4), permutations: v.permutations, seed: v.seed,
  }),
  emerging: (v, filter) => ({ layer: { filter, ...placed(v), periods: { days: v.days, count: v.count } } }),
  caught: (v, filter, data) => ({
    layer: { filter: untilOnly(filter, data), grid: grid(v.size), periods: { days: v.testDays, count: v.origins } },
    surface: v.surface, mapDays: v.mapDays, share: v.share / 100, seed: v.seed, ...(v.surface === "density" && { bandwidth: v.bandwidth }),
  }),
  pack: (v, filter, data) => ({ layer: { filter: untilOnly(filter, data), areas: v.areas, by: v.by, periods: { ...(v.span === "month" ? { unit: "month" } : { days: 28 }), count: v.earlier + 1 } } }),
  fair: (v, filter) => ({ layer: { filter, areas: v.areas } }),
};

/** A pack and a back-test end with the filter's time, or with the data, and take their earlier periods from before it begins. */
function untilOnly({ datetime, ...rest }, data) {
  return { ...rest, datetime: `../${lastDays({ datetime }, data, 1).until}` };
}

const OUTPUTS = {
  density: ["density", "integral", "bandwidth", "grid"], hot: ["z", "p", "pAdjusted", "class", "rawClass", "features"],
  like: ["z", "p", "pAdjusted", "quadrant", "class", "rawClass", "features"], clusters: ["clusters", "eps", "outlines"], bursts: ["clusters", "eps", "outlines"],
  near: ["observed", "expected", "ratio", "p", "pMaxT", "distanceBands", "timeBands", "pairs"], emerging: ["class", "trendZ", "trendP", "sen", "features"], caught: ["map", "lastYear", "difference", "beatsLastYear", "origins", "flagged", "flaggedLastYear", "features"], pack: ["now", "expected", "low", "high", "z", "p", "pAdjusted", "flagged", "percent", "series", "names", "slugs", "kinds", "days", "spans", "yearToDate", "lastYear", "yearPercent", "features"], fair: ["flagged", "all", "byDensity", "byRate", "byHarm", "features"],
};

/** What is sent to be worked out: {process, inputs, outputs}. */
export function execution(pattern, values, query, data, policeGenerated) {
  const inputs = INPUTS[pattern.id](values, layerFilter(query, policeGenerated), data);
  inputs.layer.collection = "incidents";
  return { process: pattern.process, inputs, outputs: Object.fromEntries([...OUTPUTS[pattern.id], "run"].map((name) => [name, {}])) };
}

/** The pattern that a kept study is of. */
export function patternOf(process) {
  return PATTERNS.find((pattern) => pattern.process === process) ?? null;
}
