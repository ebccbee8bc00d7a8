/** Keeps the answer equal to the question: the newest view and filter, asked for again while the server loads. */
import { Latest } from "./core/latest.js";
import { askUntilReady, pause } from "./core/patience.js";

export class Exploration {
  #latest = new Latest();
  #onChange;
  #answer = null;
  #phase = "loading";
  #error = null;

  /** `onChange(fresh)` after each change; `fresh` when there is a new answer to draw. */
  constructor(onChange) {
    this.#onChange = onChange;
  }

  /** {answer, phase, error}: the last good answer, and "loading", "starting", "ready" or "failed". */
  get state() {
    return { answer: this.#answer, phase: this.#phase, error: this.#error };
  }

  /** Begins without an answer, as for another city. */
  clear() {
    this.#latest.stop();
    this.#answer = null;
    this.#enter("loading");
  }

  /** Asks `ask(signal)`; the answer before stays until the new one is here. */
  async run(ask) {
    this.#enter("loading");
    try {
      const onWaiting = () => this.#enter("starting");
      const answer = await this.#latest.run((signal) => askUntilReady(ask, { signal, pause, onWaiting }));
      if (!answer) return;
      this.#answer = keepingSame(this.#answer, answer);
      this.#enter("ready", null, true);
    } catch (error) {
      this.#enter("failed", error);
    }
  }

  #enter(phase, error = null, fresh = false) {
    this.#phase = phase;
    this.#error = error;
    this.#onChange(fresh);
  }
}

/** The answer, with the parts that are as before being the same objects: a pan changes the map alone, and no chart is drawn anew. */
export function keepingSame(before, answer) {
  if (!before) return answer;
  const kept = Object.entries(answer).map(([key, value]) => {
    const old = before[key];
    const same = key !== "map" && typeof value === "object" && JSON.stringify(value) === JSON.stringify(old);
    return [key, same ? old : value];
  });
  return Object.fromEntries(kept);
}
