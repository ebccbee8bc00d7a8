package org.lamplight.analysis.change;

import static org.lamplight.fault.Fault.require;

import java.util.function.LongPredicate;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Tails;

/**
 * Exact comparison of two Poisson counts, given their sum.
 *
 * <ul>
 *   <li><b>Input</b>: counts of at least 0, not both 0, each with its exposure above 0.
 *   <li><b>Output</b>: two-sided p (sum over outcomes at most as likely, as R's poisson.test), mid-p (twice the smaller tail, half of the observed
 *       outcome counted), ratio of the rates and its exact (Clopper-Pearson) interval.
 *   <li><b>Errors</b>: INVALID when both counts are 0 or an exposure is not above 0.
 *   <li><b>Cost</b>: some tens of incomplete beta functions, whatever the counts.
 * </ul>
 *
 * <p>Source: J. Przyborowski and H. Wilenski, Biometrika 31 (1940); mid-p of H. Lancaster (1961).
 */
public final class ConditionalBinomial {

  /** As R: an outcome is as likely as the observed one when it is so but for rounding. */
  private static final double AS_LIKELY = 1 + 1e-7;

  public record Result(double p, double midP, double ratio, Interval interval) {}

  private final long count;
  private final long trials;
  private final double share;

  private ConditionalBinomial(long count, long trials, double share) {
    this.count = count;
    this.trials = trials;
    this.share = share;
  }

  public static Result of(
      long first, double firstExposure, long second, double secondExposure, double level) {
    require(first >= 0 && second >= 0, "counts: must be at least 0");
    require(first + second > 0, "counts: both are 0, so there is nothing to compare");
    require(firstExposure > 0 && secondExposure > 0, "exposure: must be above 0");
    Inputs.requireLevel(level);
    ConditionalBinomial test = new ConditionalBinomial(
        first, first + second, firstExposure / (firstExposure + secondExposure));
    double odds = secondExposure / firstExposure;
    double ratio = second == 0 ? Double.POSITIVE_INFINITY : odds * first / second;
    Interval share = test.clopperPearson(level);
    Interval interval = new Interval(
        odds * share.low() / (1 - share.low()),
        share.high() == 1 ? Double.POSITIVE_INFINITY : odds * share.high() / (1 - share.high()));
    return new Result(test.p(), test.midP(), ratio, interval);
  }

  private double p() {
    double mean = trials * share;
    if (count == mean) {
      return 1;
    }
    double bound = Tails.binomialMass(count, trials, share) * AS_LIKELY;
    LongPredicate rare = k -> Tails.binomialMass(k, trials, share) <= bound;
    if (count < mean) {
      long other = first((long) Math.ceil(mean), trials + 1, rare);
      return Math.min(1, atMost(count) + atLeast(other));
    }
    long other = first(-(long) Math.floor(mean), 1, k -> rare.test(-k));
    return Math.min(1, atMost(-other) + atLeast(count));
  }

  /** The first number of [from, until) that passes, where all after it do; {@code until} if none. */
  private static long first(long from, long until, LongPredicate test) {
    long low = from;
    long high = until;
    while (low < high) {
      long middle = Math.floorDiv(low + high, 2L);
      if (test.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private double midP() {
    double half = Tails.binomialMass(count, trials, share) / 2;
    double lower = atMost(count - 1) + half;
    double upper = atLeast(count + 1) + half;
    return Math.min(1, 2 * Math.min(lower, upper));
  }

  private double atMost(long number) {
    return Tails.binomialAtMost(number, trials, share);
  }

  private double atLeast(long number) {
    return Tails.binomialAtLeast(number, trials, share);
  }

  private Interval clopperPearson(double level) {
    double tail = (1 - level) / 2;
    double low = count == 0 ? 0 : solve(q -> Tails.binomialAtLeast(count, trials, q) - tail);
    double high = count == trials ? 1 : solve(q -> tail - Tails.binomialAtMost(count, trials, q));
    return new Interval(low, high);
  }

  private static double solve(UnivariateFunction rising) {
    return new BrentSolver(1e-14, 1e-16, 1e-16).solve(500, rising, 0, 1);
  }
}
