/** Weeks that were above what was to be expected, or in which the level had shifted. */
import { alertsOf, holdsAny, periodOf } from "../core/series.js";
import { el } from "./dom.js";
import { createSeriesChart, levelText, periodText } from "./series_chart.js";
import { countedWords, seriesFile, seriesRows } from "./series_parts.js";

export function createUnusualResult(run, context, draw) {
  const { result } = run;
  const { method } = run.asked.inputs;
  const { t, format } = context;
  const { first, alarms, judged, skipped } = alertsOf(result);
  draw(null);
  const sums = method === "cusum";
  const said = t(sums ? "series.saidCusum" : "series.saidUnusual", { n: alarms.length, nText: format.number(alarms.length), judged: format.number(judged) });
  const columns = columnsOf(result, sums, t);
  const figure = (value) => (value === null || value === undefined ? "–" : levelText(value, format));
  const rows = alarms.map(({ at }) => [periodText(periodOf(result.starts, at), format), ...columns.map(({ values }) => figure(values[at]))]);
  return [
    el("p", { class: "headline-text", text: said }),
    el("p", { class: "hint", text: `${countedWords(result, context, first)} ${t(`series.against_${method ?? "farrington"}`, { from: format.day(result.starts[0]) })}` }),
    judged > 0 && chart(result, { first, said, columns, alarms, sums }, context),
    rows.length > 0 ? seriesRows(t("series.alarms"), [t("series.column_week"), ...columns.map(({ title }) => title)], rows) : judged > 0 && el("p", { class: "hint", text: t(sums ? "series.noShift" : "series.noAlarm") }),
    skipped > 0 && el("p", { class: "hint", text: t("series.skipped", { n: skipped, nText: format.number(skipped) }) }),
    holdsAny(result.statistic) && el("p", { class: "hint", text: t("series.statisticNote") }),
    el("p", { class: "hint", text: t("series.unusualNote") }),
    seriesFile(run, ["expected", "upperBound", "statistic", "lower", "alarm"].map((name) => [name, result[name] ?? []]), context),
  ];
}

/** What the method gives: [{title, values}]. */
function columnsOf(result, sums, t) {
  const named = [["column_count", result.series], ["column_expected", result.expected], ["column_upperBound", result.upperBound], [sums ? "column_rises" : "column_statistic", result.statistic], ["column_falls", result.lower]];
  return named.filter(([, values]) => holdsAny(values)).map(([key, values]) => ({ title: t(`series.${key}`), values }));
}

/** The judged stretch alone: years of history before it would leave a pixel to each week. */
function chart(result, { first, said, columns, alarms, sums }, context) {
  const { t } = context;
  const part = (values) => result.starts.slice(first).map((_, i) => values?.[first + i] ?? null);
  const [counts, expected, upper] = [result.series, result.expected, result.upperBound].map(part);
  const [known, bounded] = [holdsAny(expected), holdsAny(upper)];
  const marks = part([]);
  for (const { at, way } of alarms) marks[at - first] = way;
  const lines = [known && { key: "expected", values: expected, steps: true }, bounded && !known && { key: "upper", values: upper, steps: true }];
  const keys = [["bar", t("series.key_count")], known && ["expected", t("series.key_expected")], bounded && (known ? ["upper", t("series.key_upper")] : ["bound", t("series.key_bound")]), ...(sums ? [["alarm", t("series.key_rise")], ["fall", t("series.key_fall")]] : [["alarm", t("series.key_alarm")]])];
  return createSeriesChart({
    label: t("series.chart_unusual"), said, starts: result.starts.slice(first), bars: counts, alarms: marks, lines: lines.filter(Boolean), upper: known && bounded ? { from: expected, to: upper } : null, keys: keys.filter(Boolean),
    columns: [...columns.map(({ title, values }) => [title, part(values)]), [t("series.column_alarm"), marks.map((way) => (way ? (way === "down" ? "▼" : "▲") : null))]],
  }, context);
}
