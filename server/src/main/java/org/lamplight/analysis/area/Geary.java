package org.lamplight.analysis.area;

import java.util.Arrays;
import org.lamplight.analysis.chance.Tails;

/**
 * Geary's C: squared differences between neighbors, against those of any two units.
 *
 * <ul>
 *   <li><b>Input</b>: n values, weights, the side of the test; greater asks whether neighbors are more alike than by chance.
 *   <li><b>Output</b>: C (below 1 where neighbors are alike), expectation 1, variance under randomisation or normality, z = (1 - C) / sd, p.
 *   <li><b>Errors</b>: as {@link GlobalMoran}.
 *   <li><b>Cost</b>: linear in the links; times the rounds with permutation.
 * </ul>
 *
 * <p>Source: R. Geary, The Incorporated Statistician 5 (1954); A. Cliff and J. Ord, "Spatial Processes" (1981).
 */
public final class Geary {

  private Geary() {}

  public static GlobalResult of(GlobalParameters parameters) {
    parameters.check();
    Weights weights = parameters.weights();
    Weights.Sums sums = weights.sums();
    double n = weights.connected();
    double[] deviation = Moments.deviations(parameters.values());
    double squares = Arrays.stream(deviation).map(d -> d * d).sum();
    double scale = (n - 1) / (2 * sums.s0() * squares);
    double statistic = scale * differences(weights, deviation);
    double variance = parameters.normality()
        ? normality(n, sums)
        : randomisation(n, sums, Moments.kurtosis(deviation));
    double z = (1 - statistic) / Math.sqrt(variance);
    GlobalPermutation dealt = GlobalPermutation.of(
        deviation,
        parameters.permutations(),
        parameters.alternative(),
        -statistic,
        order -> -scale * differences(weights, order));
    return new GlobalResult(
        statistic,
        1,
        variance,
        z,
        Tails.normal(z, parameters.alternative()),
        dealt.p(),
        -dealt.mean(),
        dealt.sd(),
        Moments.warnings(weights, GlobalMoran.LEAST_UNITS));
  }

  private static double differences(Weights weights, double[] values) {
    int[] start = weights.neighbors().packedStart();
    int[] index = weights.neighbors().packedIndex();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      for (int at = start[i]; at < start[i + 1]; at++) {
        double off = values[i] - values[index[at]];
        sum += weights.packed()[at] * off * off;
      }
    }
    return sum;
  }

  private static double normality(double n, Weights.Sums s) {
    double squared = s.s0() * s.s0();
    return ((2 * s.s1() + s.s2()) * (n - 1) - 4 * squared) / (2 * (n + 1) * squared);
  }

  private static double randomisation(double n, Weights.Sums s, double k) {
    double squared = s.s0() * s.s0();
    double first = (n - 1) * s.s1() * (n * n - 3 * n + 3 - k * (n - 1));
    double second = (n - 1) * s.s2() * (n * n + 3 * n - 6 - k * (n * n - n + 2)) / 4;
    double third = squared * (n * n - 3 - k * (n - 1) * (n - 1));
    return (first - second + third) / (n * (n - 2) * (n - 3) * squared);
  }
}
