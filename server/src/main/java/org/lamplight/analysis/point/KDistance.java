package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.Arrays;

/** The distance that DBSCAN starts from when nobody states one. */
public final class KDistance {

  /** Below this a cluster is one address. */
  private static final double FLOOR_METRES = 75;

  private KDistance() {}

  /**
   * Distances to the k-th nearest other point, and their knee.
   *
   * @param sorted descending, metres
   * @param kneeMetres where the curve bends most: farthest below the straight line between its ends
   * @param epsMetres the knee, at least 75 m
   */
  public record Result(double[] sorted, double kneeMetres, double epsMetres) {}

  /**
   * The k-distance curve with k = minPoints - 1, since a point counts itself.
   *
   * <ul>
   *   <li><b>Errors</b>: INVALID when there are no more points than minPoints - 1, or minPoints is below 2.
   *   <li><b>Cost</b>: n log n for points that are spread out.
   * </ul>
   *
   * <p>Source: M. Ester and others (1996) for the curve; V. Satopaa and others, "Finding a kneedle" (2011) for its bend.
   */
  public static Result of(Points points, int minPoints) {
    points.requireMetres();
    require(minPoints >= 2, "minPoints: must be at least 2");
    require(points.size() >= minPoints, "x, y: there are fewer points than one cluster needs");
    double[] ascending = NearestNeighbours.kth(points, minPoints - 1);
    Arrays.parallelSort(ascending);
    int last = ascending.length - 1;
    double[] sorted = new double[ascending.length];
    Arrays.setAll(sorted, i -> ascending[last - i]);
    double slope = last == 0 ? 0 : (sorted[last] - sorted[0]) / last;
    int knee = 0;
    double most = 0;
    for (int i = 0; i <= last; i++) {
      double below = sorted[0] + slope * i - sorted[i];
      if (below > most) {
        most = below;
        knee = i;
      }
    }
    return new Result(sorted, sorted[knee], Math.max(FLOOR_METRES, sorted[knee]));
  }
}
