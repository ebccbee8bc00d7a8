package org.lamplight.study;

import java.util.concurrent.CancellationException;

/** What work that may take long tells of itself, and is told. */
@FunctionalInterface
public interface Work {

  /** Nobody looks. */
  Work UNWATCHED = fraction -> {};

  /** So much of it is done, from 0 to 1. */
  void progress(double fraction);

  /** Ends the work where nobody waits for it any longer. */
  default void goOn() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException();
    }
  }
}
