package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Permutations;
import org.lamplight.analysis.chance.Rounds;
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

  /** The least share of the places that holds that share of the counts, along the curve of {@link #lorenz}. */
  public static double share(double[][] lorenz, double ofCounts) {
    double[] places = lorenz[0];
    double[] counts = lorenz[1];
    int k = 1;
    while (k < counts.length - 1 && counts[k] < ofCounts) {
      k++;
    }
    double within = (ofCounts - counts[k - 1]) / (counts[k] - counts[k - 1]);
    return places[k - 1] + within * (places[k] - places[k - 1]);
  }

  /**
   * Interval of the generalised coefficient: percentiles of those of as many places, drawn anew with replacement.
   *
   * <ul>
   *   <li><b>Input</b>: counts as for {@link #of}; the level, such as 0.95; how many draws, and their seed.
   *   <li><b>Output</b>: lower and upper end.
   *   <li><b>Cost</b>: draws times n log n, on all processors.
   * </ul>
   *
   * <p>Source: B. Efron and R. Tibshirani, "An introduction to the bootstrap" (1993).
   */
  public static double[] interval(double[] counts, double level, Permutations draws) {
    Inputs.requireLevel(level);
    of(counts);
    double[] drawn = new double[draws.rounds()];
    Rounds.each(drawn.length, round -> drawn[round] = draw(counts, draws.stream(round)));
    Arrays.sort(drawn);
    double tail = (1 - level) / 2;
    return new double[] {Quantiles.of(drawn, tail), Quantiles.of(drawn, 1 - tail)};
  }

  /** Places without any count among them have nothing to be spread: 0. */
  private static double draw(double[] counts, SplittableRandom random) {
    double[] again = new double[counts.length];
    double total = 0;
    for (int i = 0; i < again.length; i++) {
      again[i] = counts[random.nextInt(counts.length)];
      total += again[i];
    }
    return total == 0 ? 0 : of(again).generalised();
  }
}
