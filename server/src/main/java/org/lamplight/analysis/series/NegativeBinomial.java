package org.lamplight.analysis.series;

import java.util.Arrays;
import org.hipparchus.special.Gamma;
import org.lamplight.fault.Fault;

/**
 * A negative binomial model of counts with theta by maximum likelihood.
 *
 * <ul>
 *   <li><b>Input</b>: as {@link LogLinear}, whose theta is not heeded.
 *   <li><b>Output</b>: coefficients, standard errors, theta and its standard error (observed information), twice the log-likelihood, fitted means.
 *   <li><b>Errors</b>: as {@link LogLinear}, and INVALID where the counts vary no more than Poisson counts, so that theta has no end.
 *   <li><b>Cost</b>: some tens of fits.
 * </ul>
 *
 * <p>Source: J. Lawless, Canadian Journal of Statistics 15 (1987), alternating as in W. Venables and B. Ripley, "Modern Applied Statistics with S"
 * (2002).
 */
public final class NegativeBinomial {

  private static final int ROUNDS = 100;
  private static final double MOST = 1e7;

  private NegativeBinomial() {}

  public record Result(
      double[] coefficient,
      double[] standardError,
      double theta,
      double thetaError,
      double twoLogLikelihood,
      double[] fitted) {}

  public static Result fit(LogLinear.Parameters parameters) {
    LogLinear.Fit fit = LogLinear.fit(parameters.withTheta(Double.POSITIVE_INFINITY));
    double[] counts = parameters.counts();
    double theta = theta(counts, fit.fitted(), moments(counts, fit.fitted()));
    for (int round = 0; round < ROUNDS; round++) {
      fit = LogLinear.fit(parameters.withTheta(theta));
      double next = theta(counts, fit.fitted(), theta);
      boolean settled = Math.abs(next - theta) <= 1e-10 * theta;
      theta = next;
      if (settled) {
        break;
      }
    }
    return new Result(
        fit.coefficient(),
        fit.standardError(),
        theta,
        1 / Math.sqrt(information(counts, fit.fitted(), theta)),
        LogLinear.twoLogLikelihood(counts, fit.fitted(), theta),
        fit.fitted());
  }

  /** A first theta from how far the counts are from their means. */
  private static double moments(double[] counts, double[] mean) {
    double squares = 0;
    for (int i = 0; i < counts.length; i++) {
      double off = counts[i] / mean[i] - 1;
      squares += off * off;
    }
    return counts.length / squares;
  }

  /** Newton's method on the logarithm of theta, which keeps it above 0. */
  private static double theta(double[] counts, double[] mean, double from) {
    double theta = from;
    for (int step = 0; step < ROUNDS; step++) {
      double score = score(counts, mean, theta);
      double information = information(counts, mean, theta);
      double curvature = information * theta * theta - score * theta;
      double move = curvature > 0 ? score * theta / curvature : Math.signum(score);
      theta *= Math.exp(Math.max(-1, Math.min(1, move)));
      if (theta > MOST) {
        throw Fault.invalid(
            "the counts vary no more than Poisson counts: a negative binomial model adds nothing");
      }
      if (Math.abs(move) < 1e-12) {
        break;
      }
    }
    return theta;
  }

  private static double score(double[] counts, double[] mean, double theta) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += Gamma.digamma(theta + counts[i])
          - Gamma.digamma(theta)
          + Math.log(theta)
          + 1
          - Math.log(theta + mean[i])
          - (counts[i] + theta) / (mean[i] + theta);
    }
    return sum;
  }

  private static double information(double[] counts, double[] mean, double theta) {
    double trigamma = Gamma.trigamma(theta);
    return Arrays.stream(counts).map(y -> trigamma - Gamma.trigamma(theta + y)).sum()
        + meanPart(counts, mean, theta);
  }

  private static double meanPart(double[] counts, double[] mean, double theta) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double both = mean[i] + theta;
      sum += -1 / theta + 2 / both - (counts[i] + theta) / (both * both);
    }
    return sum;
  }
}
