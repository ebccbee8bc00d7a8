/** Whether a site is open, by the schedule that was last published. Days and hours are the city's own. */

const DAY = 86_400_000;

/**
 * What the schedule says of the moment `now` (milliseconds since 1970): {state: "now" | "later", from, until} with both
 * ends as instants, {state: "not"} on any other day or hour, or null where no hours are published.
 * `schedule`: {seasonFrom, seasonUntil: --MM-DD, the second one the day after the last; weekdays: ISO numbers, none for
 * every day; hoursFrom, hoursUntil: HH:MM, the second at or before the first for hours that end after midnight}.
 */
export function openingAt(schedule, zone, now) {
  if (!schedule.hoursFrom || !schedule.hoursUntil) return null;
  const today = midnightOf(now + offsetAt(zone, now));
  // A session of yesterday may last into today; a session belongs to the day on which it begins.
  for (const day of [today - DAY, today]) {
    if (!opensOn(schedule, day)) continue;
    const { from, until } = sessionOf(schedule, zone, day);
    if (now >= from && now < until) return { state: "now", from, until };
    if (day === today && now < from) return { state: "later", from, until };
  }
  return { state: "not" };
}

/**
 * The instant at which the city's clocks show a local time, given as milliseconds of a clock without a zone. A time that
 * is skipped moves forward by the length of the gap; one that is shown twice is the first of the two.
 */
export function instantOf(zone, local) {
  const before = offsetAt(zone, local - DAY);
  const after = offsetAt(zone, local + DAY);
  if (offsetAt(zone, local - before) === before) return local - before;
  return offsetAt(zone, local - after) === after ? local - after : local - before;
}

function sessionOf({ hoursFrom, hoursUntil }, zone, day) {
  const [begins, ends] = [minutesOf(hoursFrom), minutesOf(hoursUntil)];
  const last = ends > begins ? day : day + DAY;
  return { from: instantOf(zone, day + begins * 60_000), until: instantOf(zone, last + ends * 60_000) };
}

function opensOn({ seasonFrom, seasonUntil, weekdays }, day) {
  const date = new Date(day);
  const weekday = date.getUTCDay() || 7;
  if (weekdays.length > 0 && !weekdays.includes(weekday)) return false;
  if (!seasonFrom || !seasonUntil) return true;
  const [first, end, here] = [seasonFrom.slice(2), seasonUntil.slice(2), date.toISOString().slice(5, 10)];
  return first < end ? here >= first && here < end : here >= first || here < end;
}

function minutesOf(time) {
  const [hours, minutes] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

function midnightOf(local) {
  return Math.floor(local / DAY) * DAY;
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(zone, instant) {
  const shown = Object.fromEntries(clockOf(zone).formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const local = Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second);
  return local - Math.floor(instant / 1000) * 1000;
}

const clocks = new Map();

function clockOf(zone) {
  if (!clocks.has(zone)) {
    const whole = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" };
    clocks.set(zone, new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", ...whole }));
  }
  return clocks.get(zone);
}
