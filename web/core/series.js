/** What a series of counts by equal periods says, before it is put into words. */
import { daysBetween, plusDays } from "./dates.js";

const known = (value) => value !== null && value !== undefined;

/** The days of each period: from one start to the next. */
export function daysOfPeriods(starts) {
  return starts.length > 1 ? daysBetween(starts[0], starts[1]) : 7;
}

/** {from, until}, both included, of a period. */
export function periodOf(starts, i) {
  return { from: starts[i], until: plusDays(starts[i], daysOfPeriods(starts) - 1) };
}

/** {first, alarms, judged, skipped}: where judging begins, [{at, way}] of the periods that alarm, how many were judged, and how many could not be. */
export function alertsOf({ series, expected, upperBound, statistic, lower, alarm, judged }) {
  const found = series.findIndex((_, i) => [expected, upperBound, statistic].some((list) => known(list?.[i])));
  const first = found < 0 ? Math.max(0, series.length - judged) : found;
  const alarms = alarm.flatMap((raised, at) => (raised ? [{ at, way: (lower?.[at] ?? 0) > (statistic?.[at] ?? 0) ? "down" : "up" }] : []));
  return { first, alarms, judged, skipped: Math.max(0, series.length - first - judged) };
}

/** Whether a list holds any value: what a method does not give is empty. */
export const holdsAny = (list) => (list ?? []).some(known);

/** The stretches of one level: {from, until, periods, mean}, in the order of time. */
export function segmentsOf({ starts, breaks, means }) {
  const edges = [0, ...breaks, starts.length];
  return means.map((mean, i) => ({ from: starts[edges[i]], until: periodOf(starts, edges[i + 1] - 1).until, periods: edges[i + 1] - edges[i], mean }));
}

/** Each change: {at, low, high, day, earliest, latest, before, after}; places among the periods and their first days, an end null where it is not known. */
export function changesOf({ starts, breaks, lower, upper, means }) {
  const within = (place) => (known(place) ? Math.max(0, Math.min(starts.length - 1, Math.round(place))) : null);
  const day = (place) => (place === null ? null : starts[place]);
  return breaks.map((at, i) => {
    const [low, high] = [within(lower?.[i]), within(upper?.[i])];
    return { at, low, high, day: starts[at], earliest: day(low), latest: day(high), before: means[i], after: means[i + 1] };
  });
}

/** The level of each period. */
export function levelsOf({ starts, breaks, means }) {
  return starts.map((_, i) => means[breaks.filter((at) => at <= i).length]);
}

/** The season of the last year in the order of the calendar: [{from, until, value}], and its {highest, lowest}. */
export function seasonOf({ starts, seasonal }, periods) {
  const year = seasonal.slice(-periods).map((value, i) => ({ ...periodOf(starts, starts.length - Math.min(periods, starts.length) + i), value }));
  year.sort((a, b) => (a.from.slice(5) < b.from.slice(5) ? -1 : 1));
  const furthest = (sign) => year.reduce((a, b) => (sign * b.value > sign * a.value ? b : a));
  return { year, highest: furthest(1), lowest: furthest(-1) };
}

/** A rising series of at most five round values from `low` or 0 up to `high` or a little above. */
export function ticksOf(low, high) {
  const span = Math.max(high, 0) - Math.min(low, 0) || 1;
  const rough = span / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((size) => size >= rough);
  const first = Math.floor(Math.min(low, 0) / step + 1e-9);
  const last = Math.ceil(Math.max(high, 0) / step - 1e-9);
  return Array.from({ length: Math.max(1, last - first) + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Where the axis of time is named: places {at, start} of up to `most` periods, the first of each year where there are years enough. */
export function datesOf(starts, most) {
  const years = starts.map((start, at) => ({ at, start })).filter(({ start, at }) => at > 0 && start.slice(0, 4) !== starts[at - 1].slice(0, 4));
  if (years.length >= 2) return thinned(years, most);
  const step = Math.max(1, Math.ceil(starts.length / most));
  return starts.map((start, at) => ({ at, start })).filter(({ at }) => at % step === 0);
}

function thinned(list, most) {
  const step = Math.ceil(list.length / most);
  return list.filter((_, i) => i % step === 0);
}

/** The columns of the file and its lines; `more`: [[name, values], ...]. */
export function seriesTable({ series, starts }, more) {
  const columns = ["from", "until", "count", ...more.map(([name]) => name)];
  const lines = series.map((count, i) => [starts[i], periodOf(starts, i).until, count, ...more.map(([, values]) => (typeof values[i] === "boolean" ? (values[i] ? "yes" : "no") : values[i]))]);
  return { columns, lines };
}
