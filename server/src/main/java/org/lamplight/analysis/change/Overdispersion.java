package org.lamplight.analysis.change;

import static org.lamplight.fault.Fault.require;

import org.lamplight.analysis.chance.Inputs;

/**
 * How much more counts vary than Poisson counts would: Pearson's chi-squared by its degrees of freedom.
 *
 * <ul>
 *   <li><b>Input</b>: observed and fitted counts, how many parameters were fitted.
 *   <li><b>Output</b>: phi; above {@link #WORTH_HEEDING} standard errors are to be multiplied by its root.
 *   <li><b>Errors</b>: INVALID for unequal lengths, too few counts, fitted ones not above 0.
 *   <li><b>Cost</b>: linear.
 * </ul>
 *
 * <p>Source: P. McCullagh and J. Nelder, "Generalized Linear Models" (1989).
 */
public final class Overdispersion {

  public static final double WORTH_HEEDING = 1.5;

  private Overdispersion() {}

  public static double phi(double[] observed, double[] fitted, int parameters) {
    Inputs.requireSameLength("observed", observed.length, "fitted", fitted.length);
    require(observed.length > parameters, "observed: more counts than parameters are needed");
    double squares = 0;
    for (int i = 0; i < observed.length; i++) {
      require(fitted[i] > 0, "fitted: must be above 0");
      squares += (observed[i] - fitted[i]) * (observed[i] - fitted[i]) / fitted[i];
    }
    return squares / (observed.length - parameters);
  }
}
