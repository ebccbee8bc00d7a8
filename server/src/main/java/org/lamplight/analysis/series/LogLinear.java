package org.lamplight.analysis.series;

import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.special.Gamma;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.fault.Fault;

/**
 * Counts whose logarithm of the mean is linear in some columns: Poisson or negative binomial with a given theta.
 *
 * <ul>
 *   <li><b>Input</b>: n counts of at least 0, n rows of p columns (a column of ones where there is to be an intercept), n offsets of the logarithm,
 *       n prior weights of at least 0, theta (infinite for Poisson: variance mean + mean squared / theta).
 *   <li><b>Output</b>: coefficients, their covariance (inverse Fisher information, dispersion 1), fitted means, deviance, Pearson's phi.
 *   <li><b>Errors</b>: INVALID for unequal lengths, counts below 0, fewer rows than columns, columns that say the same, or no fit within 50 steps.
 *   <li><b>Cost</b>: n p squared for each of some ten steps.
 * </ul>
 *
 * <p>Source: J. Nelder and R. Wedderburn, Journal of the Royal Statistical Society A 135 (1972), by iteratively reweighted least squares.
 */
public final class LogLinear {

  private static final int STEPS = 50;
  private static final double SETTLED = 1e-12;

  /** What is fitted. */
  public record Parameters(
      double[] counts, double[][] columns, double[] offset, double[] weights, double theta) {

    /** Poisson, without offset, equal weights. */
    public static Parameters poisson(double[] counts, double[][] columns) {
      double[] ones = new double[counts.length];
      Arrays.fill(ones, 1);
      return new Parameters(
          counts, columns, new double[counts.length], ones, Double.POSITIVE_INFINITY);
    }

    Parameters withTheta(double other) {
      return new Parameters(counts, columns, offset, weights, other);
    }

    Parameters withWeights(double[] other) {
      return new Parameters(counts, columns, offset, other, theta);
    }
  }

  public record Fit(
      double[] coefficient, double[][] covariance, double[] fitted, double deviance, double phi) {

    /** Of dispersion 1; times the root of phi for quasi-Poisson. */
    public double[] standardError() {
      double[] errors = new double[coefficient.length];
      Arrays.setAll(errors, k -> Math.sqrt(covariance[k][k]));
      return errors;
    }
  }

  private final Parameters parameters;
  private final int n;
  private final int p;
  private double[] coefficient;
  private final double[] linear;
  private final double[] mean;
  private double[][] covariance = new double[0][];

  private LogLinear(Parameters parameters) {
    this.parameters = parameters;
    n = parameters.counts().length;
    p = parameters.columns().length == 0 ? 0 : parameters.columns()[0].length;
    coefficient = new double[p];
    linear = new double[n];
    mean = new double[n];
  }

  public static Fit fit(Parameters parameters) {
    LogLinear work = new LogLinear(parameters);
    work.check();
    return work.run();
  }

  private void check() {
    Inputs.requireCounts("counts", parameters.counts());
    Inputs.requireSameLength("counts", n, "columns", parameters.columns().length);
    Inputs.requireSameLength("counts", n, "offset", parameters.offset().length);
    Inputs.requireSameLength("counts", n, "weights", parameters.weights().length);
    Inputs.requireFinite("offset", parameters.offset());
    Inputs.requireCounts("weights", parameters.weights());
    for (double[] row : parameters.columns()) {
      Inputs.requireSameLength("a row of columns", row.length, "the first", p);
      Inputs.requireFinite("columns", row);
    }
    Fault.require(n > p, "counts: " + p + " coefficients need more than " + p + " counts");
    Fault.require(Arrays.stream(parameters.counts()).anyMatch(y -> y > 0), "counts: all are 0");
  }

  private Fit run() {
    for (int i = 0; i < n; i++) {
      mean[i] = parameters.counts()[i] + 0.1;
      linear[i] = Math.log(mean[i]);
    }
    double before = Double.NaN;
    for (int step = 0; step < STEPS; step++) {
      step();
      double deviance = deviance();
      if (Math.abs(deviance - before) <= SETTLED * (Math.abs(deviance) + 0.1)) {
        return new Fit(coefficient, covariance, mean, deviance, phi());
      }
      before = deviance;
    }
    throw Fault.invalid("the fit does not settle: a column may hold all counts above 0 apart");
  }

  private double variance(double mu) {
    return mu + mu * mu / parameters.theta();
  }

  private void step() {
    double[][] information = new double[p][p];
    double[] right = new double[p];
    for (int i = 0; i < n; i++) {
      double[] row = parameters.columns()[i];
      double weight = parameters.weights()[i] * mean[i] * mean[i] / variance(mean[i]);
      double working =
          linear[i] - parameters.offset()[i] + (parameters.counts()[i] - mean[i]) / mean[i];
      for (int a = 0; a < p; a++) {
        right[a] += weight * row[a] * working;
        for (int b = 0; b <= a; b++) {
          information[a][b] += weight * row[a] * row[b];
        }
      }
    }
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < a; b++) {
        information[b][a] = information[a][b];
      }
    }
    solve(information, right);
    for (int i = 0; i < n; i++) {
      double[] row = parameters.columns()[i];
      double eta = parameters.offset()[i];
      for (int a = 0; a < p; a++) {
        eta += row[a] * coefficient[a];
      }
      linear[i] = Math.max(-700, Math.min(700, eta));
      mean[i] = Math.max(1e-300, Math.exp(linear[i]));
    }
  }

  /** Columns are brought to one size first, so that a trend of large numbers does not look like one that says nothing. */
  private void solve(double[][] information, double[] right) {
    double[] size = new double[p];
    Arrays.setAll(size, a -> Math.sqrt(information[a][a]));
    double[][] scaled = new double[p][p];
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < p; b++) {
        scaled[a][b] = information[a][b] / (size[a] * size[b]);
      }
    }
    RealMatrix inverse;
    try {
      inverse = new CholeskyDecomposition(new Array2DRowRealMatrix(scaled, false), 1e-10, 1e-11)
          .getSolver()
          .getInverse();
    } catch (MathRuntimeException e) {
      throw new Fault(
          Fault.Kind.INVALID, "columns: two of them say the same, or one says nothing", e);
    }
    covariance = new double[p][p];
    double[] solution = new double[p];
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < p; b++) {
        covariance[a][b] = inverse.getEntry(a, b) / (size[a] * size[b]);
        solution[a] += covariance[a][b] * right[b];
      }
    }
    coefficient = solution;
  }

  private double deviance() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double y = parameters.counts()[i];
      double part = y == 0 ? 0 : y * Math.log(y / mean[i]);
      part -= Double.isInfinite(parameters.theta())
          ? y - mean[i]
          : (y + parameters.theta())
              * Math.log((y + parameters.theta()) / (mean[i] + parameters.theta()));
      sum += 2 * parameters.weights()[i] * part;
    }
    return sum;
  }

  private double phi() {
    double sum = 0;
    int counted = 0;
    for (int i = 0; i < n; i++) {
      double off = parameters.counts()[i] - mean[i];
      sum += parameters.weights()[i] * off * off / variance(mean[i]);
      counted += parameters.weights()[i] > 0 ? 1 : 0;
    }
    return sum / (counted - p);
  }

  /** Twice the log-likelihood of counts under negative binomial means. */
  static double twoLogLikelihood(double[] counts, double[] mean, double theta) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double y = counts[i];
      sum += Gamma.logGamma(theta + y)
          - Gamma.logGamma(theta)
          - Gamma.logGamma(y + 1)
          + theta * Math.log(theta)
          + (y == 0 ? 0 : y * Math.log(mean[i]))
          - (theta + y) * Math.log(theta + mean[i]);
    }
    return 2 * sum;
  }
}
