/**
 * Colours of data. Amounts run along one ramp whose lightness only falls (light) or only rises (dark), so that order
 * survives every kind of colour vision; kinds use the set of M. Okabe and K. Ito (2008), darkened or lightened for contrast.
 */
const AMOUNTS = {
  light: ["#fbe3a6", "#f6bd6a", "#ee9148", "#d9623c", "#b53a43", "#842349", "#4f123f"],
  dark: ["#43264f", "#6d2d5e", "#9a3a5e", "#c55350", "#e57a45", "#f5a95a", "#fde39a"],
};
const KINDS = {
  light: ["#1b1b1b", "#c44601", "#0072b2", "#00805f", "#b0558a", "#9a6b00", "#3b8fc4", "#5f6368"],
  dark: ["#ffffff", "#ff8a4c", "#5aaef0", "#2fcf9f", "#eb9fcb", "#f0b52e", "#a5dcfa", "#b4bac2"],
};

/** Classes of a change: less or more than usual, from |z| = 3, from 2, below; blue to orange, which every kind of colour vision tells apart. */
export const CHANGE_CLASSES = Object.freeze([-3, -2, -1, 1, 2, 3]);
const CHANGES = {
  light: { "-3": "#1c5fa8", "-2": "#7fb0dc", "-1": "#d9e2e8", 0: "#e6e6e6", 1: "#ece2d6", 2: "#f0a35e", 3: "#b8470f" },
  dark: { "-3": "#6fb2f2", "-2": "#3a76ad", "-1": "#2b3a47", 0: "#2a2f36", 1: "#443a30", 2: "#b36a28", 3: "#ffa04d" },
};

/** Colour of a class of change, -3 to 3. */
export function changeColour(change, mode) {
  return CHANGES[mode][change];
}

/** One more colours than breaks, from the least to the most. */
export function amountColours(breaks, mode) {
  const ramp = AMOUNTS[mode];
  const classes = breaks.length + 1;
  return Array.from({ length: classes }, (_, i) => along(ramp, classes === 1 ? 1 : i / (classes - 1)));
}

/** Class of a value: 0 below the first break; a value equal to a break lies above it. */
export function classOf(value, breaks) {
  return breaks.filter((b) => value >= b).length;
}

/** Colour of the n-th group of the profile. */
export function kindColour(index, mode) {
  return KINDS[mode][Math.min(index, KINDS[mode].length - 1)];
}

/** Step 0 (none) to 6 (the most) of a part of a whole, for charts that are shaded by a style sheet. */
export function shadeOf(value, most) {
  return value <= 0 || most <= 0 ? 0 : Math.max(1, Math.ceil((value / most) * 6));
}

function along(ramp, part) {
  const place = part * (ramp.length - 1);
  const low = Math.min(Math.floor(place), ramp.length - 2);
  const [a, b] = [channels(ramp[low]), channels(ramp[low + 1])];
  const mixed = a.map((value, i) => Math.round(value + (b[i] - value) * (place - low)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function channels(hex) {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}
