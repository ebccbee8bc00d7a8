import { amountColours, classOf, kindColour, shadeOf } from "/core/colours.js";
import { daysBetween, monthDays, monthWithin, plusDays, quickRanges, yearBefore } from "/core/dates.js";
import { createFormat, textOf } from "/core/format.js";
import { homeCity } from "/core/home.js";
import { Latest } from "/core/latest.js";
import { middleOf, namePlace } from "/core/outline.js";
import { askUntilReady } from "/core/patience.js";
import { scheduleLines } from "/core/schedule.js";
import { sideBySide } from "/core/side_by_side.js";
import { stackWith, stacksOf } from "/core/stacks.js";
import { formatBox } from "/core/view.js";
import { translator } from "/i18n/catalog.js";
import { same, seeded, that } from "./check.js";

/** Relative luminance of WCAG 2.2. */
function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

export default {
  lightnessOfAmountsRunsOneWay() {
    for (const breaks of [[1, 2, 3, 4], [1, 5, 10, 25, 50, 100, 250]]) {
      const light = amountColours(breaks, "light").map(luminance);
      const dark = amountColours(breaks, "dark").map(luminance);
      that(light.every((l, i) => i === 0 || l < light[i - 1]), "light must darken");
      that(dark.every((l, i) => i === 0 || l > dark[i - 1]), "dark must brighten");
      same(light.length, breaks.length + 1);
    }
  },
  kindsStandOutFromTheGround() {
    for (let i = 0; i < 8; i++) {
      that(contrast(luminance(kindColour(i, "light")), luminance("#f7f5f1")) >= 3, `light ${i}`);
      that(contrast(luminance(kindColour(i, "dark")), luminance("#171c23")) >= 3, `dark ${i}`);
    }
    same(kindColour(99, "light"), kindColour(7, "light"));
  },
  valueAtABreakBelongsAboveIt() {
    same([0, 0.9, 1, 9, 10, 11].map((v) => classOf(v, [1, 10])), [0, 0, 1, 1, 2, 2]);
    same(amountColours([], "light").length, 1);
    same([shadeOf(0, 5), shadeOf(0.001, 5), shadeOf(5, 5), shadeOf(0, 0)], [0, 1, 6, 0]);
  },
  daysFollowTheCalendar() {
    same(plusDays("2024-02-28", 1), "2024-02-29");
    same(plusDays("2024-03-10", 1), "2024-03-11");
    same(daysBetween("2023-12-31", "2024-12-31"), 366);
    same(monthDays("2024-02"), { from: "2024-02-01", until: "2024-02-29" });
    same(yearBefore("2024-02-29"), "2023-03-01");
    same(quickRanges("2024-12-31").map((r) => [r.from, r.until]), [["2024-12-04", "2024-12-31"], ["2024-01-01", "2024-12-31"], [null, null]]);
    same([monthWithin("2024-02", "2024-02-29", null), monthWithin("2024-02", null, "2024-01-31")], [true, false]);
  },
  hoursAndDaysAreTheCitys() {
    const format = createFormat("en", "America/Los_Angeles");
    same(format.moment("2024-07-02T02:05:00Z"), "Mon, Jul 1, 2024, 19:05");
    same(format.hours([19, 20, 21, 3]), "03:00–04:00 and 19:00–22:00");
    same(format.weekday(1, "long"), "Monday");
    same(createFormat("es", "America/Los_Angeles").weekdays([3, 4, 5, 7]), "mié–vie y dom");
    same(format.day("2024-12-31"), "Dec 31, 2024");
    same(textOf({ en: "a", es: null }, "es"), "a");
  },
  newerTaskTakesThePlaceOfTheOlder: async () => {
    const latest = new Latest();
    let finish;
    const older = latest.run(() => new Promise((resolve) => (finish = resolve)));
    const newer = latest.run(async () => "new");
    finish("old");
    same([await older, await newer], [undefined, "new"]);
  },
  passingFailureIsAskedAgainAndAnyOtherIsNot: async () => {
    const waits = [];
    let asked = 0;
    const answers = [{ passing: true, retryAfter: 7 }, { passing: true, retryAfter: null }];
    const options = { signal: new AbortController().signal, onWaiting: () => {}, pause: async (s) => waits.push(s) };
    same(await askUntilReady(async () => { if (answers[asked]) throw answers[asked++]; return "done"; }, options), "done");
    same(waits, [7, 2]);
    let failed = null;
    await askUntilReady(async () => { throw { passing: false, status: 500 }; }, options).catch((error) => (failed = error.status));
    same(failed, 500);
  },
  nameStandsInTheLargestPart() {
    const square = (x, y, s) => [[[x, y], [x + s, y], [x + s, y + s], [x, y + s], [x, y]]];
    const place = namePlace({ type: "MultiPolygon", coordinates: [square(0, 0, 1), square(10, 10, 4)] });
    same([place.lon, place.lat, place.west, place.north], [12, 12, 10, 14]);
    same(middleOf(square(0, 0, 2)[0]), [1, 1]);
    same(middleOf([[0, 0], [2, 0], [2, 2], [0, 2]]), [1, 1]);
  },
  incidentsAtOnePointAreOneStack() {
    const random = seeded(9);
    const points = Array.from({ length: 400 }, (_, id) => [id, Math.floor(random() * 8), Math.floor(random() * 8), Math.floor(random() * 3)]);
    const stacks = stacksOf(points);
    same(stacks.flatMap((s) => s.ids).sort((a, b) => a - b), points.map((p) => p[0]));
    for (const stack of stacks) same(stackWith(points, stack.ids[0]), stack.ids);
    same(stacksOf([[1, 0, 0, 2], [2, 0, 0, 1], [3, 0, 0, 2]])[0].group, 2);
    same(stackWith(points, "x"), ["x"]);
  },
  signsAtOnePlaceStandSideBySide() {
    same(sideBySide([[1, 2], null, [1.0001, 2], [5, 5], [1, 2.0002]]), [-1, 0, 0, 0, 1]);
    same(sideBySide([[1, 2], [1, 2]]), [-0.5, 0.5]);
  },
  scheduleIsSaidAsPublished() {
    const [t, format] = [translator("en"), createFormat("en", "America/Los_Angeles")];
    const site = { seasonFrom: "--07-01", seasonUntil: "--09-01", weekdays: [3, 4, 5, 6], hoursFrom: "19:00", hoursUntil: "23:00", scheduleNote: "As of 2019" };
    same(scheduleLines(site, t, format), ["July 1 to August 31", "Wed–Sat, 19:00–23:00", "As of 2019"]);
    same(scheduleLines({}, t, format), []);
  },
  cityOfTheReadersTimeZoneIsHome() {
    const cities = [{ slug: "a", timeZone: "America/New_York", extent: [0, 0, 1, 1] }, { slug: "b", timeZone: "America/Los_Angeles", extent: [0, 0, 2, 1] }];
    same([homeCity(cities, "America/New_York"), homeCity(cities, "America/Los_Angeles"), homeCity(cities, "UTC")], ["a", "b", "b"]);
  },
  boxIsCutToTheWorld() {
    same(formatBox([-200, -95, 200.123456789, 1]), "-180.00000,-90.00000,180.00000,1.00000");
  },
};
