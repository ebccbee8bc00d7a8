/** What is held against what, as the state writes it: "years:3", "period:FROM/UNTIL", "area:SET:NAME", or null. */
import { monthDays, plusDays } from "./dates.js";

/** {kind: "years", years} | {kind: "period", from, until} | {kind: "area", area}; three years where nothing is said. */
export function parseCompare(text) {
  const [kind, ...rest] = (text ?? "years:3").split(":");
  if (kind === "years") return { kind, years: Number(rest[0]) };
  if (kind === "area") return { kind, area: rest.join(":") };
  const [from, until] = rest[0].split("/");
  return { kind: "period", from, until };
}

/** The parameters of /compare for a filter's own; `query` holds datetime, and area where areas are compared. */
export function compareQuery(text, query) {
  const compare = parseCompare(text);
  if (compare.kind === "years") return { ...query, years: String(compare.years) };
  if (compare.kind === "period") return { ...query, before: `${compare.from}/${compare.until}` };
  return { ...query, against: compare.area };
}

/** The dates that are compared: those of the filter; where an end is open, the last three whole months of the data. */
export function comparedDates({ from, until }, data) {
  if (from && until) return { from, until, chosen: true };
  const whole = monthDays(data.until.slice(0, 7)).until === data.until;
  const last = whole ? data.until.slice(0, 7) : plusDays(`${data.until.slice(0, 7)}-01`, -1).slice(0, 7);
  let first = last;
  for (let i = 0; i < 2; i++) first = plusDays(`${first}-01`, -1).slice(0, 7);
  return { from: from ?? `${first}-01`, until: until ?? monthDays(last).until, chosen: Boolean(from || until) };
}

/** As many days as the period has, right before it. */
export function periodBefore({ from, until }) {
  const days = Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) + 1;
  return { from: plusDays(from, -days), until: plusDays(from, -1) };
}

/** -3 to 3 of a z: 2 from |z| = 2 on, 3 from |z| = 3 on, 1 below; 0 where there is none. */
export function classOfZ(z) {
  if (z === null || z === undefined) return 0;
  const size = Math.abs(z) >= 3 ? 3 : Math.abs(z) >= 2 ? 2 : 1;
  return z < 0 ? -size : size;
}
