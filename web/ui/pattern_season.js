/** What of the counts is season, and what is trend. */
import { daysOfPeriods, seasonOf } from "../core/series.js";
import { el } from "./dom.js";
import { createSeriesChart, levelText } from "./series_chart.js";
import { countedWords, seriesFile } from "./series_parts.js";

export function createSeasonResult(run, context, draw) {
  const { result, asked } = run;
  const { t, format } = context;
  const { year, highest, lowest } = seasonOf(result, asked.inputs.period ?? 13);
  const level = (value) => levelText(value, format);
  const usual = result.trend.slice(-year.length).reduce((sum, value) => sum + value, 0) / year.length;
  const dayOfYear = (day) => format.dayOfYear(day.slice(5));
  const nameOf = ({ from, until }) => t("series.dayRange", { low: dayOfYear(from), high: dayOfYear(until) });
  const part = ({ value }) => (usual > 0 ? format.share(Math.abs(value) / usual) : "–");
  const said = t("series.saidSeason", { high: nameOf(highest), above: level(Math.abs(highest.value)), aboveShare: part(highest), low: nameOf(lowest), below: level(Math.abs(lowest.value)), belowShare: part(lowest) });
  const trend = t("series.saidTrend", { first: level(result.trend[0]), last: level(result.trend.at(-1)), days: format.number(daysOfPeriods(result.starts)) });
  draw(null);
  const [count, trendTitle, seasonTitle] = ["count", "trend", "season"].map((key) => t(`series.column_${key}`));
  return [
    el("p", { class: "headline-text", text: said }),
    el("p", { text: trend }),
    el("p", { class: "hint", text: countedWords(result, context) }),
    el("h4", { text: t("series.chart_trend") }),
    createSeriesChart({
      label: t("series.chart_trend"), said: trend, starts: result.starts, bars: result.series, lines: [{ key: "trend", values: result.trend }], keys: [["bar", t("series.key_count")], ["trend", t("series.key_trend")]],
      columns: [[count, result.series], [trendTitle, result.trend], [seasonTitle, result.seasonal], [t("series.column_remainder"), result.remainder]],
    }, context),
    el("h4", { text: t("series.chart_season") }),
    createSeriesChart({
      label: t("series.chart_season"), said, starts: year.map(({ from }) => from), bars: year.map(({ value }) => value), keys: [["bar", t("series.key_above")], ["below", t("series.key_below")]],
      dateOf: format.monthName, nameOf: (i) => nameOf(year[i]), columns: [[seasonTitle, year.map(({ value }) => value)]],
    }, context),
    el("p", { class: "hint", text: t("series.seasonNote") }),
    seriesFile(run, ["trend", "seasonal", "remainder"].map((name) => [name, result[name]]), context),
  ];
}
