package org.lamplight.analysis.chance;

import java.util.Arrays;

/** Corrections for many tests at once. */
public final class MultipleTests {

  private MultipleTests() {}

  /**
   * P values adjusted so that those at most q make a set with a false discovery rate of at most q.
   *
   * <ul>
   *   <li><b>Input</b>: p values of m tests in [0, 1]; NaN stands for no test, is left out of m and kept.
   *   <li><b>Output</b>: min over j of rank i and above of m p(j) / j, at most 1, in the order of the input.
   *   <li><b>Cost</b>: m log m.
   * </ul>
   *
   * <p>Source: Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57 (1995).
   */
  public static double[] benjaminiHochberg(double[] p) {
    double[] sorted = p.clone();
    Arrays.parallelSort(sorted);
    // NaN comes last.
    int m = sorted.length;
    while (m > 0 && Double.isNaN(sorted[m - 1])) {
      m--;
    }
    double[] adjusted = new double[m];
    double least = 1;
    for (int rank = m; rank >= 1; rank--) {
      least = Math.min(least, m / (double) rank * sorted[rank - 1]);
      adjusted[rank - 1] = least;
    }
    double[] result = new double[p.length];
    // Equal values have equal adjusted ones, so any place of theirs will do.
    for (int i = 0; i < p.length; i++) {
      result[i] =
          Double.isNaN(p[i]) ? Double.NaN : adjusted[Arrays.binarySearch(sorted, 0, m, p[i])];
    }
    return result;
  }

  /**
   * P values times the number of tests, at most 1, so that those at most q hold a family-wise error of q.
   *
   * <p>Source: C. Bonferroni (1936).
   */
  public static double[] bonferroni(double[] p) {
    long tests = Arrays.stream(p).filter(value -> !Double.isNaN(value)).count();
    return Arrays.stream(p)
        .map(value -> Double.isNaN(value) ? value : Math.min(1, value * tests))
        .toArray();
  }

  /** Class of each test by its p value: 3 at 99 %, 2 at 95 %, 1 at 90 %, else 0, with the sign of its direction. */
  public static int[] classes(double[] p, double[] direction) {
    int[] classes = new int[p.length];
    for (int i = 0; i < p.length; i++) {
      int size = p[i] <= 0.01 ? 3 : p[i] <= 0.05 ? 2 : p[i] <= 0.1 ? 1 : 0;
      classes[i] = direction[i] < 0 ? -size : size;
    }
    return classes;
  }
}
