package org.lamplight.analysis.series;

import static org.lamplight.fault.Fault.require;

import java.util.Arrays;
import java.util.List;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Tails;
import org.lamplight.analysis.chance.Warning;

/**
 * Alerts from a short history: the early aberration reporting system's C1, C2 and C3.
 *
 * <ul>
 *   <li><b>Input</b>: counts in equal steps; the method; the tail that alarms (0.001 for C1 and C2, 0.025 for C3); how many steps make the baseline (7).
 *   <li><b>Output</b>: by step the upper bound (NaN before there is a baseline), whether the count is above it, and the statistic in standard deviations.
 *   <li><b>Errors</b>: INVALID for counts below 0, a baseline below 3, a series too short, a tail outside (0, 0.5).
 *   <li><b>Cost</b>: length times baseline.
 * </ul>
 *
 * <p>Source: R. Fricker, B. Hegler and D. Dunfee, Statistics in Medicine 27 (2008).
 */
public final class Ears {

  /** Which counts make the baseline, and whether two earlier alerts add up. */
  public enum Method {
    /** The steps just before. */
    C1,
    /** The steps before, leaving out the last two. */
    C2,
    /** C2, with what it exceeded by in the two steps before. */
    C3
  }

  public record Parameters(double[] counts, Method method, double alpha, int baseline) {}

  public record Result(
      double[] upperBound, boolean[] alarm, double[] statistic, List<Warning> warnings) {}

  private Ears() {}

  public static Result of(Parameters parameters) {
    double[] counts = parameters.counts();
    Inputs.requireCounts("counts", counts);
    require(parameters.baseline() >= 3, "baseline: must be 3 steps or more");
    require(
        parameters.alpha() > 0 && parameters.alpha() < 0.5, "alpha: must lie between 0 and 0.5");
    int n = counts.length;
    int first = parameters.baseline()
        + (parameters.method() == Method.C1 ? 0 : parameters.method() == Method.C2 ? 2 : 4);
    require(n > first, "counts: more than " + first + " steps are needed");
    double z = Tails.normalQuantile(1 - parameters.alpha());
    Result result = new Result(new double[n], new boolean[n], new double[n], List.of());
    Arrays.fill(result.upperBound, Double.NaN);
    Arrays.fill(result.statistic, Double.NaN);
    for (int t = first; t < n; t++) {
      step(parameters, result, t, z);
    }
    return result;
  }

  private static void step(Parameters parameters, Result result, int t, double z) {
    double[] counts = parameters.counts();
    int gap = parameters.method() == Method.C1 ? 0 : 2;
    double[] now = baseline(counts, t - gap, parameters.baseline());
    double excess = (counts[t] - now[0]) / now[1];
    if (parameters.method() == Method.C3) {
      double earlier = earlier(counts, t - 1, parameters.baseline())
          + earlier(counts, t - 2, parameters.baseline());
      result.statistic[t] = Math.max(0, excess) + earlier;
      result.upperBound[t] = Math.max(0, counts[t] + now[1] * (z - earlier));
    } else {
      result.statistic[t] = excess;
      result.upperBound[t] = now[0] + z * now[1];
    }
    result.alarm[t] = counts[t] > result.upperBound[t];
  }

  private static double earlier(double[] counts, int t, int length) {
    double[] then = baseline(counts, t - 2, length);
    return Math.max(0, (counts[t] - then[0]) / then[1] - 1);
  }

  /** Mean and standard deviation of the steps just before one. */
  private static double[] baseline(double[] counts, int until, int length) {
    double mean = 0;
    for (int i = until - length; i < until; i++) {
      mean += counts[i] / length;
    }
    double squares = 0;
    for (int i = until - length; i < until; i++) {
      squares += (counts[i] - mean) * (counts[i] - mean);
    }
    return new double[] {mean, Math.sqrt(squares / (length - 1))};
  }
}
