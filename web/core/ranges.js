/** Small sets of whole numbers, written as the API writes them: "1,3-6". */

/** Reads "19-22,3" into sorted numbers within [low, high]; anything else in the text is left out. */
export function parseRanges(text, low, high) {
  const found = new Set();
  for (const part of String(text ?? "").split(",")) {
    const match = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(part.trim());
    if (!match) continue;
    const from = Number(match[1]);
    const until = match[2] === undefined ? from : Number(match[2]);
    for (let n = Math.max(from, low); n <= Math.min(until, high); n++) found.add(n);
  }
  return [...found].sort((a, b) => a - b);
}

/** Pairs [first, last] of neighbouring numbers. */
export function runsOf(numbers) {
  const runs = [];
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && n <= last[1] + 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs;
}

/** Writes numbers as the API reads them. */
export function formatRanges(numbers) {
  return runsOf(numbers)
    .map(([a, b]) => (a === b ? `${a}` : `${a}-${b}`))
    .join(",");
}
