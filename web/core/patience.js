/** Asks again while the answer is "not yet". */

/**
 * Gives what `ask(signal)` gives; while it fails with `passing`, calls `onWaiting` and asks again after `retryAfter`
 * seconds (1 to 30, else 2). Any other failure, and an abort, is passed on. `pause(seconds, signal)` waits.
 */
export async function askUntilReady(ask, { signal, onWaiting, pause }) {
  for (;;) {
    try {
      return await ask(signal);
    } catch (error) {
      if (signal.aborted || !error.passing) throw error;
      onWaiting(error);
      await pause(Math.min(Math.max(error.retryAfter ?? 2, 1), 30), signal);
    }
  }
}

/** Waits, or fails at once when the signal aborts. */
export function pause(seconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    }, { once: true });
  });
}
