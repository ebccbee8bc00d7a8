/** A site's schedule, as last published, in words. */

/** Sentences about a site's opening, or an empty list when none was published. `t` translates, `format` writes. */
export function scheduleLines(site, t, format) {
  const lines = [];
  if (site.seasonFrom && site.seasonUntil) {
    lines.push(t("site.season", { from: format.dayOfYear(site.seasonFrom), until: format.dayOfYear(dayBefore(site.seasonUntil)) }));
  }
  const days = site.weekdays?.length ? format.weekdays(site.weekdays) : null;
  const hours = site.hoursFrom && site.hoursUntil ? `${site.hoursFrom.slice(0, 5)}–${site.hoursUntil.slice(0, 5)}` : null;
  if (days || hours) lines.push([days, hours].filter(Boolean).join(", "));
  if (site.scheduleNote) lines.push(site.scheduleNote);
  return lines;
}

/** The season's end is the day after its last day. */
function dayBefore(dayOfYear) {
  const [month, day] = dayOfYear.replace(/^--/, "").split("-").map(Number);
  return new Date(Date.UTC(2001, month - 1, day - 1)).toISOString().slice(4, 10).replace(/^-/, "--");
}
