package org.lamplight.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance that gives the same numbers on every Java and every machine. */
final class Dice {

  private final SplittableRandom random;

  Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** An independent stream for a part of the work, so that parts do not shift each other's draws. */
  Dice split() {
    return new Dice(random.nextLong());
  }

  int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** In [0, 1). */
  double uniform() {
    return (random.nextLong() >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  <T> T pick(List<T> items) {
    return items.get(below(items.size()));
  }

  /** Standard normal, by G. Box and M. Muller (1958). */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }

  /** Pareto with scale 1: heavy-tailed, so that few places hold much. */
  double pareto(double shape) {
    return StrictMath.pow(1 - uniform(), -1 / shape);
  }

  /** Whole days with the given mean, geometric. */
  int geometricDays(double mean) {
    return (int)
        StrictMath.floor(StrictMath.log(1 - uniform()) / StrictMath.log(mean / (1 + mean)));
  }

  void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = below(i + 1);
      int held = values[i];
      values[i] = values[j];
      values[j] = held;
    }
  }
}
