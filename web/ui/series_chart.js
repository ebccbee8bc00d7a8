/** A series of counts by equal periods as a picture: bars, lines, a band, marks; its key below it and its figures as a table. */
import { datesOf, periodOf, ticksOf } from "../core/series.js";
import { el, svg } from "./dom.js";

const [WIDTH, HEIGHT] = [344, 168];
const [LEFT, RIGHT, TOP, BOTTOM] = [36, 8, 14, 20];
const MOST_DATES = 5;

/**
 * `drawing`: {label, said, starts, bars, lines, upper, alarms, spans, columns}; all lists are as long as `starts`, null for no value.
 * `lines`: [{key, values, steps}], key "expected", "trend" or "level"; `upper`: {from, to}, a band between two lists;
 * `alarms`: "up" or "down" where a mark stands; `spans`: [{at, low, high}], a line before a period and its interval;
 * `columns`: [[title, values], ...] of the table; `keys`: [[key, text], ...] of the key. `dateOf(start)` names a place of the axis,
 * `nameOf(i)` a period, by its days where it is not given.
 */
export function createSeriesChart(drawing, { t, format }) {
  const { label, said, starts, columns, keys, dateOf = format.month, nameOf = (i) => periodText(periodOf(starts, i), format) } = drawing;
  const place = scales(drawing);
  const picture = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "series-chart", role: "img", "aria-label": `${label}. ${said}` },
    axes(drawing, place, format, dateOf), band(drawing, place), bars(drawing, place, (i, count) => t("charts.month", { month: nameOf(i), count: levelText(count, format) })),
    (drawing.spans ?? []).flatMap((span) => spanMark(span, place)), (drawing.lines ?? []).map((line) => svg("path", { d: pathOf(line, place), class: `series-line series-${line.key}` })), alarms(drawing, place));
  const text = (value) => (value === null || value === undefined ? "–" : typeof value === "string" ? value : levelText(value, format));
  const table = el("details", {}, el("summary", { text: t("charts.table") }),
    el("div", { class: "wide-table", tabindex: "0", role: "group", "aria-label": label }, el("table", { class: "plain-table series-table" },
      el("thead", {}, el("tr", {}, [t("pattern.column_period"), ...columns.map(([title]) => title)].map((title) => el("th", { scope: "col", text: title })))),
      el("tbody", {}, starts.map((_, i) => el("tr", {}, el("th", { scope: "row", text: nameOf(i) }), columns.map(([, values]) => el("td", { text: text(values[i]) }))))))));
  return el("figure", { class: "series" }, picture, el("ul", { class: "series-keys" }, keys.map(([key, name]) => el("li", {}, keyMark(key), el("span", { text: name })))), table);
}

/** A count or a level: whole from a hundred on, three figures below it. */
export const levelText = (value, format) => (Math.abs(value) >= 100 ? format.number(Math.round(value)) : format.rate(value));

export const periodText = ({ from, until }, format) => `${format.day(from)} – ${format.day(until)}`;

function scales({ starts, bars: counts, lines = [], upper }) {
  const all = [...counts, ...lines.flatMap(({ values }) => values), ...(upper ? upper.to : [])].filter((value) => value !== null && value !== undefined);
  const ticks = ticksOf(Math.min(...all), Math.max(...all));
  const [low, high] = [ticks[0], ticks.at(-1)];
  const step = (WIDTH - LEFT - RIGHT) / starts.length;
  return { ticks, step, x: (i) => LEFT + i * step, y: (value) => TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM) };
}

function axes({ starts }, { ticks, step, x, y }, format, dateOf) {
  const word = (attributes, text) => {
    const made = svg("text", attributes);
    made.textContent = text;
    return made;
  };
  return [
    ...ticks.flatMap((tick) => [
      svg("line", { x1: LEFT, x2: WIDTH - RIGHT, y1: y(tick), y2: y(tick), class: tick === 0 ? "series-zero" : "series-grid" }),
      word({ x: LEFT - 4, y: y(tick) + 3.5, "text-anchor": "end" }, format.number(tick))]),
    ...datesOf(starts, MOST_DATES).map(({ at, start }) => word({ x: Math.min(x(at), WIDTH - RIGHT - 44), y: HEIGHT - 5 }, dateOf(start))),
    ...datesOf(starts, MOST_DATES).map(({ at }) => svg("line", { x1: x(at), x2: x(at), y1: HEIGHT - BOTTOM, y2: HEIGHT - BOTTOM + 4, class: "series-zero" })),
    svg("line", { x1: x(0), x2: x(0) + step * starts.length, y1: HEIGHT - BOTTOM, y2: HEIGHT - BOTTOM, class: "series-zero" }),
  ];
}

function bars({ bars: counts, alarms: raised = [] }, { step, x, y }, say) {
  const gap = step > 4 ? step * 0.15 : 0;
  return counts.flatMap((count, i) => {
    if (count === null) return [];
    const title = svg("title");
    title.textContent = say(i, count);
    const [top, bottom] = [Math.min(y(count), y(0)), Math.max(y(count), y(0))];
    return svg("rect", { x: x(i) + gap, width: Math.max(0.5, step - 2 * gap), y: top, height: bottom - top, class: raised[i] ? "series-bar series-raised" : count < 0 ? "series-bar series-below" : "series-bar" }, title);
  });
}

/** Stretches without a value part a line. */
function pathOf({ values, steps }, { step, x, y }) {
  let on = false;
  return values.map((value, i) => {
    if (value === null || value === undefined) return (on = false), "";
    const begin = on ? "L" : "M";
    on = true;
    return steps ? `${begin}${x(i).toFixed(1)},${y(value).toFixed(1)}L${(x(i) + step).toFixed(1)},${y(value).toFixed(1)}` : `${begin}${(x(i) + step / 2).toFixed(1)},${y(value).toFixed(1)}`;
  }).join("");
}

function band({ upper }, place) {
  if (!upper) return [];
  const there = (i) => upper.from[i] !== null && upper.to[i] !== null;
  const areas = upper.to.map((_, i) => (there(i) ? svg("rect", { x: place.x(i), width: place.step, y: place.y(upper.to[i]), height: Math.max(0, place.y(upper.from[i]) - place.y(upper.to[i])), class: "series-band" }) : []));
  return [...areas.flat(), svg("path", { d: pathOf({ values: upper.to.map((value, i) => (there(i) ? value : null)), steps: true }, place), class: "series-line series-upper" })];
}

/** A triangle above what alarms, so that colour is not all that tells it; it points down where a fall does. */
function alarms({ alarms: raised = [], bars: counts }, { step, x, y }) {
  return raised.flatMap((which, i) => {
    if (!which) return [];
    const [middle, top] = [x(i) + step / 2, y(counts[i] ?? 0) - 2];
    return svg("path", { d: which === "down" ? `M${middle},${top}l-5,-8h10z` : `M${middle},${top - 8}l-5,8h10z`, class: "series-alarm" });
  });
}

function spanMark({ at, low, high }, { x }) {
  const interval = low !== null && high !== null ? [svg("rect", { x: x(low), width: Math.max(1, x(high) - x(low)), y: TOP, height: HEIGHT - TOP - BOTTOM, class: "series-span" })] : [];
  return [...interval, svg("line", { x1: x(at), x2: x(at), y1: TOP - 6, y2: HEIGHT - BOTTOM, class: "series-break" })];
}

/** The mark of a key as it looks in the picture. */
export function keyMark(key) {
  const shapes = {
    bar: () => svg("rect", { x: 6, y: 2, width: 8, height: 10, class: "series-bar" }),
    below: () => svg("rect", { x: 6, y: 2, width: 8, height: 10, class: "series-bar series-below" }),
    alarm: () => svg("path", { d: "M10,3l-5,8h10z", class: "series-alarm" }),
    fall: () => svg("path", { d: "M10,11l-5,-8h10z", class: "series-alarm" }),
    bound: () => svg("path", { d: "M0,7h20", class: "series-line series-upper" }),
    upper: () => [svg("rect", { x: 0, y: 3, width: 20, height: 8, class: "series-band" }), svg("path", { d: "M0,3h20", class: "series-line series-upper" })],
    break: () => [svg("rect", { x: 5, y: 0, width: 10, height: 14, class: "series-span" }), svg("path", { d: "M10,0v14", class: "series-break" })],
  };
  return svg("svg", { viewBox: "0 0 20 14", width: 20, height: 14, "aria-hidden": "true" }, [(shapes[key] ?? (() => svg("path", { d: "M0,7h20", class: `series-line series-${key}` })))()].flat());
}
