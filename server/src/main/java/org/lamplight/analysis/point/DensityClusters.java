package org.lamplight.analysis.point;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The work of {@link Dbscan} and {@link StDbscan}: buckets so small that all points of one are near each other in place. */
final class DensityClusters {

  private final Dbscan.Nearness near;
  private final double square;
  private final int minPoints;
  private final PointIndex index;

  /** Original number of the point in each place. */
  private final int[] original;

  /** Days by place, ascending within each bucket; null: of no matter. */
  private final double @Nullable [] days;

  /** Whether buckets are so small that all points of one are near each other in place. */
  private final boolean small;

  /** How many buckets away near points may be. */
  private final int reach;

  private final boolean[] core;
  private final Forest forest;

  DensityClusters(Points points, double @Nullable [] days, Dbscan.Nearness near, int minPoints) {
    this.near = near;
    this.square = near.metres() * near.metres();
    this.minPoints = minPoints;
    int[] byTime = days == null ? null : order(days);
    Points sorted = byTime == null ? points : points.chosen(byTime);
    double side = near.metres() / Math.sqrt(2) * (1 - 1e-9);
    this.index = new PointIndex(sorted.x(), sorted.y(), side);
    this.small = index.bucketSize() <= side;
    this.reach = (int) Math.ceil(near.metres() / index.bucketSize());
    this.original = byTime == null
        ? index.order
        : IntStream.of(index.order).map(i -> byTime[i]).toArray();
    this.days =
        days == null ? null : IntStream.of(original).mapToDouble(i -> days[i]).toArray();
    this.core = new boolean[points.size()];
    this.forest = new Forest(points.size());
  }

  private static int[] order(double[] days) {
    return IntStream.range(0, days.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> days[i]))
        .mapToInt(i -> i)
        .toArray();
  }

  Dbscan.Result result() {
    Parallel.each(index.rows, row -> forBuckets(row, this::findCores));
    for (int row = 0; row < index.rows; row++) {
      forBuckets(row, this::joinBucket);
    }
    int[] label = new int[core.length];
    int clusters = number(label);
    Parallel.each(index.rows, row -> forBuckets(row, (r, c) -> addBorder(r, c, label)));
    boolean[] coreByPoint = new boolean[core.length];
    int[] labelByPoint = new int[core.length];
    for (int place = 0; place < core.length; place++) {
      coreByPoint[original[place]] = core[place];
      labelByPoint[original[place]] = label[place];
    }
    return new Dbscan.Result(
        labelByPoint, clusters, coreByPoint, Dbscan.warnings(core.length, minPoints));
  }

  /** Something to do with a bucket. */
  @FunctionalInterface
  private interface Bucket {
    void visit(int row, int column);
  }

  private void forBuckets(int row, Bucket work) {
    for (int column = 0; column < index.columns; column++) {
      if (index.from(row, column) < index.to(row, column)) {
        work.visit(row, column);
      }
    }
  }

  private void findCores(int row, int column) {
    for (int place = index.from(row, column); place < index.to(row, column); place++) {
      core[place] = hasEnough(row, column, place);
    }
  }

  private boolean hasEnough(int row, int column, int place) {
    int found = count(row, column, place, minPoints);
    for (int r = Math.max(0, row - reach); r <= Math.min(index.rows - 1, row + reach); r++) {
      int last = Math.min(index.columns - 1, column + reach);
      for (int c = Math.max(0, column - reach); c <= last && found < minPoints; c++) {
        if (r != row || c != column) {
          found += count(r, c, place, minPoints - found);
        }
      }
    }
    return found >= minPoints;
  }

  /** Points of a bucket near the one at a place, counted until there are enough. */
  private int count(int row, int column, int place, int enough) {
    int from = firstInTime(row, column, place);
    int to = lastInTime(row, column, place);
    boolean own = place >= index.from(row, column) && place < index.to(row, column);
    if (own && isTight(row, column)) {
      return to - from;
    }
    int found = 0;
    for (int other = from; other < to && found < enough; other++) {
      if (isNearInPlace(place, other)) {
        found++;
      }
    }
    return found;
  }

  private boolean isNearInPlace(int one, int other) {
    double dx = index.x[one] - index.x[other];
    double dy = index.y[one] - index.y[other];
    return dx * dx + dy * dy <= square;
  }

  /** First place of the bucket that is not too early. */
  private int firstInTime(int row, int column, int place) {
    int low = index.from(row, column);
    double[] time = days;
    if (time == null) {
      return low;
    }
    int high = index.to(row, column);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (time[place] - time[middle] > near.days()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The place after the last of the bucket that is not too late. */
  private int lastInTime(int row, int column, int place) {
    int high = index.to(row, column);
    double[] time = days;
    if (time == null) {
      return high;
    }
    int low = index.from(row, column);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (time[middle] - time[place] > near.days()) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Joins the cores of a bucket with each other and with those of the buckets after it. */
  private void joinBucket(int row, int column) {
    int before = -1;
    boolean tight = isTight(row, column);
    for (int place = index.from(row, column); place < index.to(row, column) && tight; place++) {
      if (core[place]) {
        if (before >= 0 && place < lastInTime(row, column, before)) {
          forest.join(before, place);
        }
        before = place;
      }
    }
    for (int r = row; r <= Math.min(index.rows - 1, row + reach); r++) {
      int first = r > row ? Math.max(0, column - reach) : column + (tight ? 1 : 0);
      for (int c = first; c <= Math.min(index.columns - 1, column + reach); c++) {
        joinBuckets(row, column, r, c);
      }
    }
  }

  private void joinBuckets(int row, int column, int otherRow, int otherColumn) {
    boolean whole = days == null && isTight(row, column) && isTight(otherRow, otherColumn);
    for (int place = index.from(row, column); place < index.to(row, column); place++) {
      if (core[place] && joinOne(place, otherRow, otherColumn, whole) && whole) {
        return;
      }
    }
  }

  private boolean isTight(int row, int column) {
    return small && index.isSquare(row, column);
  }

  /** Joins a core with those near it in a bucket, with one if that is enough; whether it is joined with any. */
  private boolean joinOne(int place, int row, int column, boolean whole) {
    int to = lastInTime(row, column, place);
    for (int other = firstInTime(row, column, place); other < to; other++) {
      if (!core[other]) {
        continue;
      }
      boolean joined = forest.root(place) == forest.root(other);
      if (!joined && isNearInPlace(place, other)) {
        forest.join(place, other);
        joined = true;
      }
      if (joined && whole) {
        return true;
      }
    }
    return false;
  }

  /** Numbers the clusters in the order of their first core point. */
  private int number(int[] label) {
    int[] placeOf = new int[original.length];
    for (int place = 0; place < original.length; place++) {
      placeOf[original[place]] = place;
    }
    int[] ofRoot = new int[original.length];
    int clusters = 0;
    for (int place : placeOf) {
      if (core[place]) {
        int root = forest.root(place);
        if (ofRoot[root] == 0) {
          ofRoot[root] = ++clusters;
        }
        label[place] = ofRoot[root];
      }
    }
    return clusters;
  }

  /** Gives points that are not core the lowest label of the cores near them. */
  private void addBorder(int row, int column, int[] label) {
    for (int place = index.from(row, column); place < index.to(row, column); place++) {
      if (core[place]) {
        continue;
      }
      int lowest = Integer.MAX_VALUE;
      for (int r = Math.max(0, row - reach); r <= Math.min(index.rows - 1, row + reach); r++) {
        for (int c = Math.max(0, column - reach);
            c <= Math.min(index.columns - 1, column + reach);
            c++) {
          lowest = Math.min(lowest, lowestNear(r, c, place, label));
        }
      }
      label[place] = lowest == Integer.MAX_VALUE ? 0 : lowest;
    }
  }

  private int lowestNear(int row, int column, int place, int[] label) {
    int lowest = Integer.MAX_VALUE;
    int to = lastInTime(row, column, place);
    for (int other = firstInTime(row, column, place); other < to; other++) {
      if (core[other] && label[other] < lowest && isNearInPlace(place, other)) {
        lowest = label[other];
      }
    }
    return lowest;
  }

  /** Sets that are joined one with another. */
  private static final class Forest {
    private final int[] parent;

    Forest(int size) {
      parent = new int[size];
      Arrays.setAll(parent, i -> i);
    }

    int root(int i) {
      int at = i;
      while (parent[at] != at) {
        parent[at] = parent[parent[at]];
        at = parent[at];
      }
      return at;
    }

    void join(int one, int other) {
      int low = Math.min(root(one), root(other));
      int high = Math.max(root(one), root(other));
      parent[high] = low;
    }
  }
}
