/** Two assertions are enough for pure modules. */
export function same(actual, expected) {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`expected ${b} but was ${a}`);
}

export function that(condition, words) {
  if (!condition) throw new Error(words);
}

/** Numbers in [0, 1) from a seed (linear congruential, constants of Numerical Recipes), so that a failure can be seen again. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
