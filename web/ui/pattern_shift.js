/** When the level of the counts changed for good. */
import { changesOf, daysOfPeriods, levelsOf, segmentsOf } from "../core/series.js";
import { el } from "./dom.js";
import { createSeriesChart, levelText, periodText } from "./series_chart.js";
import { countedWords, seriesFile, seriesRows } from "./series_parts.js";

export function createShiftResult(run, context, draw) {
  const { result } = run;
  const { t, format } = context;
  const changes = changesOf(result);
  const levels = levelsOf(result);
  const level = (value) => levelText(value, format);
  const days = format.number(daysOfPeriods(result.starts));
  const said = headline(changes, result, days, context);
  draw(null);
  const keys = [["bar", t("series.key_count")], ["level", t("series.key_level")], changes.length > 0 && ["break", t("series.key_break")]];
  return [
    el("p", { class: "headline-text", text: said }),
    el("p", { class: "hint", text: countedWords(result, context) }),
    createSeriesChart({
      label: t("series.chart_shift"), said, starts: result.starts, bars: result.series, lines: [{ key: "level", values: levels, steps: true }], spans: changes, keys: keys.filter(Boolean),
      columns: [[t("series.column_count"), result.series], [t("series.column_level"), levels]],
    }, context),
    seriesRows(t("series.segments"), ["stretch", "periods", "level"].map((key) => t(`series.column_${key}`)),
      segmentsOf(result).map((segment) => [periodText(segment, format), format.number(segment.periods), level(segment.mean)])),
    changes.length > 1 && seriesRows(t("series.changes"), [t("series.column_change"), t("series.column_fromTo")],
      changes.map((change) => [[format.day(change.day), between(change, context)], `${level(change.before)} → ${level(change.after)}`])),
    result.supF !== null && result.supF !== undefined && el("p", { class: "hint", text: t("series.supF", { f: format.rate(result.supF), p: result.supFp === null || result.supFp === undefined ? "–" : result.supFp < 0.001 ? "< 0.001" : `= ${format.rate(result.supFp)}` }) }),
    el("p", { class: "hint", text: t("series.shiftNote") }),
    seriesFile(run, [["level", levels], ["changeBefore", result.starts.map((_, i) => result.breaks.includes(i))]], context),
  ];
}

const between = ({ earliest, latest }, { t, format }) => (earliest && latest ? t("series.between", { earliest: format.day(earliest), latest: format.day(latest) }) : "–");

function headline(changes, { means }, days, { t, format }) {
  if (changes.length === 0) return t("series.saidNoShift", { level: levelText(means[0], format), days });
  const { day, earliest, latest, before, after } = changes.at(-1);
  const when = earliest && latest ? t("series.around", { day: format.day(day), earliest: format.day(earliest), latest: format.day(latest) }) : t("series.aroundOnly", { day: format.day(day) });
  return t("series.saidShift", { n: changes.length, nText: format.number(changes.length), when, before: levelText(before, format), after: levelText(after, format), days });
}
