/** Holds the state and tells its listeners what it was and what it is. */
export function createStore(initial) {
  let state = initial;
  const listeners = new Set();
  return {
    get: () => state,
    /** `step` says that the change is worth a step of the browser's history. */
    set(change, { step = false } = {}) {
      const before = state;
      state = { ...state, ...change };
      for (const listener of listeners) listener(state, before, step);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
