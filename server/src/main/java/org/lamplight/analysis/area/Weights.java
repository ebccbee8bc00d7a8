package org.lamplight.analysis.area;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Neighbors with their weights, and the sums that the moments of global statistics are made of. */
public final class Weights {

  private final Neighbors neighbors;
  private final double[] weight;

  private Weights(Neighbors neighbors, double[] weight) {
    this.neighbors = neighbors;
    this.weight = weight;
  }

  /** Weights of a style; units without neighbors have none. Cost: linear in the links. */
  public static Weights of(Neighbors neighbors, Style style) {
    double[] weight = new double[neighbors.links()];
    for (int i = 0; i < neighbors.size(); i++) {
      int count = neighbors.count(i);
      Arrays.fill(
          weight,
          neighbors.packedStart()[i],
          neighbors.packedStart()[i + 1],
          style == Style.B ? 1 : 1.0 / count);
    }
    return new Weights(neighbors, weight);
  }

  public int size() {
    return neighbors.size();
  }

  public Neighbors neighbors() {
    return neighbors;
  }

  public int[] islands() {
    return neighbors.islands();
  }

  /** Units that have at least one weight. */
  int connected() {
    return connectedUnits().length;
  }

  int[] connectedUnits() {
    return IntStream.range(0, size()).filter(i -> neighbors.count(i) > 0).toArray();
  }

  /** Whether a unit has a weight to itself. */
  boolean holdsSelf() {
    int[] start = neighbors.packedStart();
    for (int i = 0; i < size(); i++) {
      if (Arrays.binarySearch(neighbors.packedIndex(), start[i], start[i + 1], i) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Sum of weight times value over the neighbors of a unit. */
  double lag(double[] values, int unit) {
    int[] start = neighbors.packedStart();
    int[] index = neighbors.packedIndex();
    double sum = 0;
    for (int at = start[unit]; at < start[unit + 1]; at++) {
      sum += weight[at] * values[index[at]];
    }
    return sum;
  }

  double sum(int unit) {
    double sum = 0;
    for (int at = neighbors.packedStart()[unit]; at < neighbors.packedStart()[unit + 1]; at++) {
      sum += weight[at];
    }
    return sum;
  }

  double sumOfSquares(int unit) {
    double sum = 0;
    for (int at = neighbors.packedStart()[unit]; at < neighbors.packedStart()[unit + 1]; at++) {
      sum += weight[at] * weight[at];
    }
    return sum;
  }

  double[] packed() {
    return weight;
  }

  /** The weight from one unit to another, 0 if they are no neighbors. */
  private double between(int from, int to) {
    int[] start = neighbors.packedStart();
    int at = Arrays.binarySearch(neighbors.packedIndex(), start[from], start[from + 1], to);
    return at < 0 ? 0 : weight[at];
  }

  /**
   * S0, S1 and S2 of Cliff and Ord (1981).
   *
   * @param s0 sum of all weights
   * @param s1 half the sum of squares of weight there plus weight back
   * @param s2 sum of squares of row sum plus column sum
   */
  record Sums(double s0, double s1, double s2) {}

  Sums sums() {
    int[] start = neighbors.packedStart();
    int[] index = neighbors.packedIndex();
    double[] rowAndColumn = new double[size()];
    double s0 = 0;
    double s1 = 0;
    for (int i = 0; i < size(); i++) {
      for (int at = start[i]; at < start[i + 1]; at++) {
        int j = index[at];
        double back = between(j, i);
        s0 += weight[at];
        rowAndColumn[i] += weight[at];
        rowAndColumn[j] += weight[at];
        double both = weight[at] + back;
        // A pair that is mutual comes by twice, one that is not only once, and stands for both of
        // its orders.
        s1 += back == 0 ? both * both : both * both / 2;
      }
    }
    return new Sums(s0, s1, Arrays.stream(rowAndColumn).map(sum -> sum * sum).sum());
  }
}
