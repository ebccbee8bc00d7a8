package org.lamplight.incident;

import java.util.function.IntPredicate;
import org.lamplight.filter.Condition;
import org.lamplight.geo.BBox;

/**
 * Bounds of each run of {@link #ROWS} rows of an index. Numbers follow a space-filling curve within a load, so that a run is a
 * small patch of the city and a small box touches few of them.
 */
final class Blocks {

  static final int ROWS = 512;
  private final double[][] degrees;
  private final double[][] metres;

  Blocks(double[] lon, double[] lat, double[] x, double[] y) {
    degrees = bounds(lon, lat);
    metres = bounds(x, y);
  }

  /** For each run: least x, least y, most x, most y of the rows that have a place. */
  private static double[][] bounds(double[] x, double[] y) {
    double[][] bounds = new double[(x.length + ROWS - 1) / ROWS][];
    for (int block = 0; block < bounds.length; block++) {
      double inf = Double.POSITIVE_INFINITY;
      double[] edge = {inf, inf, -inf, -inf};
      for (int row = block * ROWS; row < Math.min(x.length, (block + 1) * ROWS); row++) {
        if (!Double.isNaN(x[row])) {
          edge[0] = Math.min(edge[0], x[row]);
          edge[1] = Math.min(edge[1], y[row]);
          edge[2] = Math.max(edge[2], x[row]);
          edge[3] = Math.max(edge[3], y[row]);
        }
      }
      bounds[block] = edge;
    }
    return bounds;
  }

  int count() {
    return degrees.length;
  }

  /** Whether a run may hold a row that satisfies the condition; false is certain. */
  IntPredicate mayHold(Condition condition) {
    if (condition instanceof Condition.Every every) {
      IntPredicate all = block -> true;
      for (Condition part : every.parts()) {
        all = all.and(mayHold(part));
      }
      return all;
    } else if (condition instanceof Condition.InBox in) {
      return block -> in.boxes().stream().anyMatch(box -> touches(degrees[block], box));
    } else if (condition instanceof Condition.InMetricBox box) {
      return block -> metres[block][0] <= box.maxX()
          && metres[block][2] >= box.minX()
          && metres[block][1] <= box.maxY()
          && metres[block][3] >= box.minY();
    }
    return block -> true;
  }

  private static boolean touches(double[] edge, BBox box) {
    return edge[0] <= box.east()
        && edge[2] >= box.west()
        && edge[1] <= box.north()
        && edge[3] >= box.south();
  }
}
