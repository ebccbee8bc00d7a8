package org.lamplight.analysis.change;

import static org.lamplight.fault.Fault.require;

import java.util.Arrays;
import org.lamplight.analysis.chance.Tails;

/**
 * Whether two Poisson counts of equally long periods have the same mean: the E-test.
 *
 * <ul>
 *   <li><b>Input</b>: two counts of at least 0, not both 0, together at most 10,000,000. Unequal exposures are for {@link ConditionalBinomial}, as
 *       published forms of the statistic differ there.
 *   <li><b>Output</b>: two-sided p: probability, at the common mean, of a statistic at least as large. Ties are found in whole numbers.
 *   <li><b>Errors</b>: INVALID for counts below 0, both 0, or beyond the limit.
 *   <li><b>Cost</b>: linear in the standard deviation of the counts.
 * </ul>
 *
 * <p>Source: K. Krishnamoorthy and J. Thomson, "A more powerful test for comparing two Poisson means", Journal of Statistical Planning
 * and Inference 119 (2004).
 */
public final class ETest {

  private static final double TAILS = 40;

  private ETest() {}

  public static double p(long first, long second) {
    require(first >= 0 && second >= 0, "counts: must be at least 0");
    require(first + second > 0, "counts: both are 0, so there is nothing to compare");
    require(first + second <= 10_000_000, "counts: together at most 10,000,000 for the E-test");
    if (first == second) {
      return 1;
    }
    double mean = (first + second) / 2.0;
    double reach = TAILS + TAILS / 4 * Math.sqrt(mean);
    int from = (int) Math.max(0, Math.floor(mean - reach));
    int until = (int) Math.ceil(mean + reach);
    double[] mass = new double[until - from + 1];
    Arrays.setAll(mass, k -> Math.exp(Tails.poissonLogMass(from + k, mean)));
    double p = 0;
    double[] atMost = mass.clone();
    Arrays.parallelPrefix(atMost, Double::sum);
    double[] atLeast = mass.clone();
    for (int k = mass.length - 2; k >= 0; k--) {
      atLeast[k] += atLeast[k + 1];
    }
    for (int k = 0; k < mass.length; k++) {
      long[] inside = inside(from + k, first, second);
      p += mass[k] * (at(atMost, inside[0] - 1 - from) + at(atLeast, inside[1] - from));
    }
    return Math.min(1, p);
  }

  /**
   * The counts y, half-open, that leave the statistic smaller than observed, given x: (x - y)^2 n < d^2 (x + y) with n the sum and d the
   * difference observed. They lie between the roots of the equation.
   */
  private static long[] inside(long x, long first, long second) {
    double n = first + second;
    double d = first - second;
    double c = d * d / n;
    double root = Math.sqrt(c * (8.0 * x + c));
    double low = (2.0 * x + c - root) / 2;
    double high = (2.0 * x + c + root) / 2;
    long inner = Math.max(0, (long) Math.floor(low) - 1);
    while (inner < high && extreme(x, inner, first, second)) {
      inner++;
    }
    long outer = (long) Math.ceil(high) + 1;
    while (outer > inner && extreme(x, outer - 1, first, second)) {
      outer--;
    }
    return new long[] {inner, outer};
  }

  private static boolean extreme(long x, long y, long first, long second) {
    if (x + y == 0) {
      return false;
    }
    double left = (double) ((x - y) * (x - y)) * (first + second);
    double right = (double) ((first - second) * (first - second)) * (x + y);
    return left >= right;
  }

  private static double at(double[] sums, long index) {
    return index < 0 || index >= sums.length ? 0 : sums[(int) index];
  }
}
