package org.lamplight.analysis.change;

import static org.lamplight.fault.Fault.require;

import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Tails;

/**
 * Exact confidence interval of the mean behind a Poisson count.
 *
 * <ul>
 *   <li><b>Input</b>: a count of at least 0; the level, such as 0.95.
 *   <li><b>Output</b>: half the chi-squared quantiles with 2 x and 2 x + 2 degrees of freedom; from 0 for a count of 0.
 *   <li><b>Errors</b>: INVALID for a count below 0 or a level outside (0.5, 1).
 *   <li><b>Cost</b>: some tens of incomplete gamma functions.
 * </ul>
 *
 * <p>Source: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936).
 */
public final class Garwood {

  private Garwood() {}

  public static Interval of(double count, double level) {
    require(count >= 0 && Double.isFinite(count), "count: must be at least 0");
    Inputs.requireLevel(level);
    double tail = (1 - level) / 2;
    double low = count == 0 ? 0 : Tails.gammaQuantile(tail, count);
    return new Interval(low, Tails.gammaQuantile(1 - tail, count + 1));
  }
}
