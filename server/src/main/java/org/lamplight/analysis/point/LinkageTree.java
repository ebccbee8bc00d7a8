package org.lamplight.analysis.point;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Single linkage over mutual reaches: merges from the nearest up. A node below n is a point, node n + k is merge k.
 *
 * @param left node of each merge
 * @param right the other one
 * @param height reach at which they merge, metres
 * @param size points below each node
 */
record LinkageTree(int[] left, int[] right, double[] height, int[] size) {

  /** By R. Prim's spanning tree: n2 in time, n in memory. */
  static LinkageTree of(Points points, double[] core) {
    int n = points.size();
    int[] from = new int[n];
    int[] to = new int[n];
    double[] reach = new double[n];
    span(points, core, from, to, reach);
    Integer[] order = IntStream.range(0, Math.max(0, n - 1)).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(edge -> reach[edge]));
    int merges = order.length;
    LinkageTree tree =
        new LinkageTree(new int[merges], new int[merges], new double[merges], new int[n + merges]);
    Arrays.fill(tree.size, 0, n, 1);
    int[] parent = IntStream.range(0, n + merges).toArray();
    for (int k = 0; k < merges; k++) {
      int edge = order[k];
      int one = root(parent, from[edge]);
      int other = root(parent, to[edge]);
      tree.left[k] = one;
      tree.right[k] = other;
      tree.height[k] = reach[edge];
      tree.size[n + k] = tree.size[one] + tree.size[other];
      parent[one] = n + k;
      parent[other] = n + k;
    }
    return tree;
  }

  private static int root(int[] parent, int node) {
    int at = node;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** Fills in the n - 1 edges of a least spanning tree, each from a point that was in the tree before. */
  private static void span(Points points, double[] core, int[] from, int[] to, double[] reach) {
    int n = points.size();
    int[] outside = IntStream.range(1, n).toArray();
    double[] best = new double[n];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    int[] nearest = new int[n];
    int last = 0;
    for (int edge = 0; edge < n - 1; edge++) {
      int left = n - 1 - edge;
      int least = 0;
      for (int i = 0; i < left; i++) {
        int point = outside[i];
        double dx = points.x()[point] - points.x()[last];
        double dy = points.y()[point] - points.y()[last];
        double distance = Math.sqrt(dx * dx + dy * dy);
        double mutual = Math.max(distance, Math.max(core[point], core[last]));
        if (mutual < best[point]) {
          best[point] = mutual;
          nearest[point] = last;
        }
        least = best[point] < best[outside[least]] ? i : least;
      }
      last = outside[least];
      from[edge] = nearest[last];
      to[edge] = last;
      reach[edge] = best[last];
      System.arraycopy(outside, least + 1, outside, least, left - 1 - least);
    }
  }
}
