package org.lamplight.study;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A job that runs or waits. */
final class ActiveJob {
  final Job.Owner owner;
  volatile int percent;
  volatile @Nullable Future<?> future;
  private boolean over;

  ActiveJob(Job.Owner owner) {
    this.owner = owner;
  }

  /** So much is done; rounds on several processors tell it in any order, and it never goes back. */
  synchronized void reach(double fraction) {
    percent = Math.max(percent, (int) Math.min(99, 100 * fraction));
  }

  /** Ends it, where it still runs or waits. */
  void end() {
    Future<?> running = future;
    if (running != null) {
      unlessOver(() -> running.cancel(true));
    }
  }

  synchronized void unlessOver(Runnable deed) {
    if (!over) {
      deed.run();
    }
  }

  synchronized void over() {
    over = true;
  }
}
