import { cellWithin, daysOf, placesOf, rectangle, stepAt } from "/core/brush.js";
import { classOfZ, compareQuery, comparedDates, parseCompare, periodBefore } from "/core/compare.js";
import { monthsBetween } from "/core/dates.js";
import { holds } from "/core/outline.js";
import { same, seeded, that } from "./check.js";

const MONTHS = monthsBetween("2022-11", "2024-02");

export default {
  monthsRunOverTheEndOfAYear() {
    same(monthsBetween("2023-11", "2024-02"), ["2023-11", "2023-12", "2024-01", "2024-02"]);
    same(monthsBetween("2024-02", "2024-01"), []);
  },

  everyPlaceOfAChartIsAStep() {
    same([stepAt(-5, 100, 4), stepAt(0, 100, 4), stepAt(26, 100, 4), stepAt(500, 100, 4)], [0, 0, 1, 3]);
  },

  brushedMonthsAreWholeAndReadBackAsTheSame() {
    same(daysOf(MONTHS, 3, 1), { from: "2022-12-01", until: "2023-02-28" });
    same(daysOf(MONTHS, 0, MONTHS.length - 1), { from: null, until: null });
    const random = seeded(11);
    for (let i = 0; i < 500; i++) {
      const [a, b] = [0, 0].map(() => Math.floor(random() * MONTHS.length));
      const { from, until } = daysOf(MONTHS, a, b);
      const places = placesOf(MONTHS, from, until);
      if (from) same(places, { low: Math.min(a, b), high: Math.max(a, b) });
      else same(places, null);
    }
  },

  rectangleOfHoursHoldsItsCellsAndNoOther() {
    same(rectangle(4 * 24 + 22, 2 * 24 + 19), { hours: [19, 20, 21, 22], weekdays: [3, 4, 5] });
    same(rectangle(0, 167), { hours: [], weekdays: [] });
    const random = seeded(12);
    for (let i = 0; i < 300; i++) {
      const [a, b] = [0, 0].map(() => Math.floor(random() * 168));
      const filter = rectangle(a, b);
      const within = Array.from({ length: 168 }, (_, cell) => cell).filter((cell) => cellWithin(cell, filter));
      const sides = (Math.abs((a % 24) - (b % 24)) + 1) * (Math.abs(Math.floor(a / 24) - Math.floor(b / 24)) + 1);
      that(within.includes(a) && within.includes(b), "a corner is missing");
      same(within.length, sides);
    }
  },

  whatIsComparedIsReadAndAsked() {
    same(parseCompare(null), { kind: "years", years: 3 });
    same(parseCompare("area:divisions:77th-street"), { kind: "area", area: "divisions:77th-street" });
    same(compareQuery("period:2023-01-01/2023-03-31", { group: "theft" }), { group: "theft", before: "2023-01-01/2023-03-31" });
    same(compareQuery("years:2", {}), { years: "2" });
    same(compareQuery("area:divisions:central", {}), { against: "divisions:central" });
  },

  withoutDatesTheLastThreeWholeMonthsAreCompared() {
    same(comparedDates({ from: null, until: null }, { until: "2024-12-31" }), { from: "2024-10-01", until: "2024-12-31", chosen: false });
    same(comparedDates({ from: null, until: null }, { until: "2024-01-30" }), { from: "2023-10-01", until: "2023-12-31", chosen: false });
    same(comparedDates({ from: "2023-01-01", until: "2023-02-01" }, { until: "2024-01-30" }).chosen, true);
  },

  periodBeforeIsAsLongAndEndsTheDayBefore() {
    same(periodBefore({ from: "2024-03-01", until: "2024-03-31" }), { from: "2024-01-30", until: "2024-02-29" });
  },

  classesOfChangeFollowZ() {
    same([-3.2, -3, -2.1, -1, 0.5, 2, 2.9, 3, null].map(classOfZ), [-3, -3, -2, -1, 1, 2, 2, 3, 0]);
  },

  positionLiesInTheOutlineAndNotInItsHole() {
    const square = (low, high) => [[low, low], [high, low], [high, high], [low, high], [low, low]];
    const withHole = { type: "Polygon", coordinates: [square(0, 10), square(4, 6)] };
    const two = { type: "MultiPolygon", coordinates: [[square(0, 1)], [square(5, 6)]] };
    same([holds(withHole, [1, 1]), holds(withHole, [5, 5]), holds(withHole, [11, 5])], [true, false, false]);
    same([holds(two, [5.5, 5.5]), holds(two, [3, 3])], [true, false]);
  },
};
