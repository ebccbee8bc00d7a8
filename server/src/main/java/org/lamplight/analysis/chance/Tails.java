package org.lamplight.analysis.chance;

import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;
import org.lamplight.fault.Fault;

/** Tails and quantiles of the distributions that tests need. */
public final class Tails {

  private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

  private Tails() {}

  /** P(Z above z). */
  public static double normalAbove(double z) {
    return 0.5 * NormalTail.erfc(z / Math.sqrt(2));
  }

  /** P(|Z| above |z|). */
  public static double normalTwoSided(double z) {
    return NormalTail.erfc(Math.abs(z) / Math.sqrt(2));
  }

  public static double normal(double z, Alternative alternative) {
    return switch (alternative) {
      case TWO_SIDED -> normalTwoSided(z);
      case GREATER -> normalAbove(z);
      case LESS -> normalAbove(-z);
    };
  }

  /** The z below which the normal distribution has the probability p, 0 to 1. */
  public static double normalQuantile(double p) {
    double z = NORMAL.inverseCumulativeProbability(p);
    double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    return density > 0 ? z - (normalAbove(-z) - p) / density : z;
  }

  /** P(X at most count) of a Poisson count. */
  public static double poissonAtMost(double count, double mean) {
    if (count < 0) {
      return 0;
    }
    return mean == 0 ? 1 : Gamma.regularizedGammaQ(Math.floor(count) + 1, mean);
  }

  /** P(X at least count) of a Poisson count. */
  public static double poissonAtLeast(double count, double mean) {
    if (count <= 0) {
      return 1;
    }
    return mean == 0 ? 0 : Gamma.regularizedGammaP(Math.ceil(count), mean);
  }

  public static double poissonLogMass(double count, double mean) {
    if (mean == 0) {
      return count == 0 ? 0 : Double.NEGATIVE_INFINITY;
    }
    return count * Math.log(mean) - mean - Gamma.logGamma(count + 1);
  }

  /** The smallest count with P(X at most count) at least p, as R's qpois. */
  public static int poissonQuantile(double p, double mean) {
    double guess = mean + normalQuantile(p) * Math.sqrt(mean);
    Fault.require(guess < 1e9, "the expected count is larger than 1,000,000,000");
    int count = (int) Math.max(0, Math.floor(guess));
    double target = p * (1 - 64 * Math.ulp(1.0));
    while (count > 0 && poissonAtMost(count - 1.0, mean) >= target) {
      count--;
    }
    while (poissonAtMost(count, mean) < target) {
      count++;
    }
    return count;
  }

  /** The value below which a gamma variable of this shape and scale 1 has the probability p. */
  public static double gammaQuantile(double p, double shape) {
    double high = shape + 10 * Math.sqrt(shape) + 10;
    while (Gamma.regularizedGammaP(shape, high) < p) {
      high *= 2;
    }
    double low = shape;
    while (Gamma.regularizedGammaP(shape, low) > p) {
      low /= 2;
    }
    boolean upper = p > 0.5;
    return new BrentSolver(1e-15, 1e-15, 1e-16)
        .solve(
            500,
            x -> upper
                ? 1 - p - Gamma.regularizedGammaQ(shape, x)
                : Gamma.regularizedGammaP(shape, x) - p,
            low,
            high);
  }

  /** P(X at most count) of the successes among trials. */
  public static double binomialAtMost(long count, long trials, double share) {
    if (count < 0) {
      return 0;
    }
    return count >= trials
        ? 1
        : Beta.regularizedBeta(1 - share, (double) (trials - count), count + 1.0);
  }

  /** P(X at least count) of the successes among trials. */
  public static double binomialAtLeast(long count, long trials, double share) {
    if (count <= 0) {
      return 1;
    }
    return count > trials
        ? 0
        : Beta.regularizedBeta(share, (double) count, (double) (trials - count + 1));
  }

  public static double binomialMass(long count, long trials, double share) {
    double log = Gamma.logGamma(trials + 1.0)
        - Gamma.logGamma(count + 1.0)
        - Gamma.logGamma(trials - count + 1.0)
        + count * Math.log(share)
        + (trials - count) * Math.log1p(-share);
    return Math.exp(log);
  }
}
