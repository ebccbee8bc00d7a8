import { csvOf } from "/core/csv.js";
import { filtersOf, queryOf } from "/core/filters.js";
import { curveOf, incidentsIn } from "/core/lorenz.js";
import { PATTERNS, canShow, execution, filterOf, patternOf, shownFields, startValues } from "/core/patterns.js";
import { alertsOf, changesOf, datesOf, levelsOf, periodOf, seasonOf, segmentsOf, seriesTable, ticksOf } from "/core/series.js";
import { NO_FILTERS } from "/core/state.js";
import { same, seeded, that } from "./check.js";

const DATA = { from: "2020-01-01", until: "2024-12-31" };
const STARTS = ["2024-01-01", "2024-01-29", "2024-02-26", "2024-03-25"];
const SHIFT = { starts: STARTS, series: [9, 11, 5, 5], breaks: [2], lower: [1], upper: [9], means: [10, 5] };
const periodsOf = (process, values, query = {}) => execution(patternOf(process), { ...startValues(patternOf(process)), ...values }, query, DATA, false).inputs.layer.periods;

export default {
  farringtonTakesTheYearsThatTheDataHoldAndJudgesFiftyTwoWeeks() {
    const years = (query) => execution(patternOf("alerts"), startValues(patternOf("alerts")), query, DATA, false).inputs.years;
    same([years({}), years({ datetime: "../2023-06-30" }), years({ datetime: "../2020-06-30" })], [4, 2, 1]);
    same(periodsOf("alerts", {}), { days: 7, count: 261 });
    same(periodsOf("alerts", { years: 2 }), { days: 7, count: 52 * 2 + 3 + 52 });
    same(periodsOf("alerts", { method: "c2" }), { days: 7, count: 60 });
  },
  shiftsAndSeasonsTakeWholePeriodsThatTheDataHold() {
    same(periodsOf("change-points", {}), { days: 28, count: 60 });
    same(periodsOf("change-points", { step: "7", steps: 40 }), { days: 7, count: 40 });
    same(periodsOf("seasonal", {}), { days: 28, count: 65 });
    same(periodsOf("seasonal", {}, { datetime: "2024-01-01/2023-12-31" }), { days: 28, count: 52 });
    same(periodsOf("seasonal", {}, { datetime: "../2020-06-30" }), { days: 28, count: 39 });
  },
  aSeriesEndsWithTheFilterAndSaysNoBeginning() {
    const query = { datetime: "2023-01-01/2023-06-30", group: "theft" };
    same(execution(patternOf("alerts"), { method: "c1" }, query, DATA, false).inputs.layer.filter, { group: "theft", datetime: "../2023-06-30" });
    same(filterOf(patternOf("alerts"), { from: "2023-01-01", until: "2023-06-30" }), { from: null, until: "2023-06-30" });
    same(filterOf(patternOf("density"), { from: "2023-01-01" }), { from: "2023-01-01" });
  },
  yearsAreAskedForOfFarringtonAlone() {
    const names = (method) => shownFields(patternOf("alerts"), { method }).map(({ name }) => name);
    same([names("farrington"), names("cusum")], [["method", "years"], ["method"]]);
  },
  everyQuestionHasAGroupAndAProcessOfItsOwn() {
    that(PATTERNS.every(({ group }) => ["where", "both", "when", "meeting"].includes(group)));
    same(new Set(PATTERNS.map(({ process }) => process)).size, PATTERNS.length);
  },
  aStudyThatLacksWhatIsShownIsNotShown() {
    that(!canShow(patternOf("change-points"), { breaks: [] }));
    that(canShow(patternOf("density"), {}));
    that(canShow(patternOf("harm"), { version: "1", days: 1, se: 1, interval: [], events: 1, largest: [], leftOut: [] }));
  },
  judgingBeginsWhereAnythingIsExpected() {
    const found = alertsOf({ series: [1, 2, 9, 2], expected: [null, 2, null, 2], upperBound: [null, 5, null, 5], statistic: null, alarm: [false, false, true, false], judged: 2 });
    same(found, { first: 1, alarms: [{ at: 2, way: "up" }], judged: 2, skipped: 1 });
    same(alertsOf({ series: [1, 1], expected: [], upperBound: [], statistic: [0, 0.5], lower: [1, 5], alarm: [false, true], judged: 2 }).alarms, [{ at: 1, way: "down" }]);
  },
  eachChangeIsDatedByItsFirstPeriodAfter() {
    same(changesOf(SHIFT), [{ at: 2, low: 1, high: 3, day: "2024-02-26", earliest: "2024-01-29", latest: "2024-03-25", before: 10, after: 5 }]);
    same(changesOf({ ...SHIFT, lower: [null], upper: [null] })[0].earliest, null);
    same(levelsOf(SHIFT), [10, 10, 5, 5]);
    same(segmentsOf(SHIFT)[0], { from: "2024-01-01", until: "2024-02-25", periods: 2, mean: 10 });
    same(segmentsOf({ ...SHIFT, breaks: [], means: [7] }), [{ from: "2024-01-01", until: "2024-04-21", periods: 4, mean: 7 }]);
  },
  seasonStandsInTheOrderOfTheCalendar() {
    const starts = ["2023-10-01", "2023-10-29", "2023-11-26", "2023-12-24", "2024-01-21"];
    const { year, highest, lowest } = seasonOf({ starts, seasonal: [9, 1, 2, -5, 4] }, 4);
    same(year.map(({ value }) => value), [4, 1, 2, -5]);
    same([highest.from, lowest.from, lowest.until], ["2024-01-21", "2023-12-24", "2024-01-20"]);
  },
  axesReachBeyondWhatTheyShow() {
    const random = seeded(9);
    for (let i = 0; i < 200; i++) {
      const [low, high] = [-random() * 500 * (i % 2), random() * 10 ** (i % 6)];
      const ticks = ticksOf(low, high);
      that(ticks[0] <= low + 1e-9 && ticks.at(-1) >= high - 1e-9 && ticks.length <= 6 && ticks.includes(0), `${low} ${high} ${ticks}`);
    }
    same(ticksOf(0, 0).length, 2);
    same(datesOf(STARTS, 2).map(({ at }) => at), [0, 2]);
  },
  theFileHasALineForEachPeriodAndNoCellRuns() {
    const { columns, lines } = seriesTable(SHIFT, [["alarm", [true, false, false, false]], ["expected", [null, 1.5, -2, 0]]]);
    same(csvOf(columns, lines).split("\r\n").slice(0, 3), ["from,until,count,alarm,expected", "2024-01-01,2024-01-28,9,yes,", "2024-01-29,2024-02-25,11,no,1.5"]);
    same(csvOf(["a"], [["=1+1"], ["-x"], ["@y"]]).split("\r\n").slice(1, 4), ["'=1+1", "'-x", "'@y"]);
    same(periodOf(STARTS, 3), { from: "2024-03-25", until: "2024-04-21" });
  },
  theCurveIsReadBetweenItsPoints() {
    const lorenz = { places: [0, 0.25, 0.5, 1], incidents: [0, 0.6, 0.9, 1] };
    same([incidentsIn(lorenz, 0.125), incidentsIn(lorenz, 0.25), incidentsIn(lorenz, 1)], [0.3, 0.6, 1]);
    same(curveOf(lorenz, 2).at(-1), [1, 1]);
    same(curveOf({ places: [0.5, 1], incidents: [0.9, 1] }, 9)[0], [0, 0]);
  },
  theFilterComesBackFromItsParameters() {
    const random = seeded(3);
    const some = (values) => values.filter(() => random() < 0.5);
    const maybe = (value) => (random() < 0.5 ? value : null);
    for (let i = 0; i < 200; i++) {
      const filters = { groups: some(["theft", "violent"]), offences: [], from: maybe("2023-01-01"), until: maybe("2023-12-31"), hours: some([1, 2, 9, 22]), weekdays: some([1, 2, 7]), areas: some(["divisions:a", "divisions:b"]), shapes: some(["abcd"]), policeGenerated: false };
      same(filtersOf(queryOf(filters, { groups: [] })), { filters, rest: {} });
    }
    same(filtersOf({ origin: "reported,mixed,police_generated" }).filters, { ...NO_FILTERS, policeGenerated: true });
    same(filtersOf({ "filter": "a = 1" }).rest, { filter: "a = 1" });
  },
};
