package org.lamplight.analysis.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Tails;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.fault.Fault;

/**
 * Whether a series rises or falls steadily, and by how much.
 *
 * <ul>
 *   <li><b>Input</b>: a series in equal steps of time; NaN for a gap; 3 to 5,000 values.
 *   <li><b>Output</b>: S (pairs that rise less pairs that fall), its variance with ties, Z = (S -+ 1) / sd (0 for S = 0), two-sided p, Kendall's
 *       tau-b, Sen's slope (median of all pairwise slopes, units by step). All equal: Z 0, p 1, tau NaN.
 *   <li><b>Errors</b>: INVALID for an infinite value or fewer than 3; TOO_LARGE for more than 5,000.
 *   <li><b>Cost</b>: quadratic in the length.
 * </ul>
 *
 * <p>Source: H. Mann, Econometrica 13 (1945); M. Kendall, "Rank Correlation Methods" (1975); P. Sen, Journal of the American Statistical
 * Association 63 (1968).
 */
public final class MannKendall {

  public static final int LEAST_VALUES = 10;

  private static final int MOST_VALUES = 5_000;

  private MannKendall() {}

  public record Result(
      double s,
      double variance,
      double z,
      double p,
      double tau,
      double sen,
      List<Warning> warnings) {}

  public static Result of(double[] series) {
    Inputs.requireFiniteOrGap("series", series);
    int[] at =
        IntStream.range(0, series.length).filter(i -> !Double.isNaN(series[i])).toArray();
    double[] values = Arrays.stream(at).mapToDouble(i -> series[i]).toArray();
    int n = values.length;
    Fault.require(n >= 3, "series: at least 3 values are needed, better 10 or more");
    if (n > MOST_VALUES) {
      throw new Fault(Fault.Kind.TOO_LARGE, "series: at most 5,000 values; use longer periods");
    }
    long s = 0;
    double[] slopes = new double[n * (n - 1) / 2];
    int pairs = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        s += Double.compare(values[j] + 0.0, values[i] + 0.0);
        slopes[pairs++] = (values[j] - values[i]) / (at[j] - at[i]);
      }
    }
    return result(values, s, median(slopes));
  }

  private static Result result(double[] values, long s, double sen) {
    double n = values.length;
    double[] ties = ties(values);
    double variance = (n * (n - 1) * (2 * n + 5) - ties[1]) / 18;
    double z = variance > 0 ? (s - Math.signum((double) s)) / Math.sqrt(variance) : 0;
    double all = n * (n - 1) / 2;
    List<Warning> warnings = new ArrayList<>();
    if (values.length < LEAST_VALUES) {
      warnings.add(Warning.below(
          "There are " + values.length + " periods; a trend needs at least " + LEAST_VALUES + "."));
    }
    return new Result(
        s,
        variance,
        z,
        Tails.normalTwoSided(z),
        s / Math.sqrt(all * (all - ties[0])),
        sen,
        List.copyOf(warnings));
  }

  /** Sums over groups of equal values of t (t - 1) / 2 and of t (t - 1) (2 t + 5). */
  private static double[] ties(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] sums = new double[2];
    int from = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[from]) {
        double t = i - from;
        sums[0] += t * (t - 1) / 2;
        sums[1] += t * (t - 1) * (2 * t + 5);
        from = i;
      }
    }
    return sums;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
