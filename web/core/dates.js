/** Days of a city's calendar as "YYYY-MM-DD"; arithmetic in UTC, where every day has 24 hours. */

const MILLIS_OF_DAY = 86_400_000;
const instant = (day) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (millis) => new Date(millis).toISOString().slice(0, 10);

/** The day that many days later (or earlier, below 0). */
export function plusDays(day, days) {
  return dayOf(instant(day) + days * MILLIS_OF_DAY);
}

/** Whole days from one to the other. */
export function daysBetween(from, until) {
  return Math.round((instant(until) - instant(from)) / MILLIS_OF_DAY);
}

/** The same day of the year before; 29 February becomes 1 March. */
export function yearBefore(day) {
  const date = new Date(instant(day));
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  return dayOf(date.getTime());
}

/** First and last day of a month "YYYY-MM". */
export function monthDays(month) {
  const [year, number] = month.split("-").map(Number);
  return { from: `${month}-01`, until: dayOf(Date.UTC(year, number, 0)) };
}

/** Ranges that end with the data, not with today: an old file has no last 28 days of today. Both ends are included. */
export function quickRanges(last) {
  return [
    { id: "days28", from: plusDays(last, -27), until: last },
    { id: "months12", from: plusDays(yearBefore(last), 1), until: last },
    { id: "all", from: null, until: null },
  ];
}

/** True when any day of the month lies within the closed range. */
export function monthWithin(month, from, until) {
  const days = monthDays(month);
  return (!from || days.until >= from) && (!until || days.from <= until);
}

/** Every month "YYYY-MM" from the first to the last, both included. */
export function monthsBetween(first, last) {
  const number = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const name = (n) => `${String(Math.floor(n / 12)).padStart(4, "0")}-${String((n % 12) + 1).padStart(2, "0")}`;
  return Array.from({ length: Math.max(0, number(last) - number(first) + 1) }, (_, i) => name(number(first) + i));
}
