import { NO_FILTERS, START, formatState, parseState } from "/core/state.js";
import { same, seeded, that } from "./check.js";

const WORDS = ["theft", "violent", "robbery", "summer-night-lights", "a", "x.y_z-9"];

function anyState(random) {
  const some = (values) => values.filter(() => random() < 0.4);
  const maybe = (value) => (random() < 0.5 ? value : null);
  const round = (value) => Number(value.toFixed(4));
  return {
    city: maybe("los-angeles"),
    language: maybe(random() < 0.5 ? "en" : "es"),
    view: maybe({ zoom: Math.floor(random() * 19), lat: round(random() * 160 - 80), lon: round(random() * 360 - 180) }),
    filters: {
      groups: some(WORDS), offences: some(WORDS), from: maybe("2020-02-29"), until: maybe("2024-12-31"),
      hours: some([...Array(24).keys()]), weekdays: some([1, 2, 3, 4, 5, 6, 7]),
      areas: some(["neighborhoods:watts", "divisions:77th-street"]), shapes: some(["k3v_9-x", "abcd"]), policeGenerated: random() < 0.5,
    },
    layers: { incidents: random() < 0.5, outlines: maybe("divisions"), hiddenPrograms: some(WORDS) },
    clock: random() < 0.5 ? "start" : "aoristic",
    tab: ["overview", "compare", "places", "records"][Math.floor(random() * 4)],
    compare: maybe(["years:3", "period:2023-01-01/2023-03-31", "area:divisions:77th-street"][Math.floor(random() * 3)]),
    saved: maybe("12"),
    study: maybe("9fGh_1-x"),
    selected: maybe("incident:123"),
  };
}

export default {
  everyViewIsALinkThatOpensTheSameView() {
    const random = seeded(4);
    for (let i = 0; i < 2000; i++) {
      const state = anyState(random);
      same(parseState(`#${formatState(state)}`), state);
    }
  },
  startIsTheEmptyLink() {
    same(formatState(START), "");
    same(parseState(""), START);
  },
  nonsenseNeverFailsAndFiltersNothing() {
    const random = seeded(5);
    const letters = "abc=&#%/:,-0129<>'\"\\ é";
    for (let i = 0; i < 2000; i++) {
      const text = Array.from({ length: 30 }, () => letters[Math.floor(random() * letters.length)]).join("");
      that(parseState(text).filters !== undefined, text);
    }
    same(parseState("group=%3Cb%3E&hours=30&weekdays=0,8&from=2024-13-01&area=watts&selected=a&at=1/2").filters, NO_FILTERS);
  },
  linkNeedsNoEscaping() {
    const random = seeded(6);
    for (let i = 0; i < 500; i++) that(/^[\w.:,/=&-]*$/.test(formatState(anyState(random))), "a letter that would be escaped");
  },
};
