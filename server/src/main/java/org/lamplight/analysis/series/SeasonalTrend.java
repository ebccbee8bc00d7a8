package org.lamplight.analysis.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.fault.Fault;

/**
 * A series taken apart into trend, season and the rest by local regression (STL).
 *
 * <ul>
 *   <li><b>Input</b>: a series in equal steps, at least two periods and one value long; the period; the window of the season in periods (odd, 7 or
 *       more), or 0 for one that is the same every time; whether outliers are to weigh less.
 *   <li><b>Output</b>: seasonal + trend + remainder = series; the robustness weights (all 1 where not asked for).
 *   <li><b>Errors</b>: INVALID for values that are not finite, a series too short, a period below 2, a window that is neither 0 nor odd and 7 or more.
 *   <li><b>Cost</b>: linear in the length times the windows.
 * </ul>
 *
 * <p>Source: R. Cleveland, W. Cleveland, J. McRae and I. Terpenning, "STL: a seasonal-trend decomposition procedure based on loess", Journal of
 * Official Statistics 6 (1990); windows and jumps as R's stl chooses them.
 */
public final class SeasonalTrend {

  /** Periods below which a season is hardly told from chance. */
  public static final int LEAST_PERIODS = 3;

  public record Parameters(double[] series, int period, int seasonalWindow, boolean robust) {}

  public record Result(
      double[] seasonal,
      double[] trend,
      double[] remainder,
      double[] robustness,
      List<Warning> warnings) {}

  private final double[] y;
  private final int n;
  private final int period;
  private final boolean periodic;
  private final boolean robust;
  private final Loess seasonalLoess;
  private final Loess trendLoess;
  private final Loess lowPassLoess;
  private final double[] seasonal;
  private final double[] trend;
  private double[] weights = new double[0];

  private SeasonalTrend(Parameters parameters) {
    y = parameters.series();
    n = y.length;
    period = parameters.period();
    periodic = parameters.seasonalWindow() == 0;
    robust = parameters.robust();
    check(parameters.seasonalWindow());
    int window = periodic ? 10 * n + 1 : parameters.seasonalWindow();
    int trendWindow = odd((int) Math.ceil(1.5 * period / (1 - 1.5 / window)));
    int lowPassWindow = odd(period);
    seasonalLoess = new Loess(window, 0, jump(window));
    trendLoess = new Loess(trendWindow, 1, jump(trendWindow));
    lowPassLoess = new Loess(lowPassWindow, 1, jump(lowPassWindow));
    seasonal = new double[n];
    trend = new double[n];
  }

  public static Result of(Parameters parameters) {
    return new SeasonalTrend(parameters).run();
  }

  private void check(int window) {
    Inputs.requireFinite("series", y);
    Fault.require(period >= 2, "period: must be 2 or more, such as 12 for months");
    Fault.require(
        n > 2 * period, "series: must be longer than two periods of " + period + " values");
    Fault.require(
        window == 0 || (window >= 7 && window % 2 == 1),
        "seasonalWindow: must be 0 (periodic) or an odd number of 7 or more");
  }

  private static int odd(int number) {
    return number % 2 == 0 ? number + 1 : number;
  }

  private static int jump(int window) {
    return (window + 9) / 10;
  }

  private Result run() {
    int inner = robust ? 1 : 2;
    int outer = robust ? 15 : 0;
    for (int pass = 0; pass <= outer; pass++) {
      for (int step = 0; step < inner; step++) {
        step();
      }
      if (pass < outer) {
        weights = robustness();
      }
    }
    if (periodic) {
      averageCycle();
    }
    double[] remainder = new double[n];
    Arrays.setAll(remainder, i -> y[i] - seasonal[i] - trend[i]);
    double[] shown = weights;
    if (shown.length == 0) {
      shown = new double[n];
      Arrays.fill(shown, 1);
    }
    return new Result(seasonal, trend, remainder, shown, warnings());
  }

  /** One inner loop: season from what is left of the trend, trend from what is left of the season. */
  private void step() {
    double[] detrended = new double[n];
    Arrays.setAll(detrended, i -> y[i] - trend[i]);
    double[] cycles = cycles(detrended);
    double[] low = Loess.average(Loess.average(Loess.average(cycles, period), period), 3);
    double[] passed = lowPassLoess.smooth(low, new double[0]);
    double[] rest = new double[n];
    for (int i = 0; i < n; i++) {
      seasonal[i] = cycles[period + i] - passed[i];
      rest[i] = y[i] - seasonal[i];
    }
    System.arraycopy(trendLoess.smooth(rest, weights), 0, trend, 0, n);
  }

  /** Each month's (or other place in the period) values smoothed over the years, one period longer at both ends. */
  private double[] cycles(double[] values) {
    double[] cycles = new double[n + 2 * period];
    for (int j = 0; j < period; j++) {
      int count = (n - j - 1) / period + 1;
      double[] sub = new double[count];
      double[] subWeights = new double[weights.length == 0 ? 0 : count];
      for (int i = 0; i < count; i++) {
        sub[i] = values[i * period + j];
        if (weights.length > 0) {
          subWeights[i] = weights[i * period + j];
        }
      }
      double[] smooth = seasonalLoess.smoothBeyond(sub, subWeights);
      for (int m = 0; m < count + 2; m++) {
        cycles[m * period + j] = smooth[m];
      }
    }
    return cycles;
  }

  /** Bisquare weights by six times the median absolute residual. */
  private double[] robustness() {
    double[] residual = new double[n];
    Arrays.setAll(residual, i -> Math.abs(y[i] - seasonal[i] - trend[i]));
    double[] sorted = residual.clone();
    Arrays.sort(sorted);
    double six = 3 * (sorted[n / 2] + sorted[n - n / 2 - 1]);
    return Arrays.stream(residual)
        .map(r -> {
          if (r <= 0.001 * six) {
            return 1;
          }
          double left = 1 - (r / six) * (r / six);
          return r <= 0.999 * six ? left * left : 0;
        })
        .toArray();
  }

  private void averageCycle() {
    for (int j = 0; j < period; j++) {
      double sum = 0;
      int count = 0;
      for (int i = j; i < n; i += period) {
        sum += seasonal[i];
        count++;
      }
      for (int i = j; i < n; i += period) {
        seasonal[i] = sum / count;
      }
    }
  }

  private List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    if (n < LEAST_PERIODS * period) {
      warnings.add(Warning.below("The series covers fewer than three periods of " + period
          + " values: a season needs at least three."));
    }
    return List.copyOf(warnings);
  }
}
