package org.lamplight.analysis.series;

import static org.lamplight.fault.Fault.require;

import java.util.Arrays;
import java.util.List;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Warning;

/**
 * Small lasting shifts of a series: both one-sided cumulative sums of its standardised values.
 *
 * <ul>
 *   <li><b>Input</b>: a series; the mean and standard deviation that hold while nothing shifts, NaN to take them from the series; the slack k and the
 *       bound h in standard deviations (0.5 and 4 are usual).
 *   <li><b>Output</b>: by step max(0, sum before + z - k), the same downwards, and whether either is at least h. Sums are not reset by an alarm.
 *   <li><b>Errors</b>: INVALID for values that are not finite, a standard deviation, k or h not above 0.
 *   <li><b>Cost</b>: linear.
 * </ul>
 *
 * <p>Source: E. Page, "Continuous inspection schemes", Biometrika 41 (1954).
 */
public final class Cusum {

  public record Parameters(double[] series, double mean, double sd, double k, double h) {}

  public record Result(double[] upper, double[] lower, boolean[] alarm, List<Warning> warnings) {}

  private Cusum() {}

  public static Result of(Parameters parameters) {
    double[] series = parameters.series();
    Inputs.requireFinite("series", series);
    require(series.length >= 2, "series: at least 2 values are needed");
    boolean own = Double.isNaN(parameters.mean()) || Double.isNaN(parameters.sd());
    double mean = Double.isNaN(parameters.mean())
        ? Arrays.stream(series).sum() / series.length
        : parameters.mean();
    double sd = Double.isNaN(parameters.sd()) ? sd(series, mean) : parameters.sd();
    require(sd > 0, "sd: must be above 0; all values are equal");
    require(parameters.k() > 0 && parameters.h() > 0, "k, h: must be above 0");
    int n = series.length;
    double[] upper = new double[n];
    double[] lower = new double[n];
    boolean[] alarm = new boolean[n];
    for (int t = 0; t < n; t++) {
      double z = (series[t] - mean) / sd;
      upper[t] = Math.max(0, (t == 0 ? 0 : upper[t - 1]) + z - parameters.k());
      lower[t] = Math.max(0, (t == 0 ? 0 : lower[t - 1]) - z - parameters.k());
      alarm[t] = upper[t] >= parameters.h() || lower[t] >= parameters.h();
    }
    List<Warning> warnings = own
        ? List.of(
            Warning.of(
                "Mean and spread are those of the series itself, shifts included: give those of a quiet time."))
        : List.of();
    return new Result(upper, lower, alarm, warnings);
  }

  private static double sd(double[] series, double mean) {
    double squares = Arrays.stream(series).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (series.length - 1));
  }
}
