package org.lamplight.analysis.series;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.fault.Fault;

/**
 * A baseline of counts: trend, season as sines and cosines, and columns of one's own, such as holidays.
 *
 * <ul>
 *   <li><b>Input</b>: counts in equal steps, the period in steps, pairs of sine and cosine (0 to half the period), further columns (one array of n
 *       numbers each), exposure above 0, lags.
 *   <li><b>Output</b>: terms "intercept", "t" (1 to n), "sin1", "cos1", ..., "extra1", ...; coefficients of the logarithm; Poisson, quasi-Poisson and
 *       Newey-West standard errors; Pearson's phi; deviance; fitted counts; where phi is above 1.5 the negative binomial model of the same terms.
 *   <li><b>Errors</b>: as {@link LogLinear}, and INVALID for a period below 2, too many harmonics, exposure not above 0.
 *   <li><b>Cost</b>: some ten weighted regressions, some tens more with the negative binomial.
 * </ul>
 *
 * <p>Source: P. McCullagh and J. Nelder, "Generalized Linear Models" (1989).
 */
public final class HarmonicPoisson {

  private static final double OVERDISPERSED = 1.5;

  /**
   * What is fitted.
   *
   * @param extra further columns, null for none
   * @param exposure null where it is the same for all
   * @param lags steps back that residuals may depend on, for the Newey-West errors
   */
  public record Parameters(
      double[] counts,
      double period,
      int harmonics,
      double @Nullable [][] extra,
      double @Nullable [] exposure,
      int lags) {

    /** Two harmonics and no more; 12 lags. */
    public static Parameters of(double[] counts, double period) {
      return new Parameters(counts, period, 2, null, null, 12);
    }
  }

  public record Result(
      List<String> term,
      double[] coefficient,
      double[] standardError,
      double[] quasiError,
      double[] neweyWestError,
      double phi,
      double deviance,
      double[] fitted,
      NegativeBinomial.@Nullable Result negativeBinomial,
      List<Warning> warnings) {}

  private HarmonicPoisson() {}

  public static Result of(Parameters parameters) {
    double[] counts = parameters.counts();
    require(parameters.period() >= 2, "period: must be 2 or more");
    require(
        parameters.harmonics() >= 0 && 2 * parameters.harmonics() < parameters.period(),
        "harmonics: must be 0 or more, and fewer than half the period");
    double[][] extra = parameters.extra() == null ? new double[0][] : parameters.extra();
    for (double[] column : extra) {
      Inputs.requireSameLength("counts", counts.length, "an extra column", column.length);
    }
    LogLinear.Parameters base = LogLinear.Parameters.poisson(counts, columns(parameters, extra));
    LogLinear.Parameters model = new LogLinear.Parameters(
        counts,
        base.columns(),
        offset(counts.length, parameters.exposure()),
        base.weights(),
        base.theta());
    LogLinear.Fit fit = LogLinear.fit(model);
    double[] errors = fit.standardError();
    List<Warning> warnings = new ArrayList<>();
    if (counts.length < 3 * parameters.period()) {
      warnings.add(
          Warning.below("The series covers fewer than three periods: a season needs three."));
    }
    return new Result(
        terms(parameters.harmonics(), extra.length),
        fit.coefficient(),
        errors,
        Arrays.stream(errors).map(e -> e * Math.sqrt(fit.phi())).toArray(),
        NeweyWest.standardError(model, fit, parameters.lags()),
        fit.phi(),
        fit.deviance(),
        fit.fitted(),
        fit.phi() > OVERDISPERSED ? negativeBinomial(model, warnings) : null,
        List.copyOf(warnings));
  }

  private static NegativeBinomial.@Nullable Result negativeBinomial(
      LogLinear.Parameters model, List<Warning> warnings) {
    try {
      return NegativeBinomial.fit(model);
    } catch (Fault e) {
      warnings.add(Warning.of("No negative binomial model: " + e.sentence() + "."));
      return null;
    }
  }

  private static double[] offset(int n, double @Nullable [] exposure) {
    double[] offset = new double[n];
    if (exposure != null) {
      Inputs.requireSameLength("counts", n, "exposure", exposure.length);
      for (int i = 0; i < n; i++) {
        require(exposure[i] > 0, "exposure: must be above 0");
        offset[i] = Math.log(exposure[i]);
      }
    }
    return offset;
  }

  private static double[][] columns(Parameters parameters, double[][] extra) {
    int n = parameters.counts().length;
    int harmonics = parameters.harmonics();
    double[][] columns = new double[n][2 + 2 * harmonics + extra.length];
    for (int i = 0; i < n; i++) {
      double t = i + 1;
      columns[i][0] = 1;
      columns[i][1] = t;
      for (int k = 1; k <= harmonics; k++) {
        double angle = 2 * Math.PI * k * t / parameters.period();
        columns[i][2 * k] = Math.sin(angle);
        columns[i][2 * k + 1] = Math.cos(angle);
      }
      for (int k = 0; k < extra.length; k++) {
        columns[i][2 + 2 * harmonics + k] = extra[k][i];
      }
    }
    return columns;
  }

  private static List<String> terms(int harmonics, int extra) {
    List<String> terms = new ArrayList<>(List.of("intercept", "t"));
    for (int k = 1; k <= harmonics; k++) {
      terms.add("sin" + k);
      terms.add("cos" + k);
    }
    for (int k = 1; k <= extra; k++) {
      terms.add("extra" + k);
    }
    return List.copyOf(terms);
  }
}
