/** The table of a monthly pack: its rows, how they are put together, and the file that they make. */
import { csvOf } from "./csv.js";

const at = (list, i) => (list?.length > i ? list[i] : null);

/** One row for each area and offence: {slug, name, kind, now, low, high, z, p, ...}; a slug of null is the whole city. */
export function packRows(result) {
  const places = result.features.features.map(({ properties }) => properties);
  return result.now.map((now, i) => ({
    // Packs that were kept before offences stood in rows have a row for each area.
    slug: result.names?.length ? result.slugs[i] : places[i].slug,
    name: result.names?.length ? result.names[i] : places[i].name,
    kind: at(result.kinds, i),
    now, expected: result.expected[i], low: result.low[i], high: result.high[i], z: result.z[i], p: at(result.p, i), pAdjusted: result.pAdjusted[i],
    flagged: result.flagged[i], percent: at(result.percent, i), series: result.series[i],
    year: at(result.yearToDate, i), lastYear: at(result.lastYear, i), yearPercent: at(result.yearPercent, i),
  })).filter(({ series, year, lastYear }) => [...series, year, lastYear].some((count) => count > 0));
}

/** Groups of rows, {title: row, rows}: of each area or of each offence, the whole city and all together first. */
export function packGroups(rows, layout) {
  const keyOf = layout === "unit" ? ({ slug }) => slug : ({ kind }) => kind;
  const inside = layout === "unit" ? ({ kind }) => kind === null : ({ slug }) => slug === null;
  const groups = new Map();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  const sorted = [...groups].map(([key, members]) => ({ key, title: members[0], rows: [...members].sort((a, b) => inside(b) - inside(a) || (layout === "unit" ? 0 : (b.z ?? 0) - (a.z ?? 0))) }));
  return sorted.sort((a, b) => (b.key === null) - (a.key === null) || (layout === "unit" ? a.title.name.localeCompare(b.title.name) : 0));
}

/** What stands out, the furthest first, and above it the whole city. */
export function packHeadlines(rows) {
  return {
    city: rows.filter(({ slug }) => slug === null),
    flagged: rows.filter(({ slug, flagged }) => slug !== null && flagged).sort((a, b) => Math.abs(b.z) - Math.abs(a.z)),
  };
}

/** The whole table as CSV; `kindOf(row)` and `nameOf(row)` name an offence and a place. */
export function packCsv(rows, { spans }, { kindOf, nameOf }) {
  const columns = ["area", "offense", "from", "until", "count", "expected", "low95", "high95", "z", "p", "pAdjusted", "flagged", "percent", "yearToDate", "lastYearSameDays", "yearPercent", "counts"];
  const lines = rows.map((row) => [
    nameOf(row), kindOf(row), spans?.now?.[0], spans?.now?.[1], row.now, row.expected, row.low, row.high, row.z, row.p, row.pAdjusted, row.flagged ? "yes" : "no",
    row.percent, row.year, row.lastYear, row.yearPercent, row.series.join(" "),
  ]);
  return csvOf(columns, lines);
}
