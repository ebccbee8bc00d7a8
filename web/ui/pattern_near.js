/** Near repeats: the sentence, the table in interval notation, and circles around the last incidents until the day on which they end. */
import { plusDays } from "../core/dates.js";
import { lastDays } from "../core/patterns.js";
import { isRaised, reachOf } from "../core/pattern_words.js";
import { el } from "./dom.js";

const MOST_CIRCLES = 1000;

export function createNearResult({ asked, result }, context, draw) {
  const { t, format } = context;
  const reach = reachOf(result);
  const map = el("div", { role: "status" });
  if (reach) showCircles(reach, asked.inputs.layer.filter, context, draw, map);
  else draw(null);
  return [
    el("p", { class: "headline-text", text: reach ? t("pattern.saidNear", { ...words(reach, format), ratio: format.rate(reach.ratio) }) : t("pattern.saidNearNone") }),
    table(result, context),
    el("p", { class: "hint", text: t("pattern.nearNote") }),
    map,
  ];
}

const words = ({ metres, days }, format) => ({ metres: format.number(metres), days: format.number(days) });

/** "[0, 7)" without its space, so that four bands stand side by side. */
const tight = (band) => band.replaceAll(" ", "");

function table(result, { t, format }) {
  const cell = (row, column) => {
    const raised = isRaised(result, row, column);
    const [ratio, p] = [result.ratio[row][column], result.pMaxT?.[row]?.[column] ?? result.p?.[row]?.[column]];
    return el("td", { class: raised ? "raised" : "" },
      el("span", { text: ratio === null ? "–" : format.rate(ratio) }), raised && el("span", { class: "visually-hidden", text: ` ${t("pattern.raised")}` }),
      el("small", { text: p === null || p === undefined ? "" : t("pattern.pValue", { p: format.rate(p) }) }));
  };
  return el("div", { class: "wide-table", tabindex: "0", role: "region", "aria-label": t("pattern.nearTable") }, el("table", { class: "change-table near-table" },
    el("caption", { class: "visually-hidden", text: t("pattern.nearTable") }),
    el("thead", {}, el("tr", {}, el("th", { scope: "col", text: t("pattern.column_distance") }), result.timeBands.map((band) => el("th", { scope: "col", text: t("pattern.dayBand", { band: tight(band) }) })))),
    el("tbody", {}, result.distanceBands.map((band, row) => el("tr", {}, el("th", { scope: "row", text: t("pattern.metreBand", { band: tight(band) }) }), result.timeBands.map((_, column) => cell(row, column)))))));
}

/** The places within reach of what was recorded in the last days of the data: for as long as the pattern has lasted, no longer. */
async function showCircles(reach, filter, { t, format, server, profile, reasonOf, escape }, draw, map) {
  const { from, until } = lastDays(filter, profile.incidents, reach.days);
  const end = plusDays(until, reach.days);
  map.replaceChildren(el("p", { class: "hint", text: t("list.loading") }));
  try {
    const { features, numberMatched } = await server.incidents({ ...filter, datetime: `${from}/${until}`, limit: MOST_CIRCLES });
    const places = features.filter(({ geometry }) => geometry).map(({ geometry }) => ({ lon: geometry.coordinates[0], lat: geometry.coordinates[1] }));
    const values = { n: places.length, nText: format.number(places.length), ...words(reach, format), from: format.day(from), until: format.day(until), end: format.day(end) };
    draw({ kind: "circles", places, metres: reach.metres, card: () => circleCard(values, t, escape) });
    map.replaceChildren(el("h3", { text: t("pattern.risk") }), el("p", { class: "notice-text", text: t("pattern.saidRisk", values) }), ...rest(features.length, numberMatched, t, format), el("p", { class: "hint caution", text: t("pattern.riskNote", values) }));
  } catch (error) {
    map.replaceChildren(el("p", { class: "hint", text: t("list.failed", { reason: reasonOf(error) }) }));
  }
}

/** Circles that are not drawn are told of: a map without them would look safe there. */
function rest(drawn, all, t, format) {
  return all > drawn ? [el("p", { class: "hint caution", text: t("pattern.riskMore", { drawn: format.number(drawn), n: all, nText: format.number(all) }) })] : [];
}

function circleCard(values, t, escape) {
  return el("div", { class: "card" },
    el("div", { class: "card-head" }, el("h2", { tabindex: "-1", text: t("pattern.risk") }), el("button", { type: "button", class: "close", "aria-label": t("app.close"), on: { click: escape } })),
    el("p", { text: t("pattern.riskCard", values) }));
}
