package org.lamplight.analysis.chance;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Rounds of a simulation over all processors. Who waits for them may be told how many are done, and may call them off by interrupting
 * the calling thread; neither changes what they find.
 */
public final class Rounds {

  private static final ThreadLocal<DoubleConsumer> TOLD =
      ThreadLocal.withInitial(() -> fraction -> {});

  private Rounds() {}

  /** Does the work; of the rounds in it {@code told} hears which part is done, from 0 to 1, from any thread. */
  public static <T> T watched(DoubleConsumer told, Supplier<T> work) {
    DoubleConsumer before = TOLD.get();
    TOLD.set(told);
    try {
      return work.get();
    } finally {
      TOLD.set(before);
    }
  }

  /** Does each round once; ends with CancellationException when the calling thread is interrupted. */
  public static void each(int rounds, IntConsumer round) {
    Thread caller = Thread.currentThread();
    DoubleConsumer told = TOLD.get();
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, rounds).parallel().forEach(number -> {
      if (caller.isInterrupted()) {
        throw new CancellationException("the calculation was called off");
      }
      round.accept(number);
      told.accept(done.incrementAndGet() / (double) rounds);
    });
  }
}
