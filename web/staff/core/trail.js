/** The audit trail as rows of text. */

/** Year to hundredths of a second, in UTC: 2026-11-24 06:48:11.23. */
export function utcText(at) {
  const [, day, time, fraction = ""] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(\.\d{1,2})?/.exec(at) ?? [null, at, ""];
  return `${day} ${time}${fraction}`.trim();
}

/** Details as pairs of text, by name. */
export function detailPairs(details) {
  return Object.entries(details ?? {}).sort(([a], [b]) => a.localeCompare(b)).map(([name, value]) => [name, String(value)]);
}
