/** Weeks that were above what was to be expected. */
import { alertsOf, periodOf } from "../core/series.js";
import { el } from "./dom.js";
import { createSeriesChart, levelText, periodText } from "./series_chart.js";
import { countedWords, seriesFile, seriesRows } from "./series_parts.js";

export function createUnusualResult(run, context, draw) {
  const { result, asked } = run;
  const { t, format } = context;
  const { first, alarms, judged, skipped } = alertsOf(result);
  draw(null);
  const said = t("series.saidUnusual", { n: alarms.length, nText: format.number(alarms.length), judged: format.number(judged) });
  const level = (value) => (value === null || value === undefined ? "–" : levelText(value, format));
  const week = (i) => [periodText(periodOf(result.starts, i), format), level(result.series[i]), level(result.expected[i]), level(result.upperBound[i])];
  const titles = ["column_count", "column_expected", "column_upperBound"].map((key) => t(`series.${key}`));
  return [
    el("p", { class: "headline-text", text: said }),
    el("p", { class: "hint", text: `${countedWords(result, context, first)} ${t(`series.against_${asked.inputs.method}`, { from: format.day(result.starts[0]) })}` }),
    judged > 0 && chart(result, first, said, titles, context),
    alarms.length > 0 ? seriesRows(t("series.alarms"), [t("series.column_week"), ...titles], alarms.map(week)) : judged > 0 && el("p", { class: "hint", text: t("series.noAlarm") }),
    skipped > 0 && el("p", { class: "hint", text: t("series.skipped", { n: skipped, nText: format.number(skipped) }) }),
    el("p", { class: "hint", text: t("series.unusualNote") }),
    seriesFile(run, ["expected", "upperBound", "statistic", "alarm"].map((name) => [name, result[name]]), context),
  ];
}

/** The judged stretch alone: years of history before it would leave a pixel to each week. */
function chart(result, first, said, titles, context) {
  const { t } = context;
  const part = (name) => result[name].slice(first).map((value) => value ?? null);
  const [counts, expected, upper, raised] = ["series", "expected", "upperBound", "alarm"].map(part);
  const known = { expected: expected.some((value) => value !== null), upper: upper.some((value) => value !== null) };
  const keys = [["bar", t("series.key_count")], known.expected && ["expected", t("series.key_expected")], known.expected && known.upper && ["upper", t("series.key_upper")], ["alarm", t("series.key_alarm")]];
  return createSeriesChart({
    label: t("series.chart_unusual"), said, starts: result.starts.slice(first), bars: counts, alarms: raised, lines: known.expected ? [{ key: "expected", values: expected, steps: true }] : [],
    upper: known.expected && known.upper ? { from: expected, to: upper } : null, keys: keys.filter(Boolean),
    columns: [[titles[0], counts], [titles[1], expected], [titles[2], upper], [t("series.column_alarm"), raised.map((yes) => (yes ? t("series.yes") : null))]],
  }, context);
}
