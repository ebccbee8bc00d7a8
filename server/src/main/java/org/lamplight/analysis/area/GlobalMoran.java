package org.lamplight.analysis.area;

import java.util.Arrays;
import org.lamplight.analysis.chance.Tails;

/**
 * Moran's I: whether neighbors are alike over the whole map.
 *
 * <ul>
 *   <li><b>Input</b>: n values, weights, the side of the test. Units without neighbors count in the mean but not in n.
 *   <li><b>Output</b>: I, expectation -1 / (n - 1), variance under randomisation or normality, z, p; p by permutation where asked.
 *   <li><b>Errors</b>: INVALID when lengths differ, a value is not finite, all are equal, fewer than 4 have neighbors.
 *   <li><b>Cost</b>: linear in the links; times the rounds with permutation.
 * </ul>
 *
 * <p>Source: P. Moran, Biometrika 37 (1950); A. Cliff and J. Ord, "Spatial Processes" (1981).
 */
public final class GlobalMoran {

  public static final int LEAST_UNITS = 20;

  private GlobalMoran() {}

  public static GlobalResult of(GlobalParameters parameters) {
    parameters.check();
    Weights weights = parameters.weights();
    Weights.Sums sums = weights.sums();
    double n = weights.connected();
    double[] deviation = Moments.deviations(parameters.values());
    double squares = Arrays.stream(deviation).map(d -> d * d).sum();
    double statistic = n / sums.s0() * Moments.product(weights, deviation) / squares;
    double expectation = -1 / (n - 1);
    double variance = (parameters.normality()
            ? normality(n, sums)
            : randomisation(n, sums, Moments.kurtosis(deviation)))
        - expectation * expectation;
    double z = (statistic - expectation) / Math.sqrt(variance);
    GlobalPermutation dealt = GlobalPermutation.of(
        deviation,
        parameters.permutations(),
        parameters.alternative(),
        statistic,
        order -> n / sums.s0() * Moments.product(weights, order) / squares);
    return new GlobalResult(
        statistic,
        expectation,
        variance,
        z,
        Tails.normal(z, parameters.alternative()),
        dealt.p(),
        dealt.mean(),
        dealt.sd(),
        Moments.warnings(weights, LEAST_UNITS));
  }

  private static double normality(double n, Weights.Sums s) {
    return (n * n * s.s1() - n * s.s2() + 3 * s.s0() * s.s0()) / (s.s0() * s.s0() * (n * n - 1));
  }

  private static double randomisation(double n, Weights.Sums s, double kurtosis) {
    double squared = s.s0() * s.s0();
    double first = n * ((n * n - 3 * n + 3) * s.s1() - n * s.s2() + 3 * squared);
    double second = kurtosis * ((n * n - n) * s.s1() - 2 * n * s.s2() + 6 * squared);
    return (first - second) / ((n - 1) * (n - 2) * (n - 3) * squared);
  }
}
