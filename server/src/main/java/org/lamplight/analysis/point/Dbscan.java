package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.List;
import org.lamplight.analysis.chance.Warning;

/**
 * Clusters of points that have enough others near.
 *
 * <p>A point is core when at least so many points, itself among them, lie within a distance of it, the distance included. Core points
 * within that distance of each other are of one cluster; another point in reach of a core point belongs to the first such cluster; the rest is
 * noise.
 *
 * <ul>
 *   <li><b>Output</b>: labels from 1 in the order of each cluster's first core point, 0 for noise.
 *   <li><b>Errors</b>: INVALID when the distance is not above 0 or fewer than one point is asked for.
 *   <li><b>Cost</b>: n for points that are spread out; a million points of a city in about a second on two processors. However many points
 *       stand together, only one pair in reach is looked for between two small cells.
 * </ul>
 *
 * <p>Source: M. Ester, H.-P. Kriegel, J. Sander and X. Xu, KDD (1996); A. Gunawan (2013) for the cells.
 */
public final class Dbscan {

  private Dbscan() {}

  /**
   * What to cluster.
   *
   * @param points events, metres
   * @param epsMetres distance within which points are near
   * @param minPoints points that make one of them core, itself included; 5 is usual, 4 for shootings
   */
  public record Parameters(Points points, double epsMetres, int minPoints) {
    public Parameters {
      points.requireMetres();
      require(epsMetres > 0 && Double.isFinite(epsMetres), "eps: must be above 0 metres");
      require(minPoints >= 1, "minPoints: must be at least 1");
    }
  }

  /**
   * Clusters of points.
   *
   * @param label by point, 0 for noise
   * @param clusters how many there are
   * @param core whether a point is core
   */
  public record Result(int[] label, int clusters, boolean[] core, List<Warning> warnings) {}

  /** Clusters in the plane. */
  public static Result cluster(Parameters parameters) {
    Nearness nearness = new Nearness(parameters.epsMetres(), Double.POSITIVE_INFINITY);
    return new DensityClusters(parameters.points(), null, nearness, parameters.minPoints())
        .result();
  }

  /**
   * When two points are near.
   *
   * @param days difference of days, included; infinity: of no matter
   */
  record Nearness(double metres, double days) {}

  static List<Warning> warnings(int events, int minPoints) {
    List<Warning> warnings = new ArrayList<>();
    Points.warnBelow(warnings, events, 2 * minPoints, "take fewer points for a cluster");
    return warnings;
  }
}
