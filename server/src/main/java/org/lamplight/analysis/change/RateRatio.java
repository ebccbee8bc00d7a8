package org.lamplight.analysis.change;

import static org.lamplight.fault.Fault.require;

import org.lamplight.analysis.chance.Tails;

/**
 * Log incidence rate ratio of a treated against a comparison place.
 *
 * <ul>
 *   <li><b>Input</b>: counts before and after in both, all above 0.
 *   <li><b>Output</b>: ln[(T1/T0) / (C1/C0)], its standard error (root of the sum of reciprocals), ratio, z, two-sided p, 95 % interval of the ratio.
 *   <li><b>Errors</b>: INVALID for a count that is not above 0.
 *   <li><b>Cost</b>: constant.
 * </ul>
 *
 * <p>Source: D. Wilson, "The relative incident rate ratio effect size for count-based impact evaluations", Journal of Quantitative
 * Criminology 38 (2022).
 */
public final class RateRatio {

  private RateRatio() {}

  public record Result(
      double logRatio,
      double ratio,
      double standardError,
      double z,
      double p,
      double low,
      double high) {}

  public static Result of(
      long treatedBefore, long treatedAfter, long comparisonBefore, long comparisonAfter) {
    require(
        treatedBefore > 0 && treatedAfter > 0 && comparisonBefore > 0 && comparisonAfter > 0,
        "counts: all four must be above 0, as a ratio to 0 has no meaning; take longer periods");
    double log = Math.log((double) treatedAfter / treatedBefore)
        - Math.log((double) comparisonAfter / comparisonBefore);
    double error = Math.sqrt(
        1.0 / treatedBefore + 1.0 / treatedAfter + 1.0 / comparisonBefore + 1.0 / comparisonAfter);
    double z = log / error;
    double half = Tails.normalQuantile(0.975) * error;
    return new Result(
        log,
        Math.exp(log),
        error,
        z,
        Tails.normalTwoSided(z),
        Math.exp(log - half),
        Math.exp(log + half));
  }
}
