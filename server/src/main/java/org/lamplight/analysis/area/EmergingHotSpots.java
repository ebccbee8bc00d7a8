package org.lamplight.analysis.area;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.MultipleTests;
import org.lamplight.analysis.chance.Tails;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.analysis.series.MannKendall;

/**
 * Hot spots that are new, grow, last, fade or come and go: Gi* of each cell and period, then the trend of each cell.
 *
 * <ul>
 *   <li><b>Input</b>: counts by cell and period of equal length, NaN where nothing was reported (never 0 for that); neighbors of the cells; how many
 *       earlier periods belong to a bin's surroundings; the level of significance.
 *   <li><b>Output</b>: z of each bin (Gi* with binary weights over the cell, its neighbors and the earlier periods, against all bins),
 *       Benjamini-Hochberg p over all bins, Mann-Kendall of each cell's z, and its {@link Pattern}. A cell whose last period has no report, or that has
 *       fewer than 3, has none.
 *   <li><b>Errors</b>: INVALID for unequal lengths, infinite values, all equal, fewer than 3 periods, a level outside (0, 0.5).
 *   <li><b>Cost</b>: bins times neighbors, the sort of all bins, cells times periods squared.
 * </ul>
 *
 * <p>Source: J. K. Ord and A. Getis (1995); H. Mann (1945); classes after the emerging hot spot analysis of ArcGIS.
 */
public final class EmergingHotSpots {

  public static final int LEAST_PERIODS = 10;

  /**
   * The cube of cells and periods.
   *
   * @param earlierPeriods of a bin's surroundings, 1 is usual
   */
  public record Parameters(
      double[][] counts, Neighbors neighbors, int earlierPeriods, double level) {

    /** One earlier period, 5 %. */
    public static Parameters of(double[][] counts, Neighbors neighbors) {
      return new Parameters(counts, neighbors, 1, 0.05);
    }
  }

  public record Result(
      double[][] z,
      double[][] pAdjusted,
      MannKendall.Result[] trend,
      Pattern[] pattern,
      List<Warning> warnings) {}

  private static final MannKendall.Result NO_TREND = new MannKendall.Result(
      Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, List.of());

  private final Parameters parameters;
  private final double[][] counts;
  private final Neighbors around;
  private final int periods;
  private final double bins;
  private final double mean;
  private final double sd;

  private EmergingHotSpots(Parameters parameters) {
    this.parameters = parameters;
    counts = parameters.counts();
    check();
    around = parameters.neighbors().withSelf();
    periods = counts[0].length;
    double[] reported = Arrays.stream(counts)
        .flatMapToDouble(Arrays::stream)
        .filter(count -> !Double.isNaN(count))
        .toArray();
    bins = reported.length;
    mean = Arrays.stream(reported).sum() / bins;
    sd = Math.sqrt(Arrays.stream(reported).map(v -> (v - mean) * (v - mean)).sum() / bins);
  }

  public static Result of(Parameters parameters) {
    return new EmergingHotSpots(parameters).run();
  }

  /** Refuses a last period that is not over: its low count would cool every cell. */
  public static void requireComplete(boolean lastPeriodComplete) {
    require(
        lastPeriodComplete,
        "the last period is not complete: drop it, as its low counts would look like a fall");
  }

  private void check() {
    Inputs.requireSameLength(
        "counts", counts.length, "neighbors", parameters.neighbors().size());
    require(counts.length >= 3, "counts: at least 3 cells are needed, better 30 or more");
    require(counts[0].length >= 3, "counts: at least 3 periods are needed, better 10 or more");
    require(
        parameters.earlierPeriods() >= 0 && parameters.earlierPeriods() < counts[0].length,
        "earlierPeriods: must be 0 or more and fewer than the periods");
    require(
        parameters.level() > 0 && parameters.level() < 0.5, "level: must lie between 0 and 0.5");
    for (double[] row : counts) {
      Inputs.requireSameLength("counts of a cell", row.length, "the first", counts[0].length);
      Inputs.requireFiniteOrGap("counts", row);
    }
    double[] all = Arrays.stream(counts).flatMapToDouble(Arrays::stream).toArray();
    require(Arrays.stream(all).anyMatch(v -> !Double.isNaN(v)), "counts: all are missing");
    Inputs.requireVariation("counts", all);
  }

  private Result run() {
    int cells = counts.length;
    double[][] z = new double[cells][periods];
    double[] p = new double[cells * periods];
    IntStream.range(0, cells).parallel().forEach(cell -> {
      for (int period = 0; period < periods; period++) {
        z[cell][period] = z(cell, period);
        p[cell * periods + period] =
            Double.isNaN(z[cell][period]) ? Double.NaN : Tails.normalTwoSided(z[cell][period]);
      }
    });
    double[] flat = MultipleTests.benjaminiHochberg(p);
    double[][] adjusted = new double[cells][];
    MannKendall.Result[] trend = new MannKendall.Result[cells];
    Pattern[] pattern = new Pattern[cells];
    IntStream.range(0, cells).parallel().forEach(cell -> {
      adjusted[cell] = Arrays.copyOfRange(flat, cell * periods, (cell + 1) * periods);
      long reported = Arrays.stream(z[cell]).filter(v -> !Double.isNaN(v)).count();
      trend[cell] = reported < 3 ? NO_TREND : MannKendall.of(z[cell]);
      pattern[cell] = pattern(z[cell], adjusted[cell], trend[cell]);
    });
    return new Result(z, adjusted, trend, pattern, warnings());
  }

  private double z(int cell, int period) {
    if (Double.isNaN(counts[cell][period])) {
      return Double.NaN;
    }
    int[] start = around.packedStart();
    int[] index = around.packedIndex();
    double weight = 0;
    // Counts are added up before the mean is taken away: equal sums then have equal z, which the
    // trend counts as ties.
    double sum = 0;
    int from = Math.max(0, period - parameters.earlierPeriods());
    for (int at = start[cell]; at < start[cell + 1]; at++) {
      double[] row = counts[index[at]];
      for (int t = from; t <= period; t++) {
        if (!Double.isNaN(row[t])) {
          weight++;
          sum += row[t];
        }
      }
    }
    double z =
        (sum - mean * weight) / (sd * Math.sqrt((bins * weight - weight * weight) / (bins - 1)));
    return Double.isFinite(z) ? z : Double.NaN;
  }

  private Pattern pattern(double[] z, double[] adjusted, MannKendall.Result trend) {
    double level = parameters.level();
    if (Double.isNaN(z[periods - 1]) || Double.isNaN(trend.z())) {
      return Pattern.NO_PATTERN;
    }
    int[] side = IntStream.range(0, periods)
        .filter(t -> !Double.isNaN(z[t]))
        .map(t -> adjusted[t] > level ? 0 : z[t] > 0 ? 1 : -1)
        .toArray();
    int direction = trend.p() > level ? 0 : trend.z() > 0 ? 1 : -1;
    return Pattern.of(side, direction);
  }

  private List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    if (periods < LEAST_PERIODS) {
      warnings.add(Warning.below("There are " + periods
          + " periods; emerging hot spots need at least " + LEAST_PERIODS + "."));
    }
    if (counts.length < GetisOrd.LEAST_UNITS) {
      warnings.add(
          Warning.below("There are " + counts.length + " cells; hot spots need at least 30."));
    }
    if (mean < 1) {
      warnings.add(
          Warning.of(
              "The mean count of a cell and period is below 1, so z is far from normal: use larger cells or longer periods."));
    }
    warnings.add(Warning.of(
        "A season looks like a trend: use full years, or deseasonalise the counts first."));
    return List.copyOf(warnings);
  }
}
