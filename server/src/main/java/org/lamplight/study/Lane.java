package org.lamplight.study;

import java.time.Duration;

/**
 * Threads that run one kind of work, so that none waits for another kind.
 *
 * @param threads that run at once
 * @param waiting how many may wait besides; one more is turned away
 * @param atOnce how many of one owner may run or wait
 * @param now how long a request waits for its answer
 * @param later how long a job may run
 */
public record Lane(
    String name, int threads, int waiting, int atOnce, Duration now, Duration later) {

  /** Echo, which is open to everybody and works nothing out. */
  public static final Lane OPEN =
      new Lane("open", 8, 100, 30, Duration.ofSeconds(11), Duration.ofSeconds(15));

  /** Analyses. */
  public static final Lane ANALYSES =
      new Lane("analyses", 2, 30, 6, Duration.ofSeconds(60), Duration.ofMinutes(15));

  /** The same with other times. */
  public Lane within(Duration shortly, Duration atMost) {
    return new Lane(name, threads, waiting, atOnce, shortly, atMost);
  }
}
