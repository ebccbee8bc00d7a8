package org.lamplight.analysis.area;

import java.util.Arrays;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Tails;
import org.lamplight.fault.Fault;

/**
 * Getis-Ord general G: whether high values lie beside high ones, or low beside low.
 *
 * <ul>
 *   <li><b>Input</b>: n values of at least 0, weights without self, best binary; units without neighbors are left out. There are no moments
 *       under normality.
 *   <li><b>Output</b>: G, its expectation and variance under randomisation, z (above 0 where high values lie together), p.
 *   <li><b>Errors</b>: as {@link GlobalMoran}, for values below 0, units that are their own neighbors, and where normality is asked for.
 *   <li><b>Cost</b>: linear in the links; times the rounds with permutation.
 * </ul>
 *
 * <p>Source: A. Getis and J. K. Ord, Geographical Analysis 24 (1992), with the erratum of 1993.
 */
public final class GeneralG {

  private GeneralG() {}

  public static GlobalResult of(GlobalParameters parameters) {
    parameters.check();
    double[] values = parameters.values();
    Weights weights = parameters.weights();
    Inputs.requireCounts("values", values);
    Fault.require(!weights.holdsSelf(), "weights: general G takes no unit as its own neighbor");
    Fault.require(!parameters.normality(), "general G has no moments under normality");
    Weights.Sums sums = weights.sums();
    double n = weights.connected();
    int[] connected = weights.connectedUnits();
    double[] moving = Arrays.stream(connected).mapToDouble(i -> values[i]).toArray();
    double[] power = new double[5];
    for (int k = 1; k <= 4; k++) {
      int exponent = k;
      power[k] = Arrays.stream(moving).map(x -> Math.pow(x, exponent)).sum();
    }
    double pairs = power[1] * power[1] - power[2];
    Fault.require(pairs > 0, "values: at least two must be above 0");
    double statistic = Moments.product(weights, values) / pairs;
    double expectation = sums.s0() / (n * (n - 1));
    double variance = second(n, sums, power) - expectation * expectation;
    double z = (statistic - expectation) / Math.sqrt(variance);
    GlobalPermutation dealt = GlobalPermutation.of(
        moving,
        parameters.permutations(),
        parameters.alternative(),
        statistic,
        order -> Moments.product(weights, placed(values, connected, order)) / pairs);
    return new GlobalResult(
        statistic,
        expectation,
        variance,
        z,
        Tails.normal(z, parameters.alternative()),
        dealt.p(),
        dealt.mean(),
        dealt.sd(),
        Moments.warnings(weights, GlobalMoran.LEAST_UNITS));
  }

  /** The values with those of connected units in another order. */
  private static double[] placed(double[] values, int[] connected, double[] order) {
    double[] placed = values.clone();
    for (int k = 0; k < order.length; k++) {
      placed[connected[k]] = order[k];
    }
    return placed;
  }

  /** Expectation of the square of G; m holds the sums of powers. */
  private static double second(double n, Weights.Sums s, double[] m) {
    double squared = s.s0() * s.s0();
    double b0 = (n * n - 3 * n + 3) * s.s1() - n * s.s2() + 3 * squared;
    double b1 = -((n * n - n) * s.s1() - 2 * n * s.s2() + 6 * squared);
    double b2 = -(2 * n * s.s1() - (n + 3) * s.s2() + 6 * squared);
    double b3 = 4 * (n - 1) * s.s1() - 2 * (n + 1) * s.s2() + 8 * squared;
    double b4 = s.s1() - s.s2() + squared;
    double sum = b0 * m[2] * m[2]
        + b1 * m[4]
        + b2 * m[1] * m[1] * m[2]
        + b3 * m[1] * m[3]
        + b4 * Math.pow(m[1], 4);
    double pairs = m[1] * m[1] - m[2];
    return sum / (pairs * pairs * n * (n - 1) * (n - 2) * (n - 3));
  }
}
