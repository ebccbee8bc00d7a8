package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Warning;

/**
 * How much of what happened a map had foreseen, for every share of the area that it could have flagged.
 *
 * <p>Cells are flagged from the highest prediction for each unit of area down; among equal ones the lowest observed count goes first, so that ties
 * never flatter.
 *
 * <ul>
 *   <li><b>Input</b>: observed counts and predictions by cell, at least 0; areas above 0 in any unit, null: all equal.
 *   <li><b>Output</b>: cumulative figures by number of cells flagged. PAI = share of events / share of area. PEI = PAI / that of as many
 *       cells with the highest observed count for each unit of area; with unequal areas it may exceed 1. Two figures go by "RRI": Levine's recapture rate (share of events now / share of the earlier events in the
 *       same cells) and Wheeler and Steenbeek's recovery (predicted / observed in them).
 *   <li><b>Errors</b>: INVALID when nothing was observed or lengths differ.
 *   <li><b>Cost</b>: n log n.
 * </ul>
 *
 * <p>Source: S. Chainey, L. Tompson and S. Uhlig, Security Journal 21 (2008); J. Hunt (2016) for PEI; N. Levine (2008); A. Wheeler and W. Steenbeek,
 * Journal of Quantitative Criminology 37 (2021).
 */
public final class HotSpotAccuracy {

  private static final int FEWEST = 100;

  /** What a sum of shares may be off by rounding. */
  private static final double ROUNDING = 1e-9;

  private HotSpotAccuracy() {}

  /**
   * What to judge.
   *
   * @param observed events by cell in the test period
   * @param predicted counts by cell
   * @param area by cell, null: all equal
   * @param earlier events by cell in the period before, for the recapture index
   */
  public record Parameters(
      double[] observed,
      double[] predicted,
      double @Nullable [] area,
      double @Nullable [] earlier) {

    public Parameters {
      Inputs.requireCounts("observed", observed);
      Inputs.requireCounts("predicted", predicted);
      Inputs.requireSameLength("predicted", predicted.length, "observed", observed.length);
      require(Arrays.stream(observed).sum() > 0, "observed: nothing happened in the test period");
      requireAreas(area, observed.length);
      if (earlier != null) {
        Inputs.requireCounts("earlier", earlier);
        Inputs.requireSameLength("earlier", earlier.length, "observed", observed.length);
      }
    }

    /** Of cells of equal area. */
    public static Parameters of(double[] observed, double[] predicted) {
      return new Parameters(observed, predicted, null, null);
    }

    /** Of cells of unequal area. */
    public static Parameters of(double[] observed, double[] predicted, double[] area) {
      return new Parameters(observed, predicted, area, null);
    }

    double areaOf(int cell) {
      return area == null ? 1 : area[cell];
    }
  }

  static void requireAreas(double @Nullable [] area, int cells) {
    if (area != null) {
      Inputs.requireFinite("area", area);
      Inputs.requireSameLength("area", area.length, "observed", cells);
      require(Arrays.stream(area).allMatch(a -> a > 0), "area: each must be above 0");
    }
  }

  /**
   * Figures by rank: entry k is of the k + 1 cells predicted highest.
   *
   * @param order cells, highest prediction for each unit of area first
   * @param areaShare of all area
   * @param hitShare of all events
   * @param rri recovery (Wheeler and Steenbeek): predicted / observed; NaN where nothing was observed
   * @param rriLevine recapture (Levine); NaN without earlier counts or where there were none
   */
  public record Result(
      int[] order,
      double[] areaShare,
      double[] hitShare,
      double[] pai,
      double[] pei,
      double[] rri,
      double[] rriLevine,
      List<Warning> warnings) {

    /** The figures when so much of the area may be flagged at most, but one cell at least. */
    public Point at(double share) {
      require(share > 0 && share <= 1, "areaShare: must lie between 0 and 1, such as 0.05");
      int last = 0;
      while (last + 1 < areaShare.length && areaShare[last + 1] <= share * (1 + ROUNDING)) {
        last++;
      }
      return new Point(
          last + 1,
          areaShare[last],
          hitShare[last],
          pai[last],
          pei[last],
          rri[last],
          rriLevine[last]);
    }
  }

  /** The figures for so many flagged cells. */
  public record Point(
      int cells,
      double areaShare,
      double hitShare,
      double pai,
      double pei,
      double rri,
      double rriLevine) {}

  /** The accuracy of a map. */
  public static Result of(Parameters parameters) {
    double[] observed = parameters.observed();
    int n = observed.length;
    int[] order = order(parameters, parameters.predicted());
    double events = Arrays.stream(observed).sum();
    double area = IntStream.range(0, n).mapToDouble(parameters::areaOf).sum();
    double[] areaShare = cumulative(order, i -> parameters.areaOf(i) / area);
    double[] hitShare = cumulative(order, i -> observed[i] / events);
    double[] best = best(parameters, events / area);
    double[] found = cumulative(order, i -> observed[i]);
    double[] foreseen = cumulative(order, i -> parameters.predicted()[i]);
    double[] earlier = earlierShares(parameters, order);
    double[] pai = new double[n];
    double[] pei = new double[n];
    double[] rri = new double[n];
    double[] levine = new double[n];
    for (int k = 0; k < n; k++) {
      pai[k] = hitShare[k] / areaShare[k];
      pei[k] = pai[k] / best[k];
      rri[k] = found[k] > 0 ? foreseen[k] / found[k] : Double.NaN;
      levine[k] = earlier[k] > 0 ? hitShare[k] / earlier[k] : Double.NaN;
    }
    return new Result(
        order, areaShare, hitShare, pai, pei, rri, levine, warnings(parameters, events));
  }

  /** Cells by a number for each unit of area, highest first; ties by lowest observed count, then by number. */
  private static int[] order(Parameters parameters, double[] ranked) {
    double[] observed = parameters.observed();
    return IntStream.range(0, ranked.length)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(i -> -ranked[i] / parameters.areaOf(i))
            .thenComparingDouble(i -> observed[i])
            .thenComparingInt(i -> i))
        .mapToInt(i -> i)
        .toArray();
  }

  private static double[] cumulative(int[] order, java.util.function.IntToDoubleFunction value) {
    double[] sums = new double[order.length];
    double sum = 0;
    for (int k = 0; k < order.length; k++) {
      sum += value.applyAsDouble(order[k]);
      sums[k] = sum;
    }
    return sums;
  }

  private static double[] earlierShares(Parameters parameters, int[] order) {
    double[] earlier = parameters.earlier();
    if (earlier == null) {
      double[] none = new double[order.length];
      Arrays.fill(none, Double.NaN);
      return none;
    }
    double all = Arrays.stream(earlier).sum();
    return cumulative(order, i -> earlier[i] / all);
  }

  /** The PAI by rank of a map that had known what came. */
  private static double[] best(Parameters parameters, double overall) {
    int[] order = order(parameters, parameters.observed());
    double[] events = cumulative(order, i -> parameters.observed()[i]);
    double[] area = cumulative(order, parameters::areaOf);
    double[] best = new double[order.length];
    Arrays.setAll(best, k -> events[k] / area[k] / overall);
    return best;
  }

  private static List<Warning> warnings(Parameters parameters, double events) {
    List<Warning> warnings = new ArrayList<>();
    Points.warnBelow(warnings, (int) Math.min(events, 1e9), FEWEST, "take a longer test period");
    double first = parameters.predicted()[0];
    if (Arrays.stream(parameters.predicted()).allMatch(value -> value == first)) {
      warnings.add(Warning.of("All predictions are equal: the order of the cells says nothing."));
    }
    return warnings;
  }
}
