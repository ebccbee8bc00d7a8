package org.lamplight.demo;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Splits a whole number in proportion to weights, by largest remainders (T. Hare, 1859). */
final class Shares {

  private Shares() {}

  /** Whole numbers that add up to {@code total}; weights are at least 0 and not all 0, ties go to the earlier part. */
  static int[] whole(double[] weights, int total) {
    double sum = Arrays.stream(weights).sum();
    int[] parts = new int[weights.length];
    double[] rests = new double[weights.length];
    int given = 0;
    for (int i = 0; i < parts.length; i++) {
      double exact = total * weights[i] / sum;
      parts[i] = (int) exact;
      rests[i] = exact - parts[i];
      given += parts[i];
    }
    IntStream.range(0, parts.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -rests[i]))
        .limit(total - given)
        .forEach(i -> parts[i]++);
    return parts;
  }
}
