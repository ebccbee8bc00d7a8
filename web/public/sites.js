/** Says at each program site whether it is open now or later today, as its schedule was last published. */
import { el } from "../ui/dom.js";
import { openingAt } from "./opening.js";

/** The sites of the page's list: [{element, name, program, sign, lon, lat, words}]. */
export function enlivenSites(section, { say, locale }, now) {
  const { zone } = section.dataset;
  const clock = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", timeZone: zone });
  const sites = [...section.querySelectorAll(".site")].map((element) => {
    const words = openingWords(element.dataset, zone, now, say, clock);
    if (words) element.querySelector(".site-name").after(el("span", { class: "open-sign", text: words }));
    return { element, words, ...element.dataset };
  });
  const open = sites.filter(({ words }) => words);
  section.querySelector(".programs-now")?.replaceChildren(open.length > 0 ? say("openCount", { n: open.length }) : say("openNone"));
  return sites;
}

function openingWords(data, zone, now, say, clock) {
  const schedule = {
    seasonFrom: data.seasonFrom, seasonUntil: data.seasonUntil, hoursFrom: data.hoursFrom, hoursUntil: data.hoursUntil,
    weekdays: (data.weekdays ?? "").split(",").filter(Boolean).map(Number),
  };
  if (data.status === "ended" || data.status === "paused" || data.status === "proposed") return null;
  const opening = openingAt(schedule, zone, now);
  if (opening?.state !== "now" && opening?.state !== "later") return null;
  const sure = data.status === "active" ? "" : "Unsure";
  return say(opening.state === "now" ? `openNow${sure}` : `openLater${sure}`, { from: clock.format(opening.from), until: clock.format(opening.until) });
}
