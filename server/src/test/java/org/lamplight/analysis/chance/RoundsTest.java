package org.lamplight.analysis.chance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void eachRoundIsDoneOnceAndTold() {
    AtomicIntegerArray done = new AtomicIntegerArray(500);
    Set<Double> told = Collections.synchronizedSet(new HashSet<>());
    int answer = Rounds.watched(told::add, () -> {
      Rounds.each(500, done::incrementAndGet);
      return 7;
    });
    assertEquals(7, answer);
    int[] counts = IntStream.range(0, 500).map(done::get).toArray();
    assertArrayEquals(IntStream.generate(() -> 1).limit(500).toArray(), counts);
    assertEquals(500, told.size());
    assertTrue(told.contains(1.0) && told.contains(0.002));
  }

  @Test
  void whoDoesNotWatchHearsNothing() {
    Set<Double> told = Collections.synchronizedSet(new HashSet<>());
    Rounds.watched(told::add, () -> 1);
    Rounds.each(10, round -> {});
    assertTrue(told.isEmpty());
  }

  @Test
  void interruptEndsTheRounds() throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    Thread worker = new Thread(() -> {
      Thread.currentThread().interrupt();
      assertThrows(
          CancellationException.class, () -> Rounds.each(1_000, round -> done.incrementAndGet()));
    });
    worker.start();
    worker.join();
    assertFalse(done.get() == 1_000);
  }
}
