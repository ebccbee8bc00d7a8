package org.lamplight.analysis.series;

import java.util.Arrays;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Tails;

/** Which periods have records at all: a file that is missing leaves a few strays, and they are no quiet time. */
public final class Recorded {

  /** What a period must hold of the usual one. */
  private static final double LEAST_SHARE = 0.25;

  /** So unlikely must so few be by chance. */
  private static final double LEAST_P = 1e-6;

  private Recorded() {}

  /**
   * Whether each period is missing.
   *
   * <ul>
   *   <li><b>Input</b>: counts of all that is recorded, in equal periods.
   *   <li><b>Output</b>: true where the count is below a quarter of the usual one, and below what a Poisson count of the usual mean ever is
   *       (probability 1e-6). The usual count is that of the period in which the middle incident lies, which many periods of strays do not move.
   *   <li><b>Errors</b>: INVALID for a count below 0.
   *   <li><b>Cost</b>: n log n.
   * </ul>
   */
  public static boolean[] missing(double[] counts) {
    Inputs.requireCounts("counts", counts);
    double usual = usual(counts);
    boolean[] missing = new boolean[counts.length];
    for (int i = 0; i < missing.length; i++) {
      missing[i] = counts[i] < LEAST_SHARE * usual
          && Tails.poissonAtMost((int) Math.floor(counts[i]), usual) < LEAST_P;
    }
    return missing;
  }

  private static double usual(double[] counts) {
    double[] sorted = counts.clone();
    Arrays.sort(sorted);
    double half = Arrays.stream(sorted).sum() / 2;
    double sum = 0;
    for (double count : sorted) {
      sum += count;
      if (sum >= half) {
        return count;
      }
    }
    return 0;
  }
}
