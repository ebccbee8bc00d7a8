/** What the Patterns panel offers: each question with its process, its parameters in metres and days, and how it is asked. */
import { daysBetween, plusDays, yearBefore } from "./dates.js";

/** A field: {name, kind, value, min, max, step, unit}; its label and the reason for its value are messages. */
const number = (name, value, min, max, unit, step = 1) => ({ name, kind: "number", value, min, max, unit, step });
const choice = (name, ...values) => ({ name, kind: "choice", value: values[0], values });
const UNITS = [{ name: "units", kind: "units" }, number("size", 500, 100, 5000, "metres", 50)];
const SEED = number("seed", 1, 0, 999_999, null);
const WEEKS = 52;

/** Whole years before the last one in so many weeks, 1 to 5: what is taken where no number of years is asked for. */
const yearsIn = (weeks) => Math.max(1, Math.min(5, Math.floor(weeks / WEEKS) - 1));

/** `endOnly`: of the filter's dates only the last day counts; the periods before it are taken as far back as they are needed. */
export const PATTERNS = Object.freeze([
  { id: "density", group: "where", process: "density", fields: [number("bandwidth", 400, 50, 5000, "metres", 50), choice("kernel", "quartic", "gaussian")] },
  { id: "hot", group: "where", process: "gi-star", fields: [...UNITS, choice("inference", "normal", "permutation"), SEED] },
  { id: "like", group: "where", process: "local-moran", fields: [...UNITS, choice("inference", "conditional", "permutation"), SEED] },
  { id: "clusters", group: "where", process: "dbscan", fields: [number("eps", "", 10, 5000, "metres", 5), number("minPoints", 5, 2, 1000, null)] },
  { id: "concentrated", group: "where", process: "concentration", fields: [...UNITS, SEED] },
  { id: "bursts", group: "both", process: "st-dbscan", fields: [number("eps", "", 10, 5000, "metres", 5), number("epsTime", 7, 1, 365, "days"), number("minPoints", 5, 2, 1000, null)] },
  { id: "near", group: "both", process: "knox", fields: [number("distance", 100, 25, 2000, "metres", 25), number("time", 7, 1, 60, "days"), number("permutations", 999, 0, 9999, null), SEED] },
  { id: "emerging", group: "both", process: "emerging-hot-spots", fields: [...UNITS, number("days", 28, 7, 92, "days"), number("count", 24, 10, 60, null)] },
  { id: "caught", group: "both", process: "back-test", endOnly: true, fields: [choice("surface", "density", "counts"), number("bandwidth", 400, 50, 5000, "metres", 50), number("mapDays", 365, 7, 730, "days"), number("size", 500, 100, 5000, "metres", 50), number("share", 5, 1, 50, "percent"), number("testDays", 28, 7, 92, "days"), number("origins", 6, 2, 24, null), SEED] },
  { id: "unusual", group: "when", process: "alerts", endOnly: true, fields: [choice("method", "farrington", "c1", "c2", "c3", "cusum"), number("years", "", 1, 10, "years")] },
  { id: "shift", group: "when", process: "change-points", endOnly: true, fields: [choice("step", 28, 7), number("steps", "", 24, 600, null), choice("cost", "leastSquares", "poisson")] },
  { id: "season", group: "when", process: "seasonal", endOnly: true, fields: [choice("robust", "no", "yes")] },
  { id: "pack", group: "meeting", process: "monthly-pack", endOnly: true, fields: [{ name: "areas", kind: "areas", value: "" }, choice("by", "group", "offence"), choice("span", "month", "weeks"), number("earlier", 12, 1, 60, null)] },
  { id: "harm", group: "meeting", process: "harm", fields: [] },
  { id: "fair", group: "meeting", process: "equity-readout", fields: [{ name: "areas", kind: "areas", value: "" }] },
]);

/** The kinds of questions, in the order in which they are offered. */
export const GROUPS = Object.freeze(["where", "both", "when", "meeting"]);

/** The filter as a pattern takes it, for the words that stand above what was found. */
export function filterOf(pattern, filters) {
  return pattern.endOnly ? { ...filters, from: null } : filters;
}

/** Which of a pattern's fields are asked for with these values: a grid's size not for areas, a seed only for chance. */
export function shownFields(pattern, values) {
  return pattern.fields.filter(({ name }) =>
    (name !== "size" || !values.units || values.units === "grid") && (name !== "bandwidth" || values.surface !== "counts") && (name !== "years" || values.method === "farrington") && (name !== "seed" || !values.inference || values.inference === "permutation"));
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

/** How many whole periods of so many days the data hold up to a day. */
function held(data, until, days) {
  return Math.floor((daysBetween(data.from, until) + 1) / days);
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
  concentrated: (v, filter) => ({ layer: { filter, ...placed(v) }, seed: v.seed }),
  unusual: (v, filter, data) => {
    if (v.method !== "farrington") return { layer: series(filter, data, 7, (most) => Math.min(most, 60)), method: v.method };
    const years = v.years === "" ? yearsIn(held(data, lastDays(filter, data, 1).until, 7)) : v.years;
    return { layer: series(filter, data, 7, (most) => Math.min(most, 600, WEEKS * years + 3 + WEEKS)), method: v.method, years };
  },
  shift: (v, filter, data) => ({ layer: series(filter, data, Number(v.step), (most) => (v.steps === "" ? Math.min(most, 60) : v.steps)), cost: v.cost }),
  season: (v, filter, data) => ({ layer: series(filter, data, 28, (most) => SEASON * Math.max(3, Math.min(5, Math.floor(most / SEASON)))), period: SEASON, robust: v.robust === "yes" }),
  harm: (v, filter) => ({ layer: { filter }, level: 0.95 }),
};

/** Periods of 28 days in a year. */
const SEASON = 13;

/** Equal periods up to the filter's last day; `count(most)` says how many of those that the data hold, never below 2. */
function series(filter, data, days, count) {
  return { filter: untilOnly(filter, data), periods: { days, count: Math.max(2, count(held(data, lastDays(filter, data, 1).until, days))) } };
}

/** A pack, a back-test and a series end with the filter's time, or with the data, and take their earlier periods from before it begins. */
function untilOnly({ datetime, ...rest }, data) {
  return { ...rest, datetime: `../${lastDays({ datetime }, data, 1).until}` };
}

const OUTPUTS = {
  density: ["density", "integral", "bandwidth", "grid"], hot: ["z", "p", "pAdjusted", "class", "rawClass", "features"],
  like: ["z", "p", "pAdjusted", "quadrant", "class", "rawClass", "features"], clusters: ["clusters", "eps", "outlines"], bursts: ["clusters", "eps", "outlines"],
  near: ["observed", "expected", "ratio", "p", "pMaxT", "distanceBands", "timeBands", "pairs"], emerging: ["class", "trendZ", "trendP", "sen", "features"], caught: ["map", "lastYear", "difference", "beatsLastYear", "origins", "flagged", "flaggedLastYear", "features"], pack: ["now", "expected", "low", "high", "z", "p", "pAdjusted", "flagged", "percent", "series", "names", "slugs", "kinds", "days", "spans", "yearToDate", "lastYear", "yearPercent", "features"], fair: ["flagged", "all", "byDensity", "byRate", "byHarm", "features"],
  concentrated: ["gini", "generalised", "interval", "places", "total", "lorenz", "halfShare"], unusual: ["series", "starts", "expected", "upperBound", "statistic", "lower", "alarm", "judged"],
  shift: ["series", "starts", "breaks", "lower", "upper", "means", "supF", "supFp"], season: ["series", "starts", "trend", "seasonal", "remainder"],
  harm: ["version", "days", "se", "interval", "events", "largest", "leftOut"],
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

/** What these questions show needs all that they ask for; a study that was kept through the API may hold less. */
const WHOLE = ["concentrated", "unusual", "shift", "season", "harm"];

/** Whether the panel can show that result of a pattern. */
export function canShow({ id }, result) {
  return !WHOLE.includes(id) || OUTPUTS[id].every((name) => result[name] !== undefined);
}
