package org.lamplight.analysis.point;

import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Work in parts over all processors. What a part is never depends on their number, so neither does the answer. */
final class Parallel {

  private static final int PARTS = 64;

  /** Work on the numbers from one up to, not with, another. */
  @FunctionalInterface
  interface Range {
    void run(int from, int to);
  }

  private Parallel() {}

  /** Does each of so many parts once; ends with CancellationException when the calling thread is interrupted. */
  static void each(int parts, IntConsumer work) {
    Thread caller = Thread.currentThread();
    IntStream.range(0, parts).parallel().forEach(part -> {
      if (caller.isInterrupted()) {
        throw new CancellationException("the calculation was called off");
      }
      work.accept(part);
    });
  }

  /** Divides 0 to size into ranges of about equal length. */
  static void ranges(int size, Range work) {
    int parts = Math.min(PARTS, size);
    each(parts, part -> work.run(cut(size, parts, part), cut(size, parts, part + 1)));
  }

  /** Where a part begins. */
  static int cut(int size, int parts, int part) {
    return (int) ((long) size * part / parts);
  }
}
