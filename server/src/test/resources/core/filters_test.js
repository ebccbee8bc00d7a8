import { activeParts, isPlain, queryOf, tickOf, toggleGroup, toggleOffence, without } from "/core/filters.js";
import { formatRanges, parseRanges, runsOf } from "/core/ranges.js";
import { NO_FILTERS } from "/core/state.js";
import { same, seeded, that } from "./check.js";

const offences = (...ids) => ids.map((id) => ({ id }));
const profile = { groups: [
  { id: "violent", offences: offences("robbery", "assault") },
  { id: "homicide", offences: offences("homicide") },
  { id: "theft", offences: offences("theft", "shoplifting", "bicycle") },
] };
const [violent, homicide, theft] = profile.groups;

export default {
  nothingTickedAsksForAllThatWasReported() {
    same(queryOf(NO_FILTERS, profile), { origin: "reported,mixed" });
    same(queryOf({ ...NO_FILTERS, policeGenerated: true }, profile), {});
  },
  groupAndOffenceTogetherAskForBoth() {
    same(queryOf({ ...NO_FILTERS, groups: ["violent"], offences: ["theft"], policeGenerated: true }, profile), { offence: "robbery,assault,theft" });
  },
  datesAreAClosedIntervalWithOpenEnds() {
    same(queryOf({ ...NO_FILTERS, from: "2024-01-01" }, profile).datetime, "2024-01-01/..");
    same(queryOf({ ...NO_FILTERS, from: "2024-01-01", until: "2024-01-31" }, profile).datetime, "2024-01-01/2024-01-31");
  },
  tickingTwiceChangesNothing() {
    const random = seeded(7);
    for (let i = 0; i < 300; i++) {
      let filters = NO_FILTERS;
      for (let j = 0; j < 6; j++) {
        const group = profile.groups[Math.floor(random() * 3)];
        filters = toggleOffence(filters, group, group.offences[Math.floor(random() * group.offences.length)].id);
      }
      const asked = new Set((queryOf(filters, profile).offence ?? "").split(","));
      const twice = toggleOffence(toggleOffence(filters, theft, "bicycle"), theft, "bicycle");
      same(new Set((queryOf(twice, profile).offence ?? "").split(",")).size, asked.size);
      same(tickOf(twice, theft), tickOf(filters, theft));
    }
  },
  allOffencesOfAGroupAreTheGroup() {
    const both = toggleOffence(toggleOffence(NO_FILTERS, violent, "robbery"), violent, "assault");
    same(both.groups, ["violent"]);
    same(both.offences, []);
    same(tickOf(toggleOffence(both, violent, "robbery"), violent), "some");
    same(toggleOffence(NO_FILTERS, homicide, "homicide").groups, ["homicide"]);
  },
  tickingAGroupForgetsItsSingleOffences() {
    same(toggleGroup({ ...NO_FILTERS, offences: ["robbery", "theft"] }, violent), { ...NO_FILTERS, groups: ["violent"], offences: ["theft"] });
  },
  takingEachPartOffLeavesAPlainFilter() {
    let filters = { groups: ["violent"], offences: ["theft"], from: "2020-01-01", until: null, hours: [1], weekdays: [2], areas: ["a:b"], shapes: ["abcd"], policeGenerated: false };
    that(activeParts(filters).length === 6, "six parts are on");
    for (const part of activeParts(filters)) filters = without(filters, part);
    that(isPlain(filters), "all parts are off");
  },
  rangesReadWhatTheyWrite() {
    const random = seeded(8);
    for (let i = 0; i < 500; i++) {
      const numbers = [...Array(24).keys()].filter(() => random() < 0.4);
      same(parseRanges(formatRanges(numbers), 0, 23), numbers);
    }
    same(runsOf([5, 1, 2, 3]), [[1, 3], [5, 5]]);
    same(parseRanges("22-30,x,-1", 0, 23), [22, 23]);
  },
};
