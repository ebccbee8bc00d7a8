package org.lamplight.analysis.series;

import static org.lamplight.fault.Fault.require;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Warning;

/**
 * Alerts against the same season of earlier years: the improved Farrington algorithm.
 *
 * <ul>
 *   <li><b>Input</b>: counts in equal steps; {@link Settings}; the first step that is judged (0-based; before it there must be the years of the
 *       baseline and half a window).
 *   <li><b>Output</b>: by step the expected count, the upper bound, and whether the count is above it; NaN before the first judged step, and where the
 *       last four steps hold fewer than five incidents. An alarm needs a count above 0.
 *   <li><b>Errors</b>: INVALID for counts below 0, settings out of range, a series too short.
 *   <li><b>Cost</b>: two to four weighted regressions a step.
 * </ul>
 *
 * <p>Source: A. Noufaily et al., "An improved algorithm for outbreak detection in multiple surveillance systems", Statistics in Medicine 32 (2013).
 */
public final class Farrington {

  private static final int FEWEST = 5;
  private static final int RECENT = 4;

  /**
   * How the baseline is made.
   *
   * @param period steps of a year, such as 52
   * @param years of the baseline, 5 is usual
   * @param halfWindow steps around the same place of each year, 3 is usual
   * @param seasons levels of the seasonal factor, 10; 1 takes the windows alone
   * @param leftOut steps just before that do not belong to the baseline, 26
   * @param threshold the outlier's residual, 2.58
   * @param alpha tail that alarms, such as 0.01
   * @param quantileOfCounts the bound as the quantile of a negative binomial count in place of the power two thirds
   */
  public record Settings(
      int period,
      int years,
      int halfWindow,
      int seasons,
      int leftOut,
      double threshold,
      double alpha,
      boolean quantileOfCounts) {

    /** Those of the paper, for weeks. */
    public static Settings weekly() {
      return new Settings(52, 5, 3, 10, 26, 2.58, 0.01, true);
    }
  }

  public record Parameters(double[] counts, Settings settings, int from) {}

  public record Result(
      double[] expected, double[] upperBound, boolean[] alarm, List<Warning> warnings) {}

  private Farrington() {}

  public static Result of(Parameters parameters) {
    check(parameters);
    double[] counts = parameters.counts();
    int n = counts.length;
    Result result = new Result(new double[n], new double[n], new boolean[n], List.of());
    Arrays.fill(result.expected, Double.NaN);
    Arrays.fill(result.upperBound, Double.NaN);
    IntStream.range(parameters.from(), n).parallel().forEach(now -> {
      double recent = 0;
      for (int t = now - RECENT + 1; t <= now; t++) {
        recent += counts[t];
      }
      if (recent >= FEWEST) {
        FarringtonBaseline.Bound bound =
            new FarringtonBaseline(counts, parameters.settings(), now).bound();
        result.expected[now] = bound.expected();
        result.upperBound[now] = bound.upper();
        result.alarm[now] = counts[now] > bound.upper() && counts[now] > 0;
      }
    });
    return result;
  }

  private static void check(Parameters parameters) {
    Settings s = parameters.settings();
    Inputs.requireCounts("counts", parameters.counts());
    require(s.period() >= 4, "period: must be 4 steps or more");
    require(s.years() >= 1 && s.years() <= 20, "years: must be 1 to 20");
    require(
        s.halfWindow() >= 1 && 2 * s.halfWindow() + 1 < s.period(),
        "halfWindow: the window must be shorter than the period");
    require(
        s.seasons() >= 1 && s.seasons() - 1 <= s.period() - 2 * s.halfWindow() - 1,
        "seasons: must be 1 or more, and leave each a step outside the window");
    require(s.leftOut() >= 0 && s.leftOut() < s.period(), "leftOut: must be less than a period");
    require(s.alpha() > 0 && s.alpha() < 0.5, "alpha: must lie between 0 and 0.5");
    int least = s.period() * s.years() + s.halfWindow();
    require(
        parameters.from() >= Math.max(least, RECENT - 1)
            && parameters.from() < parameters.counts().length,
        "from: the first judged step must come after " + least + " steps of baseline");
  }
}
