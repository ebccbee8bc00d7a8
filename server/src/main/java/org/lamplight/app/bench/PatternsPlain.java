package org.lamplight.app.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.lamplight.analysis.point.Knox;
import org.lamplight.analysis.point.Points;
import org.lamplight.fault.Fault;
import org.lamplight.geo.PlaneGrid;

/** The statistics of points as their formulas stand, on one processor. */
final class PatternsPlain {

  private PatternsPlain() {}

  /** Each event is added to the cells in its reach. */
  static double[] density(Points points, PlaneGrid grid, double radius) {
    double[] sum = new double[grid.cells()];
    double scale = 3 / (Math.PI * radius * radius);
    for (int i = 0; i < points.size(); i++) {
      double x = points.x()[i];
      double y = points.y()[i];
      int west = first(x - radius - grid.west(), grid.cellWidth());
      int east = Math.min(grid.columns() - 1, first(x + radius - grid.west(), grid.cellWidth()));
      int south = first(y - radius - grid.south(), grid.cellHeight());
      int north = Math.min(grid.rows() - 1, first(y + radius - grid.south(), grid.cellHeight()));
      for (int row = south; row <= north; row++) {
        for (int column = west; column <= east; column++) {
          double dx = grid.centreX(column) - x;
          double dy = grid.centreY(row) - y;
          double rest = 1 - (dx * dx + dy * dy) / (radius * radius);
          if (rest > 0) {
            sum[row * grid.columns() + column] += scale * rest * rest;
          }
        }
      }
    }
    return sum;
  }

  private static int first(double offset, double size) {
    return (int) Math.max(0, Math.floor(offset / size));
  }

  /** Counts of all pairs, once for each order of the times. */
  static long[][] knox(Knox.Parameters parameters, int rounds) {
    SplittableRandom random = new SplittableRandom(1);
    double[] days = parameters.days().clone();
    long[][] counts = count(parameters, days);
    for (int round = 0; round < rounds; round++) {
      for (int i = days.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        double held = days[i];
        days[i] = days[other];
        days[other] = held;
      }
      count(parameters, days);
    }
    return counts;
  }

  private static long[][] count(Knox.Parameters parameters, double[] days) {
    double[] distances = parameters.distanceBreaks();
    double[] times = parameters.timeBreaks();
    long[][] counts = new long[distances.length - 1][times.length - 1];
    double[] x = parameters.points().x();
    double[] y = parameters.points().y();
    for (int i = 0; i < days.length; i++) {
      for (int j = i + 1; j < days.length; j++) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        int row = band(distances, Math.sqrt(dx * dx + dy * dy));
        int column = band(times, Math.abs(days[i] - days[j]));
        if (row >= 0 && column >= 0) {
          counts[row][column]++;
        }
      }
    }
    return counts;
  }

  private static int band(double[] breaks, double value) {
    for (int band = 0; band + 1 < breaks.length; band++) {
      if (value >= breaks[band] && value < breaks[band + 1]) {
        return band;
      }
    }
    return -1;
  }

  static void requireSameTable(Knox.Parameters parameters, Knox.Result result) {
    Fault.require(
        Arrays.deepEquals(knox(parameters, 0), result.observed()),
        "bench: the plain loop counts other pairs");
  }
}
