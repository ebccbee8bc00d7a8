/** Runs one task at a time: a newer one aborts the one before, whose answer is then never used. */
export class Latest {
  #controller = null;

  /** Gives the task's value, or undefined when a newer task took its place. */
  async run(task) {
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    try {
      const value = await task(controller.signal);
      return controller.signal.aborted ? undefined : value;
    } catch (error) {
      if (controller.signal.aborted) return undefined;
      throw error;
    }
  }

  stop() {
    this.#controller?.abort();
  }
}
