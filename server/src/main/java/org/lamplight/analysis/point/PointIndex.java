package org.lamplight.analysis.point;

import java.util.Arrays;

/**
 * Points sorted into square buckets, row by row, so that those of neighboring columns stand beside each other. Within a bucket they keep
 * their order.
 *
 * <p>Cost: two passes over the points; where there would be more than four buckets for each point, a few points far from the rest are put to those
 * at the rim, and then buckets grow.
 */
final class PointIndex {

  private static final int FEWEST_BUCKETS = 1 << 12;

  /** Share of points at each end that do not stretch the index. */
  private static final double OUT = 0.005;

  /** Whether buckets at the rim hold points from beyond it. */
  private final boolean clipped;

  private final double west;
  private final double south;
  private final double size;
  final int columns;
  final int rows;

  /** Where each bucket begins, and at the end the number of points. */
  private final int[] start;

  /** Original index of the point in each place. */
  final int[] order;

  /** Coordinates by place. */
  final double[] x;

  final double[] y;

  PointIndex(double[] x, double[] y, double wantedSize) {
    double[] across = range(x);
    double[] up = range(y);
    double bucket = wantedSize > 0 ? wantedSize : 1;
    double most = Math.max(FEWEST_BUCKETS, 4.0 * x.length);
    boolean far = false;
    if (buckets(across, up, bucket) > most) {
      far = shorten(across, x);
      far = shorten(up, y) || far;
    }
    while (buckets(across, up, bucket) > most) {
      bucket *= 1.5;
    }
    this.clipped = far;
    this.west = across[0];
    this.south = up[0];
    this.size = bucket;
    this.columns = (int) Math.floor((across[1] - west) / size) + 1;
    this.rows = (int) Math.floor((up[1] - south) / size) + 1;
    this.start = new int[columns * rows + 1];
    this.order = new int[x.length];
    this.x = new double[x.length];
    this.y = new double[x.length];
    sort(x, y);
  }

  private static double[] range(double[] values) {
    return new double[] {
      Arrays.stream(values).min().orElse(0), Arrays.stream(values).max().orElse(0)
    };
  }

  private static double buckets(double[] across, double[] up, double bucket) {
    return (Math.floor((across[1] - across[0]) / bucket) + 1)
        * (Math.floor((up[1] - up[0]) / bucket) + 1);
  }

  /** Leaves a few points that lie far from the rest out of a range; whether there were any. They go to the buckets at the rim. */
  private static boolean shorten(double[] range, double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double low = sorted[(int) (OUT * (sorted.length - 1))];
    double high = sorted[(int) Math.ceil((1 - OUT) * (sorted.length - 1))];
    boolean cut = range[0] < low - (high - low) || range[1] > high + (high - low);
    range[0] = Math.max(range[0], low - (high - low));
    range[1] = Math.min(range[1], high + (high - low));
    return cut;
  }

  private void sort(double[] givenX, double[] givenY) {
    int[] bucket = new int[givenX.length];
    for (int i = 0; i < bucket.length; i++) {
      bucket[i] = row(givenY[i]) * columns + column(givenX[i]);
      start[bucket[i] + 1]++;
    }
    for (int b = 0; b + 1 < start.length; b++) {
      start[b + 1] += start[b];
    }
    int[] next = Arrays.copyOf(start, start.length);
    for (int i = 0; i < bucket.length; i++) {
      int place = next[bucket[i]]++;
      order[place] = i;
      x[place] = givenX[i];
      y[place] = givenY[i];
    }
  }

  int size() {
    return order.length;
  }

  /** Whether all points of a bucket lie within its square. */
  boolean isSquare(int row, int column) {
    boolean rim = row == 0 || column == 0 || row == rows - 1 || column == columns - 1;
    return !(clipped && rim);
  }

  /** The bucket's side, metres: at least what was asked for. */
  double bucketSize() {
    return size;
  }

  /** Column of a place; places outside have that of the nearest bucket. */
  int column(double placeX) {
    return (int) Math.max(0, Math.min(columns - 1, Math.floor((placeX - west) / size)));
  }

  int row(double placeY) {
    return (int) Math.max(0, Math.min(rows - 1, Math.floor((placeY - south) / size)));
  }

  /** First place of the bucket. */
  int from(int row, int column) {
    return start[row * columns + column];
  }

  /** The place after the last of the bucket. */
  int to(int row, int column) {
    return start[row * columns + column + 1];
  }

  /** Values in the order of places. */
  double[] sorted(double[] values) {
    double[] sorted = new double[order.length];
    for (int place = 0; place < sorted.length; place++) {
      sorted[place] = values[order[place]];
    }
    return sorted;
  }
}
