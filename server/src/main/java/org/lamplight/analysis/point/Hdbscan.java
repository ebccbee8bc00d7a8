package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.fault.Fault;

/**
 * Clusters of any density: those that last longest while the distance at which points count as near shrinks.
 *
 * <p>The reach of a pair is the largest of their distance and of both points' distance to their (minPoints - 1)-th neighbor. The tree of single
 * linkage over reaches splits into two clusters where both sides have minPoints; from the leaves up a cluster is kept when its stability is at least
 * that of the clusters in it. The whole is never a cluster.
 *
 * <ul>
 *   <li><b>Output</b>: labels from 1 in the order of each cluster's first point, 0 for noise; membership 0 to 1; outlier scores (GLOSH) 0 to 1.
 *   <li><b>Errors</b>: INVALID when there are fewer points than minPoints or minPoints is below 2; TOO_LARGE above 50,000 points.
 *   <li><b>Cost</b>: n2 in time, n in memory.
 * </ul>
 *
 * <p>Reaches often tie, and a tie is settled by the order of the points, as in R: another order may put a few points at the rim of a cluster
 * elsewhere.
 *
 * <p>Source: R. Campello, D. Moulavi and J. Sander, PAKDD (2013), in the variant of R's dbscan.
 */
public final class Hdbscan {

  private static final int MOST = 50_000;

  private Hdbscan() {}

  /**
   * What to cluster.
   *
   * @param points events, metres
   * @param minPoints smallest cluster, and points within the core distance, the point itself included
   */
  public record Parameters(Points points, int minPoints) {
    public Parameters {
      points.requireMetres();
      require(minPoints >= 2, "minPoints: must be at least 2");
      require(points.size() >= minPoints, "x, y: there are fewer points than one cluster needs");
      if (points.size() > MOST) {
        throw new Fault(
            Fault.Kind.TOO_LARGE,
            "more than 50,000 points: take a part of the city or of the time, or DBSCAN");
      }
    }
  }

  /**
   * Clusters of points.
   *
   * @param label by point, 0 for noise
   * @param membership by point: 1 at the densest of its cluster, 0 for noise
   * @param outlierScore by point: towards 1 for those far from where their surroundings are densest
   * @param stability by cluster
   */
  public record Result(
      int[] label,
      int clusters,
      double[] membership,
      double[] outlierScore,
      double[] stability,
      List<Warning> warnings) {}

  /** The clusters. */
  public static Result cluster(Parameters parameters) {
    Points points = parameters.points();
    int n = points.size();
    double[] core = NearestNeighbours.kth(points, parameters.minPoints() - 1);
    LinkageTree tree = LinkageTree.of(points, core);
    ClusterTree clusters = new ClusterTree(tree, n, parameters.minPoints());
    int[] chosen = clusters.chosen();
    int[] label = new int[n];
    int[] ofCluster = new int[clusters.size()];
    double[] stability = new double[clusters.size()];
    int many = 0;
    for (int point = 0; point < n; point++) {
      if (chosen[point] >= 0) {
        if (ofCluster[chosen[point]] == 0) {
          ofCluster[chosen[point]] = ++many;
          stability[many - 1] = clusters.stability(chosen[point]);
        }
        label[point] = ofCluster[chosen[point]];
      }
    }
    return new Result(
        label,
        many,
        membership(label, many, core),
        clusters.outlierScores(),
        Arrays.copyOf(stability, many),
        Dbscan.warnings(n, parameters.minPoints()));
  }

  private static double[] membership(int[] label, int clusters, double[] core) {
    double[] widest = new double[clusters + 1];
    for (int point = 0; point < label.length; point++) {
      widest[label[point]] = Math.max(widest[label[point]], core[point]);
    }
    return IntStream.range(0, label.length)
        .mapToDouble(point -> {
          double most = widest[label[point]];
          return label[point] == 0 ? 0 : most > 0 ? (most - core[point]) / most : 1;
        })
        .toArray();
  }
}
