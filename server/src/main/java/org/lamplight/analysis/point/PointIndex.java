package org.lamplight.analysis.point;

import java.util.Arrays;

/**
 * Points sorted into square buckets, row by row, so that those of neighboring columns stand beside each other. Within a bucket they keep
 * their order.
 *
 * <p>Cost: two passes over the points; buckets grow where there would be more than four for each point.
 */
final class PointIndex {

  private static final int FEWEST_BUCKETS = 1 << 12;

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
    double east = Arrays.stream(x).max().orElse(0);
    double north = Arrays.stream(y).max().orElse(0);
    this.west = Arrays.stream(x).min().orElse(0);
    this.south = Arrays.stream(y).min().orElse(0);
    double bucket = wantedSize > 0 ? wantedSize : 1;
    double most = Math.max(FEWEST_BUCKETS, 4.0 * x.length);
    while ((Math.floor((east - west) / bucket) + 1) * (Math.floor((north - south) / bucket) + 1)
        > most) {
      bucket *= 1.5;
    }
    this.size = bucket;
    this.columns = (int) Math.floor((east - west) / size) + 1;
    this.rows = (int) Math.floor((north - south) / size) + 1;
    this.start = new int[columns * rows + 1];
    this.order = new int[x.length];
    this.x = new double[x.length];
    this.y = new double[x.length];
    sort(x, y);
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
