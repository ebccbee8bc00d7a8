package org.lamplight.analysis.change;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Tails;
import org.lamplight.analysis.chance.Warning;

/**
 * Which areas differ from a common rate by more than chance, whatever their size.
 *
 * <ul>
 *   <li><b>Input</b>: n counts and n exposures of 0 and more (residents, hours, kilometres); the target rate, or NaN for the overall one; whether limits are
 *       widened by what areas differ more than Poisson counts.
 *   <li><b>Output</b>: exact Poisson limits of 95 and 99.8 % as counts (smallest and largest that are nothing unusual); widened ones stand root
 *       phi as far from the target. phi is the mean square of z winsorised at 10 %, and heeded only where it is above 1. z = (rate - target) /
 *       root (target / exposure) / root phi. outside: -2, -1, 0, 1, 2 by the limit that a count is beyond. Where the exposure
 *       is 0, rate, z and limits are NaN, outside is 0, and the count is in no sum.
 *   <li><b>Errors</b>: INVALID for unequal lengths, counts or exposures below 0, fewer than two exposures above 0, all counts 0 without a target.
 *   <li><b>Cost</b>: linear, some incomplete gamma functions each.
 * </ul>
 *
 * <p>Source: D. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005).
 */
public final class Funnel {

  public static final int LEAST_AREAS = 10;

  private static final double WINSOR = 0.1;

  public record Parameters(
      double[] counts, double[] exposure, double target, boolean overdispersed) {}

  public record Result(
      double target,
      double phi,
      double[] rate,
      double[] low95,
      double[] high95,
      double[] low998,
      double[] high998,
      double[] z,
      int[] outside,
      List<Warning> warnings) {}

  private Funnel() {}

  public static Result of(Parameters parameters) {
    double[] counts = parameters.counts();
    double[] exposure = parameters.exposure();
    check(counts, exposure);
    int n = counts.length;
    boolean[] known = new boolean[n];
    for (int i = 0; i < n; i++) {
      known[i] = exposure[i] > 0;
    }
    double target = Double.isNaN(parameters.target())
        ? IntStream.range(0, n)
                .filter(i -> known[i])
                .mapToDouble(i -> counts[i])
                .sum()
            / Arrays.stream(exposure).sum()
        : parameters.target();
    require(target > 0 && Double.isFinite(target), "target: must be above 0; all counts are 0");
    double[] rate = new double[n];
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      rate[i] = known[i] ? counts[i] / exposure[i] : Double.NaN;
      z[i] = (rate[i] - target) / Math.sqrt(target / exposure[i]);
    }
    double phi = phi(Arrays.stream(z).filter(v -> !Double.isNaN(v)).toArray());
    double wide = parameters.overdispersed() ? Math.sqrt(Math.max(1, phi)) : 1;
    double[][] limits = limits(exposure, target, wide);
    return new Result(
        target,
        phi,
        rate,
        limits[0],
        limits[1],
        limits[2],
        limits[3],
        Arrays.stream(z).map(v -> v / wide).toArray(),
        IntStream.range(0, n).map(i -> outside(counts[i], limits, i)).toArray(),
        warnings(n, phi, parameters.overdispersed()));
  }

  private static void check(double[] counts, double[] exposure) {
    Inputs.requireSameLength("counts", counts.length, "exposure", exposure.length);
    require(counts.length >= 2, "counts: at least 2 areas are needed, better 10 or more");
    Inputs.requireCounts("counts", counts);
    Inputs.requireFinite("exposure", exposure);
    require(
        Arrays.stream(exposure).allMatch(e -> e >= 0), "exposure: must be at least 0 everywhere");
    require(
        Arrays.stream(exposure).filter(e -> e > 0).count() >= 2,
        "exposure: must be above 0 in at least 2 areas");
  }

  /** Mean square of z after its outer tenths were drawn in to the quantiles (R's type 7). */
  private static double phi(double[] z) {
    double[] sorted = z.clone();
    Arrays.sort(sorted);
    double low = quantile(sorted, WINSOR);
    double high = quantile(sorted, 1 - WINSOR);
    return Arrays.stream(z)
        .map(v -> Math.max(low, Math.min(high, v)))
        .map(v -> v * v)
        .average()
        .orElse(Double.NaN);
  }

  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private static double[][] limits(double[] exposure, double target, double wide) {
    double[] tails = {0.025, 0.975, 0.001, 0.999};
    double[][] limits = new double[4][exposure.length];
    IntStream.range(0, exposure.length).parallel().forEach(i -> {
      double mean = target * exposure[i];
      for (int k = 0; k < 4; k++) {
        if (!(mean > 0)) {
          limits[k][i] = Double.NaN;
          continue;
        }
        double exact = Tails.poissonQuantile(tails[k], mean);
        limits[k][i] = wide == 1 ? exact : Math.max(0, mean + wide * (exact - mean));
      }
    });
    return limits;
  }

  private static int outside(double count, double[][] limits, int i) {
    if (count < limits[2][i]) {
      return -2;
    }
    if (count > limits[3][i]) {
      return 2;
    }
    return count < limits[0][i] ? -1 : count > limits[1][i] ? 1 : 0;
  }

  private static List<Warning> warnings(int n, double phi, boolean heeded) {
    List<Warning> warnings = new ArrayList<>();
    if (n < LEAST_AREAS) {
      warnings.add(
          Warning.below("There are " + n + " areas; a funnel needs at least " + LEAST_AREAS + "."));
    }
    if (!heeded && phi > Overdispersion.WORTH_HEEDING) {
      warnings.add(
          Warning.of(
              "Areas differ more than chance alone (phi above 1.5): ask for limits that heed overdispersion."));
    }
    return List.copyOf(warnings);
  }
}
