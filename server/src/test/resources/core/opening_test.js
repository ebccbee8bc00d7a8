import { instantOf, openingAt } from "/public/opening.js";
import { holds, placeIn, ringsOf } from "/public/outline.js";
import { same, seeded, that } from "./check.js";

const LA = "America/Los_Angeles";
const at = (text) => Date.parse(text);
const summer = { seasonFrom: "--07-01", seasonUntil: "--09-08", weekdays: [3, 4, 5, 6], hoursFrom: "19:00", hoursUntil: "23:00" };
const always = { weekdays: [] };
const stateAt = (schedule, text) => openingAt(schedule, LA, at(text))?.state ?? null;

export default {
  opensWithinItsHoursOnItsDaysOfItsSeason() {
    // Friday 5 July 2024, in a zone that is then seven hours behind UTC.
    same(stateAt(summer, "2024-07-05T18:59:59-07:00"), "later");
    same(stateAt(summer, "2024-07-05T19:00:00-07:00"), "now");
    same(stateAt(summer, "2024-07-05T22:59:59-07:00"), "now");
    same(stateAt(summer, "2024-07-05T23:00:00-07:00"), "not");
    same(stateAt(summer, "2024-07-07T20:00:00-07:00"), "not");
    same(stateAt(summer, "2024-06-28T20:00:00-07:00"), "not");
  },
  seasonEndsTheDayBeforeItsLastMark() {
    same(stateAt(summer, "2024-09-07T20:00:00-07:00"), "now");
    same(stateAt({ ...summer, weekdays: [] }, "2024-09-08T20:00:00-07:00"), "not");
  },
  seasonMayHoldTheTurnOfTheYear() {
    const winter = { ...always, seasonFrom: "--11-15", seasonUntil: "--02-01", hoursFrom: "10:00", hoursUntil: "12:00" };
    same(stateAt(winter, "2024-12-31T11:00:00-08:00"), "now");
    same(stateAt(winter, "2025-01-31T11:00:00-08:00"), "now");
    same(stateAt(winter, "2025-02-01T11:00:00-08:00"), "not");
  },
  sessionAfterMidnightBelongsToTheDayBefore() {
    const late = { weekdays: [6], hoursFrom: "21:00", hoursUntil: "01:30" };
    same(stateAt(late, "2024-07-06T00:30:00-07:00"), "later");
    same(stateAt(late, "2024-07-07T00:30:00-07:00"), "now");
    same(stateAt(late, "2024-07-07T01:30:00-07:00"), "not");
    same(stateAt({ ...late, hoursUntil: "21:00" }, "2024-07-07T20:59:00-07:00"), "now");
  },
  nothingIsSaidWithoutHours() {
    same(openingAt({ ...always, hoursFrom: "10:00" }, LA, at("2024-07-06T12:00:00Z")), null);
  },
  theDayOfTheCityCountsNotThatOfTheReader() {
    // 02:00 UTC on Saturday is still Friday evening in the city.
    same(stateAt({ ...summer, weekdays: [5] }, "2024-07-06T02:00:00Z"), "now");
    same(stateAt({ ...summer, weekdays: [6] }, "2024-07-06T02:00:00Z"), "not");
  },
  timesThatClocksSkipMoveForwardByTheGap() {
    // 10 March 2024, 02:00 to 03:00 is not shown.
    same(instantOf(LA, Date.UTC(2024, 2, 10, 1, 59)), at("2024-03-10T01:59:00-08:00"));
    same(instantOf(LA, Date.UTC(2024, 2, 10, 2, 30)), at("2024-03-10T03:30:00-07:00"));
    same(instantOf(LA, Date.UTC(2024, 2, 10, 3, 0)), at("2024-03-10T03:00:00-07:00"));
    const night = { ...always, hoursFrom: "22:00", hoursUntil: "02:30" };
    same(stateAt(night, "2024-03-10T03:29:00-07:00"), "now");
    same(stateAt(night, "2024-03-10T03:30:00-07:00"), "later");
  },
  timesThatClocksShowTwiceAreTheFirstOfTheTwo() {
    // 3 November 2024, 01:00 to 02:00 is shown twice.
    same(instantOf(LA, Date.UTC(2024, 10, 3, 1, 30)), at("2024-11-03T01:30:00-07:00"));
    same(instantOf(LA, Date.UTC(2024, 10, 3, 2, 0)), at("2024-11-03T02:00:00-08:00"));
    const night = { ...always, hoursFrom: "20:00", hoursUntil: "01:30" };
    same(stateAt(night, "2024-11-03T01:29:00-07:00"), "now");
    same(stateAt(night, "2024-11-03T01:15:00-08:00"), "later");
  },
  pathsAreReadAsTheServerWritesThem() {
    same(ringsOf("M10 20l5 0 0-5-5 0zM1 2l3 4-1-1z"), [[[10, 20], [15, 20], [15, 15], [10, 15]], [[1, 2], [4, 6], [3, 5]]]);
    same(ringsOf(""), []);
  },
  holesAndPartsAreHeldByTheEvenOddRule() {
    const rings = ringsOf("M0 0l10 0 0 10-10 0zM3 3l4 0 0 4-4 0zM20 0l2 0 0 2-2 0z");
    that(holds(rings, [1, 1]), "within");
    that(!holds(rings, [5, 5]), "in the hole");
    that(holds(rings, [21, 1]), "in the second part");
    that(!holds(rings, [15, 1]), "between the parts");
  },
  squaresHoldJustTheirOwnPoints() {
    const random = seeded(9);
    for (let i = 0; i < 500; i++) {
      const [x, y] = [Math.floor(random() * 50), Math.floor(random() * 50)];
      const rings = ringsOf(`M${x} ${y}l10 0 0 10-10 0z`);
      const point = [random() * 70 - 5, random() * 70 - 5];
      same(holds(rings, point), point[0] > x && point[0] < x + 10 && point[1] > y && point[1] < y + 10);
    }
  },
  cornersOfTheBoxAreCornersOfTheDrawing() {
    const frame = { west: -118.7, south: 33.7, east: -118.1, north: 34.4, width: 3500, height: 4096 };
    same(placeIn(frame, [-118.7, 34.4]).map(Math.round), [0, 0]);
    same(placeIn(frame, [-118.1, 33.7]).map(Math.round), [3500, 4096]);
    // Mercator stretches the north, so that the middle latitude lies below the middle of the drawing.
    that(placeIn(frame, [-118.4, 34.05])[1] > 2048, "the middle is drawn lower");
  },
};
