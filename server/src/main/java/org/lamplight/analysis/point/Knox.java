package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Permutations;
import org.lamplight.analysis.chance.Tails;
import org.lamplight.analysis.chance.Warning;

/**
 * Near repeats: pairs of events by how far apart they are in place and in time, against what it would be were the times dealt anew over the
 * places.
 *
 * <ul>
 *   <li><b>Input</b>: points in metres, days, ascending breaks of half-open bands; the last break may be infinite.
 *   <li><b>Output</b>: by distance and time band the pairs, their exact expectation and variance under permutation of times, ratio, the Poisson
 *       tail, and with permutations p for each cell and p adjusted over all cells by the step-down maximum of z.
 *   <li><b>Errors</b>: INVALID for fewer than four events, all at one place or one moment, or breaks that do not ascend from 0 or more;
 *       TOO_LARGE for more than 60 million pairs within the largest finite distance.
 *   <li><b>Cost</b>: pairs within the largest finite distance times permutations, on all processors; infinite bands are what is left over.
 * </ul>
 *
 * <p>Source: E. Knox, Applied Statistics 13 (1964); D. Barton and F. David, "The random intersection of two graphs" (1966) for the variance; P.
 * Westfall and S. Young, "Resampling-based multiple testing" (1993).
 */
public final class Knox {

  /** How distances are measured. */
  public enum Metric {
    EUCLID,
    /** Along the axes of the plane, as in a grid of streets. */
    MANHATTAN
  }

  private static final double[] DISTANCES = {0, 1, 100, 200, 300, 400};
  private static final double[] DAYS = {0, 7, 14, 21, 28};
  private static final int FEWEST = 50;

  /** Days beyond which the city itself changes. */
  private static final double LONGEST = 731;

  private Knox() {}

  /** The same place, then bands of 100 m to 400 m. */
  public static double[] defaultDistances() {
    return DISTANCES.clone();
  }

  /** Weeks to four. */
  public static double[] defaultDays() {
    return DAYS.clone();
  }

  /**
   * What to count.
   *
   * @param points events, metres
   * @param days when each happened, days since any moment
   * @param distanceBreaks metres: bands [b0, b1), [b1, b2) and so on; "the same place" is the band [0, 1)
   * @param timeBreaks days, in the same way
   * @param permutations 0 for none; 999 is usual
   */
  public record Parameters(
      Points points,
      double[] days,
      double[] distanceBreaks,
      double[] timeBreaks,
      Metric metric,
      int permutations,
      long seed) {

    public Parameters {
      points.requireMetres();
      Inputs.requireSameLength("t", days.length, "x", points.size());
      Inputs.requireFinite("t", days);
      require(points.size() >= 4, "x, y: at least four events are needed to deal times anew");
      points.requireTwoPlaces();
      Inputs.requireVariation("t", days);
      requireBreaks("distanceBands", distanceBreaks);
      requireBreaks("timeBands", timeBreaks);
      require(
          distanceBreaks.length <= NearPairs.MOST_BANDS,
          "distanceBands: at most 30 bands can be told apart");
      require(permutations >= 0, "permutations: must be at least 0");
    }

    private static void requireBreaks(String name, double[] breaks) {
      require(breaks.length >= 2, name + ": at least two breaks make a band");
      require(breaks[0] >= 0 && Double.isFinite(breaks[0]), name + ": the first must be 0 or more");
      for (int i = 1; i < breaks.length; i++) {
        require(breaks[i] > breaks[i - 1], name + ": the breaks must ascend");
      }
    }
  }

  /**
   * The table, each array by distance band and time band.
   *
   * @param observed pairs
   * @param expected under permutation of times, exact
   * @param variance the same
   * @param z (observed - expected) / root of the variance, NaN where it is 0
   * @param ratio observed / expected
   * @param poissonP P(a Poisson count of this expectation is at least as large)
   * @param p by permutation, one-sided; NaN without
   * @param pMaxT p adjusted for all cells; NaN without
   * @param pairs of all events
   * @param pairsByDistance of all times, by distance band
   * @param pairsByTime of all distances, by time band
   */
  public record Result(
      double[] distanceBreaks,
      double[] timeBreaks,
      long[][] observed,
      double[][] expected,
      double[][] variance,
      double[][] z,
      double[][] ratio,
      double[][] poissonP,
      double[][] p,
      double[][] pMaxT,
      long pairs,
      long[] pairsByDistance,
      long[] pairsByTime,
      List<Warning> warnings) {}

  /** The table of near repeats. */
  public static Result table(Parameters parameters) {
    KnoxBands distance = KnoxBands.of(parameters.distanceBreaks());
    KnoxBands time = KnoxBands.of(parameters.timeBreaks());
    NearPairs near = new NearPairs(parameters.points(), parameters.metric(), distance);
    double[] days = near.sorted(parameters.days());
    KnoxMargin places = near.margin();
    KnoxMargin times = KnoxMargin.ofTimes(days, time);
    KnoxCounts counts = new KnoxCounts(near, distance, time, places, times);
    KnoxMoments moments = new KnoxMoments(places, times, days.length);
    KnoxTable table = new KnoxTable(distance, time);
    long[] observed = counts.of(days);
    double[] p = new double[observed.length];
    double[] adjusted = new double[observed.length];
    Arrays.fill(p, Double.NaN);
    Arrays.fill(adjusted, Double.NaN);
    if (parameters.permutations() > 0) {
      Permutations chance = new Permutations(parameters.permutations(), parameters.seed());
      KnoxPermutation permuted = new KnoxPermutation(counts, moments, days, chance);
      permuted.fill(table.cells(), observed, p, adjusted);
    }
    double[] z = moments.standardised(observed);
    return new Result(
        parameters.distanceBreaks(),
        parameters.timeBreaks(),
        table.counts(observed),
        table.numbers(cell -> moments.expected[cell]),
        table.numbers(cell -> moments.variance[cell]),
        table.numbers(cell -> z[cell]),
        table.numbers(cell -> observed[cell] / moments.expected[cell]),
        table.numbers(
            cell -> Tails.poissonAtLeast((double) observed[cell], moments.expected[cell])),
        table.numbers(cell -> p[cell]),
        table.numbers(cell -> adjusted[cell]),
        days.length * (days.length - 1L) / 2,
        KnoxTable.margin(places, distance),
        KnoxTable.margin(times, time),
        warnings(parameters));
  }

  private static List<Warning> warnings(Parameters parameters) {
    List<Warning> warnings = new ArrayList<>();
    Points.warnBelow(warnings, parameters.days().length, FEWEST, "take a longer period");
    double from = Arrays.stream(parameters.days()).min().orElse(0);
    double to = Arrays.stream(parameters.days()).max().orElse(0);
    if (to - from > LONGEST) {
      warnings.add(
          Warning.of(
              "The events span more than 24 months: what changed in the city meanwhile looks like near repeats."));
    }
    return warnings;
  }

  /** A band as it is: {@code [100, 200)}. */
  public static String interval(double[] breaks, int band) {
    return "[" + number(breaks[band]) + ", " + number(breaks[band + 1]) + ")";
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return "\u221e";
    }
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }

  /**
   * The pairs of one cell, for the map: first, second, first, second by index, the first below the second.
   *
   * <p>Errors: INVALID for a band without an upper end, or one that is not there.
   */
  public static int[] closePairs(Parameters parameters, int distanceBand, int timeBand) {
    require(
        distanceBand >= 0 && distanceBand < parameters.distanceBreaks().length - 1,
        "distanceBand: there is no such band");
    require(
        timeBand >= 0 && timeBand < parameters.timeBreaks().length - 1,
        "timeBand: there is no such band");
    double[] only = {
      parameters.distanceBreaks()[distanceBand], parameters.distanceBreaks()[distanceBand + 1]
    };
    require(Double.isFinite(only[1]), "distanceBand: a band without an end is too many pairs");
    KnoxBands bands = KnoxBands.of(only);
    NearPairs near = new NearPairs(parameters.points(), parameters.metric(), bands);
    return near.pairs(
        bands.inner(0),
        parameters.days(),
        parameters.timeBreaks()[timeBand],
        parameters.timeBreaks()[timeBand + 1]);
  }
}
