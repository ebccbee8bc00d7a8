/** The busiest addresses and the share they hold; what has no place, and where the source piles it. */
import { classOfZ, comparedDates, periodBefore } from "../core/compare.js";
import { el, section } from "./dom.js";
import { createLazy } from "./lazy.js";

export function createPlacesPanel({ profile, t, format, server, query, reasonOf, goToPoint }) {
  const curve = el("div");
  const table = el("div");
  const missing = el("div");
  const addresses = createLazy({ t, reasonOf, ask: (signal) => server.addresses(question(), signal), draw: drawAddresses });
  const places = createLazy({ t, reasonOf, ask: (signal) => server.missingPlaces(query(), signal), draw: drawMissing });
  const older = el("p", { class: "hint" });
  let dates = null;

  /** With dates chosen, each address is also counted in the period of the same length before. */
  function question() {
    const before = dates.chosen && periodBefore(dates);
    return { ...query(), ...(before && before.from >= profile.incidents.from && { before: `${before.from}/${before.until}` }) };
  }

  function drawAddresses({ incidents, addresses: count, curve: points, rows }) {
    const fifth = points.find((point) => point.addresses === 0.2);
    curve.replaceChildren(...(fifth ? [
      el("p", { class: "headline-text", text: t("places.fifth", { n: count, nText: format.number(count), share: format.share(fifth.incidents) }) }),
      el("ul", { class: "curve" }, points.map((point) => el("li", {},
        el("span", { text: t("places.share", { addresses: format.share(point.addresses), n: point.count, nText: format.number(point.count) }) }),
        el("span", { class: "bar-track", "aria-hidden": "true" }, el("span", { class: "bar-fill", style: { width: `${point.incidents * 100}%` } })),
        el("span", { class: "count", text: format.share(point.incidents) })))),
    ] : [el("p", { class: "notice-text", text: t("places.none") })]));
    const compared = rows.some((row) => row.before !== undefined);
    const columns = [t("places.address"), t("charts.countColumn"), ...(compared ? [t("places.before")] : []), t("places.running")];
    table.replaceChildren(...(rows.length === 0 ? [] : [el("table", { class: "change-table" },
      el("caption", { class: "visually-hidden", text: t("places.repeat") }),
      el("thead", {}, el("tr", {}, columns.map((text) => el("th", { scope: "col", text })))),
      el("tbody", {}, rows.map((row) => line(row, compared))))]));
    older.textContent = compared ? t("places.beforeNote") : "";
  }

  function line({ address, count, before, z, flagged, share, lon, lat }, compared) {
    const title = lon === null ? address : el("button", { type: "button", class: "link", text: address, title: t("places.show"), on: { click: () => goToPoint(lat, lon) } });
    return el("tr", {}, el("th", { scope: "row" }, title), el("td", { text: format.number(count) }),
      compared && el("td", { class: `z z${flagged ? classOfZ(z) : 0}`, text: format.number(before) }), el("td", { text: format.share(share) }));
  }

  function drawMissing({ counts, piles }) {
    const rows = [["matched", "places.matched"], ["withoutPlace", "places.withoutPlace"], ["noLocation", "flag.no_location"], ["defaultLocation", "places.piled"], ["outsideCity", "flag.outside_city"], ["noAddress", "places.noAddress"]];
    missing.replaceChildren(
      el("table", { class: "plain-table" }, el("caption", { class: "visually-hidden", text: t("places.missing") }),
        el("tbody", {}, rows.map(([key, name]) => el("tr", {}, el("th", { scope: "row", text: t(name) }), el("td", { text: share(counts[key], counts.matched) }))))),
      ...(piles.length === 0 ? [] : [
        el("h3", { text: t("places.piles") }),
        el("p", { class: "hint", text: t("places.pilesNote") }),
        el("table", { class: "plain-table" }, el("thead", {}, el("tr", {}, ["places.point", "charts.countColumn", "places.addresses"].map((key) => el("th", { scope: "col", text: t(key) })))),
          el("tbody", {}, piles.map((pile) => el("tr", {}, el("th", { scope: "row", text: `${pile.lat.toFixed(4)}, ${pile.lon.toFixed(4)}` }), el("td", { text: format.number(pile.count) }), el("td", { text: format.number(pile.addresses) }))))),
      ]));
  }

  const share = (n, of) => (of > 0 && n !== of ? `${format.number(n)} (${format.share(n / of)})` : format.number(n));

  return {
    element: el("div", {},
      section(t("places.repeat"), addresses.element, curve, table, older, el("p", { class: "hint", text: t("places.repeatNote") })),
      section(t("places.missing"), places.element, missing, el("p", { class: "hint", text: t("places.missingNote") }))),
    update({ state, answer }) {
      dates = comparedDates(state.filters, profile.incidents);
      if (!answer) return;
      const key = JSON.stringify([state.filters, answer.dataVersion]);
      addresses.update(key);
      places.update(key);
    },
  };
}
