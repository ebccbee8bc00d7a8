package org.lamplight.analysis.point;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.lamplight.fault.Fault;

/** All pairs of events within the largest finite distance, by band, found once. Events are numbered by place in a spatial index. */
final class NearPairs {

  private static final long MOST = 60_000_000;

  /** Bands fit into five bits, events into the rest. */
  static final int MOST_BANDS = 31;

  private static final int BAND_SHIFT = 27;
  private static final int EVENT = (1 << BAND_SHIFT) - 1;

  private final PointIndex index;
  private final Knox.Metric metric;
  private final KnoxBands bands;

  /** By event where its partners of higher number begin. */
  private final int[] start;

  /** Partners, each with its band in the upper five bits, so that one loop serves all bands. */
  private final int[] partner;

  NearPairs(Points points, Knox.Metric metric, KnoxBands bands) {
    this.metric = metric;
    this.bands = bands;
    double limit = bands.limit();
    this.index = new PointIndex(points.x(), points.y(), limit > 0 ? limit / 2 : 1);
    int n = points.size();
    this.start = new int[n + 1];
    AtomicLong found = new AtomicLong();
    Parallel.ranges(n, (from, to) -> {
      for (int i = from; i < to; i++) {
        start[i + 1] = visit(i, (band, other) -> {});
        requireFew(found.addAndGet(start[i + 1]));
      }
    });
    for (int i = 0; i < n; i++) {
      start[i + 1] += start[i];
    }
    this.partner = new int[start[n]];
    int[] packed = partner;
    Parallel.ranges(n, (from, to) -> {
      int[] next = {start[from]};
      for (int i = from; i < to; i++) {
        visit(i, (band, other) -> packed[next[0]++] = band << BAND_SHIFT | other);
      }
    });
  }

  private static void requireFew(long pairs) {
    if (pairs > MOST) {
      throw new Fault(
          Fault.Kind.TOO_LARGE,
          "more than 60,000,000 pairs of events lie within the largest distance: take nearer bands or a shorter"
              + " period");
    }
  }

  /** A partner in a band. */
  @FunctionalInterface
  private interface Partner {
    void take(int band, int other);
  }

  /** The partners of higher number; how many. */
  private int visit(int event, Partner partners) {
    double limit = bands.limit();
    double x = index.x[event];
    double y = index.y[event];
    int many = 0;
    int lastRow = index.row(y + limit);
    for (int row = index.row(y); row <= lastRow; row++) {
      int to = index.to(row, index.column(x + limit));
      for (int other = Math.max(event + 1, index.from(row, index.column(x - limit)));
          other < to;
          other++) {
        double distance = distance(Math.abs(index.x[other] - x), Math.abs(index.y[other] - y));
        if (distance < limit) {
          partners.take(bands.band(distance), other);
          many++;
        }
      }
    }
    return many;
  }

  private double distance(double dx, double dy) {
    return metric == Knox.Metric.EUCLID ? Math.sqrt(dx * dx + dy * dy) : dx + dy;
  }

  int size() {
    return index.size();
  }

  double[] sorted(double[] values) {
    return index.sorted(values);
  }

  KnoxMargin margin() {
    int[][] degree = new int[bands.counted()][size()];
    for (int i = 0; i < size(); i++) {
      for (int k = start[i]; k < start[i + 1]; k++) {
        degree[partner[k] >>> BAND_SHIFT][i]++;
        degree[partner[k] >>> BAND_SHIFT][partner[k] & EVENT]++;
      }
    }
    return KnoxMargin.of(size(), bands.all(), (i, band) -> degree[band][i]);
  }

  /** Adds to the counts of each distance band, so many apart, the pairs in each finite time band. */
  void count(double[] days, KnoxBands time, long[] counts, int columns) {
    int[] partners = partner;
    double limit = time.limit();
    for (int i = 0; i < days.length; i++) {
      double day = days[i];
      int to = start[i + 1];
      for (int k = start[i]; k < to; k++) {
        int packed = partners[k];
        double apart = Math.abs(days[packed & EVENT] - day);
        if (apart < limit) {
          counts[(packed >>> BAND_SHIFT) * columns + time.band(apart)]++;
        }
      }
    }
  }

  /** Pairs of a band whose days differ by at least so much and by less than so much, as original indexes. */
  int[] pairs(int band, double[] days, double from, double until) {
    int[] found = new int[16];
    int size = 0;
    for (int i = 0; i < size(); i++) {
      for (int k = start[i]; k < start[i + 1]; k++) {
        int other = index.order[partner[k] & EVENT];
        int low = Math.min(index.order[i], other);
        int high = Math.max(index.order[i], other);
        double apart = Math.abs(days[low] - days[high]);
        if (partner[k] >>> BAND_SHIFT == band && apart >= from && apart < until) {
          found = size + 2 > found.length ? Arrays.copyOf(found, 2 * found.length) : found;
          found[size++] = low;
          found[size++] = high;
        }
      }
    }
    return Arrays.copyOf(found, size);
  }
}
