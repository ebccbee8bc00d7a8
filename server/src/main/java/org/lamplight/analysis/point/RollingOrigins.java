package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lamplight.analysis.chance.Inputs;

/**
 * Cuts dated events into what a map could know at each of several origins and what came afterwards, for {@link BackTest}.
 *
 * <ul>
 *   <li><b>Input</b>: events with place, day and the cell that holds them, and tests, each the days from an origin up to, not with, its end.
 *   <li><b>Output</b>: for each test the map's prediction and the counts of the year before, both as the events expected in the test's days,
 *       and what came by week; the last week may be shorter.
 *   <li><b>Errors</b>: INVALID for tests that are empty or overlap, cells out of range, or a year before the first origin without an event.
 *   <li><b>Cost</b>: events times tests; a density adds its kernel sums at the cells' centres for each test.
 * </ul>
 *
 * <p>Source: L. Tashman, "Out-of-sample tests of forecasting accuracy", International Journal of Forecasting 16 (2000), for rolling origins; the maps as
 * {@link KernelDensity} and {@link HotSpotAccuracy}.
 */
public final class RollingOrigins {

  /** Days of the counts that every map has to beat. */
  public static final int BASELINE_DAYS = 365;

  private static final int WEEK = 7;

  private RollingOrigins() {}

  /**
   * Events.
   *
   * @param points metres
   * @param day of each, whole or not, on any count of days
   * @param cell of each, from 0; -1 for none
   */
  public record Events(Points points, double[] day, int[] cell) {
    public Events {
      Inputs.requireSameLength("t", day.length, "x", points.size());
      Inputs.requireSameLength("cell", cell.length, "x", points.size());
      Inputs.requireFinite("t", day);
    }
  }

  /**
   * Cells.
   *
   * @param centres metres
   * @param area square metres of each
   */
  public record Cells(Points centres, double[] area) {
    public Cells {
      Inputs.requireSameLength("area", area.length, "cellX", centres.size());
      HotSpotAccuracy.requireAreas(area, area.length);
    }
  }

  /**
   * What the map is made of.
   *
   * @param days before an origin that it knows
   * @param bandwidthMetres radius of a quartic density; 0: counts by cell
   */
  public record Surface(int days, double bandwidthMetres) {
    public Surface {
      require(days >= 1, "mapDays: must be 1 or more");
      require(
          bandwidthMetres >= 0 && Double.isFinite(bandwidthMetres),
          "bandwidth: must be above 0 metres");
    }
  }

  /** One fold for each test; {@code tests}: [first day, day after the last]. */
  public static List<BackTest.Fold> folds(
      Events events, Cells cells, double[][] tests, Surface map) {
    requireTests(tests);
    int n = cells.area().length;
    for (int cell : events.cell()) {
      require(cell < n, "cell: there is no cell " + cell + ", they are numbered from 0");
    }
    List<BackTest.Fold> folds = new ArrayList<>();
    for (double[] test : tests) {
      double days = test[1] - test[0];
      double[] baseline = counts(events, n, test[0] - BASELINE_DAYS, test[0]);
      require(
          Arrays.stream(baseline).sum() > 0,
          "t: nothing lies in the " + BASELINE_DAYS + " days before the origin on day " + test[0]
              + "; begin later, or with more history");
      double[] predicted = map.bandwidthMetres() > 0
          ? density(events, cells, test[0], map)
          : counts(events, n, test[0] - map.days(), test[0]);
      folds.add(new BackTest.Fold(
          scaled(predicted, days / map.days()),
          scaled(baseline, days / BASELINE_DAYS),
          weeks(events, n, test)));
    }
    return folds;
  }

  private static void requireTests(double[][] tests) {
    require(tests.length > 0, "tests: there is no origin to test from");
    for (int i = 0; i < tests.length; i++) {
      require(
          tests[i].length == 2 && tests[i][1] - tests[i][0] >= 1,
          "tests: each is [first day, day after the last], a day or more apart");
      require(
          i == 0 || tests[i][0] >= tests[i - 1][1],
          "tests: they follow one another, the oldest first, and do not overlap");
    }
  }

  private static double[] counts(Events events, int cells, double from, double until) {
    double[] counts = new double[cells];
    for (int i = 0; i < events.day().length; i++) {
      if (events.cell()[i] >= 0 && events.day()[i] >= from && events.day()[i] < until) {
        counts[events.cell()[i]]++;
      }
    }
    return counts;
  }

  /** Events under the surface in each cell, by its density at the centre. */
  private static double[] density(Events events, Cells cells, double origin, Surface map) {
    int[] known = IntStream.range(0, events.day().length)
        .filter(i -> events.day()[i] >= origin - map.days() && events.day()[i] < origin)
        .toArray();
    require(
        known.length > 0,
        "t: nothing lies in the " + map.days() + " days before the origin on day " + origin);
    KernelDensity.Parameters parameters = new KernelDensity.Parameters(
        events.points().chosen(known),
        null,
        Kernel.QUARTIC,
        map.bandwidthMetres(),
        EdgeCorrection.NONE,
        null);
    double[] density = KernelDensity.atPoints(parameters, cells.centres()).perSquareMetre();
    return IntStream.range(0, density.length)
        .mapToDouble(cell -> Math.max(0, density[cell]) * cells.area()[cell])
        .toArray();
  }

  private static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }

  private static double[][] weeks(Events events, int cells, double[] test) {
    int count = (int) Math.ceil((test[1] - test[0]) / WEEK);
    double[][] weeks = new double[count][];
    for (int week = 0; week < count; week++) {
      double from = test[0] + WEEK * week;
      weeks[week] = counts(events, cells, from, Math.min(test[1], from + WEEK));
    }
    return weeks;
  }
}
