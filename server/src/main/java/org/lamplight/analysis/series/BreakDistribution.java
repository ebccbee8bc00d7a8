package org.lamplight.analysis.series;

import org.hipparchus.analysis.solvers.BrentSolver;
import org.lamplight.analysis.chance.Tails;

/**
 * Where a two-sided random walk that falls away from 0 is highest: how far an estimated break strays, in units of the variance before
 * the break by the squared jump.
 *
 * <p>Source: J. Bai, "Estimation of a change point in multiple regression models", Review of Economics and Statistics 79 (1997), appendix,
 * for a change of the mean alone.
 */
final class BreakDistribution {

  private static final double FAR = 30;

  private final double ratio;

  /** Takes the variance after the break by that before it. */
  BreakDistribution(double ratio) {
    this.ratio = ratio;
  }

  /** P(place at most x). */
  double below(double x) {
    return x < 0 ? left(-x) : right(x);
  }

  /** NaN where the probability lies beyond the chance of 0 itself, so that no interval holds the break. */
  double quantile(double p) {
    double atZero = below(0);
    if (Double.isNaN(atZero) || (p > 0.5 ? atZero > p : atZero < p)) {
      return Double.NaN;
    }
    double step = p > 0.5 ? 1 : -1;
    double end = step;
    while (p > 0.5 ? below(end) < p : below(end) > p) {
      end *= 2;
      if (Math.abs(end) > 1e9) {
        return Double.NaN;
      }
    }
    return new BrentSolver(1e-12, 1e-12, 1e-15)
        .solve(300, x -> below(x) - p, Math.min(0, end), Math.max(0, end));
  }

  private double right(double x) {
    double scaled = x / ratio;
    double wide = 2 * ratio + 1;
    double first = Math.sqrt(scaled / (2 * Math.PI)) * Math.exp(-scaled / 8);
    double second = wide
        / (ratio * (ratio + 1))
        * Math.exp((ratio + 1) * x / 2 + logBelow(-(ratio + 0.5) * Math.sqrt(scaled)));
    double third = (wide * wide / ((ratio + 1) * ratio) - 2 + scaled / 2)
        * Math.exp(logBelow(-Math.sqrt(scaled) / 2));
    return 1 + first + second - third;
  }

  private double left(double y) {
    double back = 1 / ratio;
    double wide = ratio + 2;
    double first = Math.sqrt(y / (2 * Math.PI)) * Math.exp(-y / 8);
    double second = ratio
        * wide
        / (ratio + 1)
        * Math.exp(back * (1 + back) * y / 2 + logBelow(-(0.5 + back) * Math.sqrt(y)));
    double third = (y / 2 - 2 + wide * wide / (ratio + 1)) * Math.exp(logBelow(-Math.sqrt(y) / 2));
    return third - first - second;
  }

  /** Logarithm of P(Z below z), by its expansion where the probability itself is too small. */
  private static double logBelow(double z) {
    if (z > -FAR) {
      return Math.log(Tails.normalAbove(-z));
    }
    double square = z * z;
    return -square / 2
        - Math.log(-z * Math.sqrt(2 * Math.PI))
        + Math.log1p(-1 / square + 3 / (square * square));
  }
}
