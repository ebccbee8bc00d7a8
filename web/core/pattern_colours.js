/** Colours of what analyses find: orange for more, blue for less, which every kind of colour vision tells apart; none for neither. */
import { amountColours, changeColour } from "./colours.js";

const KINDS = {
  light: { HH: "#b8470f", LL: "#1c5fa8", HL: "#f0a35e", LH: "#7fb0dc", cluster: "#842349", risk: "#842349", both: "#b8470f", onlyMap: "#f0a35e", onlyLastYear: "#7fb0dc", none: "#8f8a80" },
  dark: { HH: "#ffa04d", LL: "#6fb2f2", HL: "#b36a28", LH: "#3a76ad", cluster: "#f5a95a", risk: "#f5a95a", both: "#ffa04d", onlyMap: "#b36a28", onlyLastYear: "#3a76ad", none: "#56606c" },
};

/** The classes of 90 %, darker than the ground, so that they are seen on it. */
const FAINT = { light: { "1": "#f7cfa4", "-1": "#bcd4ea" }, dark: { "1": "#6b4a28", "-1": "#27455f" } };

/** What the classes of emerging hot spots look like: the surer and the later, the stronger. */
const EMERGING = { new: 3, consecutive: 3, intensifying: 3, persistent: 2, diminishing: 1, sporadic: 1, oscillating: 1, historical: 1 };

/** {colour, filled} of a class: -3 to 3, a quadrant, "new hot spot" and the like, "cluster", "risk", whose map marked it, or "none". */
export function patternColour(key, mode) {
  if (key === 1 || key === -1) return { colour: FAINT[mode][key], filled: true };
  if (typeof key === "number") return key === 0 ? { colour: KINDS[mode].none, filled: false } : { colour: changeColour(key, mode), filled: true };
  const emerging = /^(\w+) (hot|cold) spot$/.exec(key);
  if (emerging) return { colour: patternColour((emerging[2] === "hot" ? 1 : -1) * EMERGING[emerging[1]], mode).colour, filled: true };
  return { colour: KINDS[mode][key] ?? KINDS[mode].none, filled: key in KINDS[mode] && key !== "none" };
}

/** One colour for each class from the first break on. */
export function surfaceColours(breaks, mode) {
  return amountColours(breaks, mode).slice(1);
}
