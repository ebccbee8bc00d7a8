package org.lamplight.analysis.point;

import java.util.Arrays;

/** Clusters within clusters as the reach shrinks; cluster 0 is the whole. */
final class ClusterTree {

  private final int[] parent;
  private final double[] birth;

  /** Reach at which a cluster splits, or the least of its points where it never does. */
  private final double[] death;

  /** Points that its two clusters have at the split. */
  private final int[] handedOn;

  /** By point: the cluster to which it belonged last, and the reach at which it left, at the latest with the split. */
  private final int[] clusterOf;

  private final double[] reachOf;
  private final double[] stability;

  /** The least reach above 0; points at one place count as that far apart where clusters are weighed, or they would last forever. */
  private final double floor;

  private int size = 1;

  ClusterTree(LinkageTree tree, int points, int minPoints) {
    int most = 2 * points + 1;
    this.parent = new int[most];
    this.birth = new double[most];
    this.death = new double[most];
    this.handedOn = new int[most];
    this.clusterOf = new int[points];
    this.reachOf = new double[points];
    this.stability = new double[most];
    parent[0] = -1;
    Arrays.fill(death, Double.NaN);
    int merges = tree.height().length;
    floor = Arrays.stream(tree.height()).filter(height -> height > 0).min().orElse(1);
    birth[0] = merges > 0 ? tree.height()[merges - 1] : 0;
    int[] ofMerge = new int[merges];
    for (int k = merges - 1; k >= 0; k--) {
      divide(tree, k, ofMerge, minPoints);
    }
    finish();
  }

  private double lasting(double reach) {
    return 1 / Math.max(floor, reach);
  }

  private void divide(LinkageTree tree, int k, int[] ofMerge, int minPoints) {
    int cluster = ofMerge[k];
    int n = clusterOf.length;
    int[] sides = {tree.left()[k], tree.right()[k]};
    boolean splits = sides[0] >= n
        && sides[1] >= n
        && tree.size()[sides[0]] >= minPoints
        && tree.size()[sides[1]] >= minPoints;
    if (splits) {
      death[cluster] = tree.height()[k];
      handedOn[cluster] = tree.size()[n + k];
    }
    for (int side : sides) {
      if (side < n) {
        clusterOf[side] = cluster;
        reachOf[side] = tree.height()[k];
      } else if (splits) {
        parent[size] = cluster;
        birth[size] = tree.height()[k];
        ofMerge[side - n] = size++;
      } else {
        ofMerge[side - n] = cluster;
      }
    }
  }

  private void finish() {
    double[] least = new double[size];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (int point = 0; point < clusterOf.length; point++) {
      int cluster = clusterOf[point];
      least[cluster] = Math.min(least[cluster], reachOf[point]);
    }
    for (int cluster = 0; cluster < size; cluster++) {
      if (Double.isNaN(death[cluster])) {
        death[cluster] = least[cluster];
      }
      stability[cluster] = handedOn[cluster] * (lasting(death[cluster]) - lasting(birth[cluster]));
    }
    for (int point = 0; point < clusterOf.length; point++) {
      int cluster = clusterOf[point];
      reachOf[point] = Math.max(reachOf[point], death[cluster]);
      stability[cluster] += lasting(reachOf[point]) - lasting(birth[cluster]);
    }
  }

  int size() {
    return size;
  }

  double stability(int cluster) {
    return stability[cluster];
  }

  /** By point the cluster that is kept and holds it, -1 for none. */
  int[] chosen() {
    double[] inside = new double[size];
    boolean[] kept = new boolean[size];
    for (int cluster = size - 1; cluster > 0; cluster--) {
      kept[cluster] = handedOn[cluster] == 0 || stability[cluster] >= inside[cluster];
      inside[parent[cluster]] += kept[cluster] ? stability[cluster] : inside[cluster];
    }
    int[] holder = new int[size];
    holder[0] = -1;
    for (int cluster = 1; cluster < size; cluster++) {
      int above = holder[parent[cluster]];
      holder[cluster] = above >= 0 ? above : kept[cluster] ? cluster : -1;
    }
    return Arrays.stream(clusterOf).map(cluster -> holder[cluster]).toArray();
  }

  /** By point: 1 - least reach in its cluster and those within / its own. */
  double[] outlierScores() {
    double[] least = new double[size];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (int point = 0; point < clusterOf.length; point++) {
      least[clusterOf[point]] = Math.min(least[clusterOf[point]], reachOf[point]);
    }
    for (int cluster = size - 1; cluster > 0; cluster--) {
      least[parent[cluster]] = Math.min(least[parent[cluster]], least[cluster]);
    }
    double[] scores = new double[clusterOf.length];
    Arrays.setAll(
        scores, point -> reachOf[point] > 0 ? 1 - least[clusterOf[point]] / reachOf[point] : 0);
    return scores;
  }
}
