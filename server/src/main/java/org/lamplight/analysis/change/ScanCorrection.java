package org.lamplight.analysis.change;

import static org.lamplight.fault.Fault.require;

import org.lamplight.analysis.chance.Tails;

/**
 * How often chance alone puts so many incidents into some window, wherever in the whole time it lies.
 *
 * <ul>
 *   <li><b>Input</b>: mean count of a period; how many periods the window is long (1 or more), and the whole time (two windows or more);
 *       the most that any window holds.
 *   <li><b>Output</b>: the probability of at least so many in any window.
 *   <li><b>Errors</b>: INVALID for a mean not above 0 or lengths out of range.
 *   <li><b>Cost</b>: linear in the count.
 * </ul>
 *
 * <p>Source: J. Naus, "Approximations for distributions of scan statistics", Journal of the American Statistical Association 77 (1982).
 */
public final class ScanCorrection {

  private ScanCorrection() {}

  public record Parameters(double meanPerPeriod, double window, double periods, int most) {}

  public static double p(Parameters parameters) {
    require(parameters.meanPerPeriod() > 0, "mean: must be above 0");
    require(
        parameters.window() > 0 && parameters.periods() >= 2 * parameters.window(),
        "window: must be above 0 and at most half of the whole time");
    require(parameters.most() <= 100_000, "most: at most 100,000");
    int k = parameters.most();
    if (k <= 0) {
      return 1;
    }
    double mean = parameters.meanPerPeriod() * parameters.window();
    double windows = parameters.periods() / parameters.window();
    if (k == 1) {
      return -Math.expm1(-parameters.meanPerPeriod() * parameters.periods());
    }
    double two = two(k, mean);
    double three = three(k, mean);
    double none = two <= 0 || three <= 0 ? 0 : two * Math.pow(three / two, windows - 2);
    return Math.min(1, Math.max(0, 1 - none));
  }

  private static double mass(int k, double mean) {
    return k < 0 ? 0 : Math.exp(Tails.poissonLogMass(k, mean));
  }

  private static double atMost(int k, double mean) {
    return k < 0 ? 0 : Tails.poissonAtMost(k, mean);
  }

  /** Probability that no window within two lengths holds k. */
  private static double two(int k, double mean) {
    double all = atMost(k - 1, mean);
    return all * all
        - (k - 1) * mass(k, mean) * mass(k - 2, mean)
        - (k - 1 - mean) * mass(k, mean) * atMost(k - 3, mean);
  }

  /** Probability that no window within three lengths holds k. */
  private static double three(int k, double mean) {
    double all = atMost(k - 1, mean);
    double at = mass(k, mean);
    double first = 2 * at * all * ((k - 1) * atMost(k - 2, mean) - mean * atMost(k - 3, mean));
    double second = 0.5
        * at
        * at
        * ((k - 1.0) * (k - 2) * atMost(k - 3, mean)
            - 2 * (k - 2) * mean * atMost(k - 4, mean)
            + mean * mean * atMost(k - 5, mean));
    double third = 0;
    double fourth = 0;
    for (int r = 1; r < k; r++) {
      double rest = mass(2 * k - r, mean);
      third += rest * atMost(r - 1, mean) * atMost(r - 1, mean);
      fourth += rest * mass(r, mean) * ((r - 1) * atMost(r - 2, mean) - mean * atMost(r - 3, mean));
    }
    return all * all * all - first + second + third - fourth;
  }
}
