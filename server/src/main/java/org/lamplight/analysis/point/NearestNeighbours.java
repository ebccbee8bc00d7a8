package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lamplight.analysis.chance.Tails;
import org.lamplight.analysis.chance.Warning;

/** Distances to nearest neighbors, and whether they are shorter than chance would have them. */
public final class NearestNeighbours {

  private static final int FEWEST = 30;

  private NearestNeighbours() {}

  /**
   * Distances, and the test of their mean.
   *
   * @param distance to the nearest other point, by point, metres
   * @param mean of the distances
   * @param clarkEvans mean distance to that of as many points thrown evenly: below 1 is clustered
   * @param z of the mean distance, without edge correction
   * @param p two-sided
   */
  public record Result(
      double[] distance,
      double mean,
      double clarkEvans,
      double z,
      double p,
      List<Warning> warnings) {}

  /**
   * Nearest-neighbor distances and the Clark-Evans index without edge correction.
   *
   * <ul>
   *   <li><b>Input</b>: at least two points, metres; the area in m2, NaN when unknown.
   *   <li><b>Output</b>: distances; index, z and p are NaN without an area.
   *   <li><b>Errors</b>: INVALID for fewer than two points or an area that is not above 0.
   *   <li><b>Cost</b>: n log n for points that are spread out.
   * </ul>
   *
   * <p>Source: P. Clark and F. Evans, Ecology 35 (1954).
   */
  public static Result of(Points points, double areaSquareMetres) {
    points.requireMetres();
    int n = points.size();
    require(n >= 2, "x, y: at least two points are needed");
    require(!(areaSquareMetres <= 0), "area: must be above 0 m2");
    double[] distance = distances(points);
    double mean = Arrays.stream(distance).average().orElse(Double.NaN);
    double expected = 0.5 * Math.sqrt(areaSquareMetres / n);
    double error = Math.sqrt((4 - Math.PI) * areaSquareMetres / (4 * Math.PI * n * (double) n));
    double z = (mean - expected) / error;
    double p = Double.isNaN(z) ? Double.NaN : Tails.normalTwoSided(z);
    List<Warning> warnings = new ArrayList<>();
    Points.warnBelow(warnings, n, FEWEST, "look at the points themselves");
    return new Result(distance, mean, mean / expected, z, p, warnings);
  }

  /** Distance of each point to the nearest other one, metres. */
  static double[] distances(Points points) {
    return kth(points, 1);
  }

  /** Distance of each point to its k-th nearest other one, metres; k is below the number of points. */
  static double[] kth(Points points, int k) {
    int n = points.size();
    double extent = Math.max(points.extent().getArea(), 1e-300);
    double bucket = Math.sqrt(extent / n * Math.max(1, k / 2.0));
    PointIndex index = new PointIndex(points.x(), points.y(), bucket);
    double[] distance = new double[n];
    Parallel.ranges(n, (from, to) -> {
      double[] best = new double[k];
      for (int place = from; place < to; place++) {
        distance[index.order[place]] = kth(index, place, best);
      }
    });
    return distance;
  }

  /** Rings of buckets around the point, until none that is left can hold a nearer one. */
  private static double kth(PointIndex index, int place, double[] best) {
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    int row = index.row(index.y[place]);
    int column = index.column(index.x[place]);
    int last = Math.max(index.rows, index.columns);
    for (int ring = 0; ring <= last; ring++) {
      double sure = (ring - 1) * index.bucketSize();
      if (ring > 0 && sure > 0 && best[best.length - 1] <= sure * sure) {
        break;
      }
      for (int r = Math.max(0, row - ring); r <= Math.min(index.rows - 1, row + ring); r++) {
        int step = Math.abs(r - row) == ring || ring == 0 ? 1 : 2 * ring;
        for (int c = column - ring; c <= column + ring; c += step) {
          if (c >= 0 && c < index.columns) {
            offer(index, place, r, c, best);
          }
        }
      }
    }
    return Math.sqrt(best[best.length - 1]);
  }

  private static void offer(PointIndex index, int place, int row, int column, double[] best) {
    for (int other = index.from(row, column); other < index.to(row, column); other++) {
      double dx = index.x[other] - index.x[place];
      double dy = index.y[other] - index.y[place];
      double square = dx * dx + dy * dy;
      if (other != place && square < best[best.length - 1]) {
        int at = best.length - 1;
        while (at > 0 && best[at - 1] > square) {
          best[at] = best[at - 1];
          at--;
        }
        best[at] = square;
      }
    }
  }
}
