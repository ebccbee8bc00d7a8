package org.lamplight.analysis.point;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.lamplight.fault.Fault;

/** All pairs of events within the largest finite distance, by band, found once. Events are numbered by place in a spatial index. */
final class NearPairs {

  private static final long MOST = 60_000_000;

  private final PointIndex index;
  private final Knox.Metric metric;
  private final KnoxBands bands;

  /** By band and event where its partners of higher number begin. */
  private final int[][] start;

  /** By band, the partners. */
  private final int[][] partner;

  NearPairs(Points points, Knox.Metric metric, KnoxBands bands) {
    this.metric = metric;
    this.bands = bands;
    double limit = bands.limit();
    this.index = new PointIndex(points.x(), points.y(), limit > 0 ? limit / 2 : 1);
    int n = points.size();
    this.start = new int[bands.counted()][n + 1];
    this.partner = new int[bands.counted()][];
    AtomicLong found = new AtomicLong();
    Parallel.ranges(n, (from, to) -> {
      for (int i = from; i < to; i++) {
        int event = i;
        int many = visit(event, (band, other) -> start[band][event + 1]++);
        if (found.addAndGet(many) > MOST) {
          throw new Fault(
              Fault.Kind.TOO_LARGE,
              "more than 60,000,000 pairs of events lie within the largest distance: take nearer bands or a shorter"
                  + " period");
        }
      }
    });
    for (int band = 0; band < start.length; band++) {
      for (int i = 0; i < n; i++) {
        start[band][i + 1] += start[band][i];
      }
      partner[band] = new int[start[band][n]];
    }
    Parallel.ranges(n, (from, to) -> {
      int[] next = new int[start.length];
      for (int i = from; i < to; i++) {
        for (int band = 0; band < next.length; band++) {
          next[band] = start[band][i];
        }
        visit(i, (band, other) -> partner[band][next[band]++] = other);
      }
    });
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
    int[][] degree = new int[partner.length][size()];
    for (int band = 0; band < partner.length; band++) {
      for (int i = 0; i < size(); i++) {
        degree[band][i] += start[band][i + 1] - start[band][i];
      }
      for (int other : partner[band]) {
        degree[band][other]++;
      }
    }
    return KnoxMargin.of(size(), bands.all(), (i, band) -> degree[band][i]);
  }

  /** Adds to the counts, by finite time band, the pairs of a distance band. */
  void count(int band, double[] days, KnoxBands time, long[] counts, int base) {
    int[] begin = start[band];
    int[] partners = partner[band];
    double limit = time.limit();
    for (int i = 0; i < days.length; i++) {
      double day = days[i];
      int to = begin[i + 1];
      for (int k = begin[i]; k < to; k++) {
        double apart = Math.abs(days[partners[k]] - day);
        if (apart < limit) {
          counts[base + time.band(apart)]++;
        }
      }
    }
  }

  /** Pairs of a band whose days differ by at least so much and by less than so much, as original indexes. */
  int[] pairs(int band, double[] days, double from, double until) {
    int[] found = new int[16];
    int size = 0;
    for (int i = 0; i < size(); i++) {
      for (int k = start[band][i]; k < start[band][i + 1]; k++) {
        int one = Math.min(index.order[i], index.order[partner[band][k]]);
        int other = Math.max(index.order[i], index.order[partner[band][k]]);
        double apart = Math.abs(days[one] - days[other]);
        if (apart >= from && apart < until) {
          found = size + 2 > found.length ? Arrays.copyOf(found, 2 * found.length) : found;
          found[size++] = one;
          found[size++] = other;
        }
      }
    }
    return Arrays.copyOf(found, size);
  }
}
