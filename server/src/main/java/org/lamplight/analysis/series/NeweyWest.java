package org.lamplight.analysis.series;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;

/**
 * Standard errors of a Poisson model whose residuals depend on those before: heteroskedasticity and autocorrelation consistent.
 *
 * <ul>
 *   <li><b>Input</b>: the model in the order of time, its fit, how many lags (12 for months), not prewhitened.
 *   <li><b>Output</b>: standard errors from Bartlett weights 1 - l / (lags + 1).
 *   <li><b>Errors</b>: none beyond those of the fit.
 *   <li><b>Cost</b>: n lags p squared.
 * </ul>
 *
 * <p>Source: W. Newey and K. West, Econometrica 55 (1987).
 */
public final class NeweyWest {

  private NeweyWest() {}

  public static double[] standardError(
      LogLinear.Parameters parameters, LogLinear.Fit fit, int lags) {
    int n = parameters.counts().length;
    int p = fit.coefficient().length;
    double[][] scores = new double[n][p];
    for (int i = 0; i < n; i++) {
      double off = parameters.counts()[i] - fit.fitted()[i];
      for (int a = 0; a < p; a++) {
        scores[i][a] = off * parameters.columns()[i][a];
      }
    }
    double[][] meat = new double[p][p];
    for (int lag = 0; lag <= Math.min(lags, n - 1); lag++) {
      add(meat, scores, lag, 1 - lag / (lags + 1.0));
    }
    RealMatrix bread = new Array2DRowRealMatrix(fit.covariance());
    RealMatrix sandwich = bread.multiply(new Array2DRowRealMatrix(meat)).multiply(bread);
    double[] errors = new double[p];
    for (int a = 0; a < p; a++) {
      errors[a] = Math.sqrt(Math.max(0, sandwich.getEntry(a, a)));
    }
    return errors;
  }

  private static void add(double[][] meat, double[][] scores, int lag, double weight) {
    int p = meat.length;
    for (int i = lag; i < scores.length; i++) {
      for (int a = 0; a < p; a++) {
        for (int b = 0; b < p; b++) {
          double product = scores[i][a] * scores[i - lag][b];
          meat[a][b] += weight * product;
          if (lag > 0) {
            meat[b][a] += weight * product;
          }
        }
      }
    }
  }
}
