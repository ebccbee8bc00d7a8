package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Warning;

/** How unevenly counts are spread over places. */
public final class Gini {

  private static final int FEWEST = 20;

  private Gini() {}

  /**
   * Unevenness of counts.
   *
   * @param gini 0 all equal, towards 1 all in one place
   * @param generalised the same where there are fewer events than places: 0 when each event has a place of its own
   * @param places how many
   * @param total of the counts
   */
  public record Result(
      double gini, double generalised, int places, double total, List<Warning> warnings) {}

  /**
   * Gini coefficient, and its generalisation for sparse events.
   *
   * <ul>
   *   <li><b>Input</b>: counts at least 0 of n places, those with none included.
   *   <li><b>Output</b>: G = (2 sum of i y(i) / sum of y - (n + 1)) / n with y ascending; G' = max(n / events, 1) (G - 1) + 1.
   *   <li><b>Errors</b>: INVALID when there are no places or all counts are 0.
   *   <li><b>Cost</b>: n log n.
   * </ul>
   *
   * <p>Source: W. Bernasco and W. Steenbeek, Journal of Quantitative Criminology 33 (2017).
   */
  public static Result of(double[] counts) {
    Inputs.requireCounts("counts", counts);
    double total = Arrays.stream(counts).sum();
    require(total > 0, "counts: all are 0, so there is nothing to be spread");
    double[] sorted = counts.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double ranked = 0;
    for (int i = 0; i < n; i++) {
      ranked += (i + 1.0) * sorted[i];
    }
    double gini = (2 * ranked / total - (n + 1)) / n;
    double generalised = Math.max(n / total, 1) * (gini - 1) + 1;
    List<Warning> warnings = new ArrayList<>();
    if (n < FEWEST) {
      warnings.add(Warning.below("Only " + n + " places: at least " + FEWEST
          + " are needed for a coefficient to lean on; look at the counts themselves."));
    }
    return new Result(gini, generalised, n, total, warnings);
  }

  /**
   * Points of the curve, places from the fullest down: cumulative share of places, cumulative share of counts, from 0 to 1.
   *
   * <p>Errors: INVALID as for the coefficient. Cost: n log n.
   */
  public static double[][] lorenz(double[] counts) {
    Inputs.requireCounts("counts", counts);
    double total = Arrays.stream(counts).sum();
    require(total > 0, "counts: all are 0, so there is nothing to be spread");
    double[] sorted = counts.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double[][] curve = new double[2][n + 1];
    double sum = 0;
    for (int k = 1; k <= n; k++) {
      sum += sorted[n - k];
      curve[0][k] = k / (double) n;
      curve[1][k] = sum / total;
    }
    return curve;
  }
}
