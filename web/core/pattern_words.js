/** What a result says, before it is put into words. */

const LEVEL = 0.05;
/** Share more than by chance from which a band counts as raised. */
const LEAST_RATIO = 1.2;

/** Ends of "[100,200)" as numbers; null for no end. */
export function bandOf(text) {
  const [from, until] = text.replace(/[[\]()\s]/g, "").split(",").map(Number);
  return { from, until: Number.isFinite(until) ? until : null };
}

/** Whether a band of near repeats is raised beyond chance over all bands together. */
export function isRaised({ ratio, pMaxT, p }, row, column) {
  const chance = pMaxT?.[row]?.[column] ?? p?.[row]?.[column];
  return chance !== null && chance !== undefined && chance <= LEVEL && ratio[row][column] >= LEAST_RATIO;
}

/**
 * How far and how long incidents follow others more than by chance: {metres, days, ratio}, the largest block of raised bands that
 * begins at the nearest and the soonest; `ratio` is that of the first apart from the very same place. Null where there is none.
 */
export function reachOf(table) {
  const distances = table.distanceBands.map(bandOf);
  const times = table.timeBands.map(bandOf);
  const first = distances.findIndex((band) => band.until === null || band.until > 1);
  let best = null;
  for (let columns = 1; columns <= times.length; columns++) {
    let rows = 0;
    while (first + rows < distances.length && raisedUpTo(table, first + rows, columns)) rows++;
    if (rows > 0 && (!best || rows * columns > best.size)) best = { size: rows * columns, rows, columns };
  }
  if (!best) return null;
  return { metres: distances[first + best.rows - 1].until, days: times[best.columns - 1].until, ratio: table.ratio[first][0] };
}

function raisedUpTo(table, row, columns) {
  for (let column = 0; column < columns; column++) if (!isRaised(table, row, column)) return false;
  return true;
}

/** How many places are of each class. */
export function tally(features, classOf) {
  const counts = new Map();
  for (const feature of features) {
    const key = classOf(feature.properties);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** "HH", "LL", "HL", "LH" of a place that is like or unlike its neighbors beyond chance; "none" of all others. */
export function moranClass({ quadrant }, level) {
  return level === 0 || quadrant === "NONE" ? "none" : quadrant;
}
