/** From places on a chart to what they mean: months of a line, hours and weekdays of a grid. */
import { monthDays } from "./dates.js";

/** Place 0 to n - 1 of n equal steps under a distance from the left edge. */
export function stepAt(distance, width, n) {
  return Math.max(0, Math.min(n - 1, Math.floor((distance / width) * n)));
}

/** Days of the months between two places, whichever comes first; null at an end where the whole line is meant. */
export function daysOf(months, a, b) {
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  if (low === 0 && high === months.length - 1) return { from: null, until: null };
  return { from: monthDays(months[low]).from, until: monthDays(months[high]).until };
}

/** First and last place whose months lie in the closed range of days; null where none does or no range is set. */
export function placesOf(months, from, until) {
  if (!from && !until) return null;
  const within = months.map((month, i) => ({ i, ...monthDays(month) })).filter((m) => (!from || m.until >= from) && (!until || m.from <= until));
  return within.length > 0 ? { low: within[0].i, high: within.at(-1).i } : null;
}

/** Hours and weekdays of the rectangle between two cells, counted from Monday 0 h; all of a dimension is no filter. */
export function rectangle(a, b) {
  const span = (x, y, size, first) => {
    const [low, high] = [Math.min(x, y), Math.max(x, y)];
    return low === 0 && high === size - 1 ? [] : Array.from({ length: high - low + 1 }, (_, i) => low + i + first);
  };
  return {
    hours: span(a % 24, b % 24, 24, 0),
    weekdays: span(Math.floor(a / 24), Math.floor(b / 24), 7, 1),
  };
}

/** Whether a cell is let through by the hours and weekdays of a filter. */
export function cellWithin(cell, { hours, weekdays }) {
  return (hours.length === 0 || hours.includes(cell % 24)) && (weekdays.length === 0 || weekdays.includes(Math.floor(cell / 24) + 1));
}
