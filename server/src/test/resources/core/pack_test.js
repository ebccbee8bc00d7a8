import { packCsv, packGroups, packHeadlines, packRows } from "/core/pack.js";
import { execution, patternOf } from "/core/patterns.js";
import { same, that } from "./check.js";

const RESULT = {
  now: [3, 9, 1, 2, 4, 0], expected: [4, 8, 1, 2, 4, 0], low: [1, 4, 0, 0, 1, 0], high: [8, 14, 3, 5, 8, 0], z: [-0.5, 3.2, 0, 0, -4, null], p: [1, 0, 1, 1, 0, null], pAdjusted: [1, 0, 1, 1, 0, null],
  flagged: [false, true, false, false, true, false], percent: [null, null, null, null, null, null], series: [[4, 3], [8, 9], [1, 1], [2, 2], [4, 4], [0, 0]],
  names: ["=Hill, \"old\"", "City", "=Hill, \"old\"", "City", "=Hill, \"old\"", "City"], slugs: ["hill", null, "hill", null, "hill", null], kinds: [null, null, "theft", "theft", "arson", "arson"],
  yearToDate: [3, 9, 1, 2, 4, 0], lastYear: [3, 9, 1, 2, 4, 0], yearPercent: [null, null, null, null, null, null], spans: { now: ["2024-02-01", "2024-02-29"] },
  features: { features: [{ properties: { slug: "hill", name: "Hill" } }] },
};

export default {
  rowsWithoutAnyIncidentAreLeftOut() {
    same(packRows(RESULT).length, 5);
  },
  packsKeptBeforeOffencesStoodInRowsHaveOneForEachArea() {
    const old = packRows({ ...RESULT, now: [3], series: [[4, 3]], names: undefined, slugs: undefined, kinds: undefined, yearToDate: undefined, lastYear: undefined, yearPercent: undefined, percent: undefined, p: undefined });
    same(old.map(({ name, kind, year }) => [name, kind, year]), [["Hill", null, null]]);
  },
  theWholeCityComesFirstByAreaAndAllTogetherByOffence() {
    const rows = packRows(RESULT);
    same(packGroups(rows, "unit").map(({ key }) => key), [null, "hill"]);
    same(packGroups(rows, "kind").map(({ key }) => key), [null, "theft", "arson"]);
    same(packHeadlines(rows).flagged.map(({ kind }) => kind), ["arson"]);
  },
  noCellOfTheFileRunsAsAFormula() {
    const lines = packCsv(packRows(RESULT), RESULT, { kindOf: ({ kind }) => kind ?? "all", nameOf: ({ name }) => name }).split("\r\n");
    that(lines[1].startsWith("\"'=Hill, \"\"old\"\"\",all,2024-02-01,2024-02-29,3,4,1,8,-0.5,"));
    same(lines.length, 7);
  },
  aPackAsksForWholeMonthsAndNamesItsEnd() {
    const { inputs } = execution(patternOf("monthly-pack"), { areas: "n", by: "group", span: "month", earlier: 12 }, { datetime: "2023-01-01/2023-06-15" }, { from: "2020-01-01", until: "2024-12-31" }, false);
    same(inputs.layer, { filter: { datetime: "../2023-06-15" }, areas: "n", by: "group", periods: { unit: "month", count: 13 }, collection: "incidents" });
  },
};
