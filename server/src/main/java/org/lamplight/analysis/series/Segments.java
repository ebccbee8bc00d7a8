package org.lamplight.analysis.series;

import java.util.Arrays;

/** Means and costs of the stretches of a series, from sums kept once. */
final class Segments {

  /** What a stretch costs that is held to one level. */
  enum Cost {
    /** Its residual sum of squares. */
    LEAST_SQUARES,
    /** Twice its negative logarithm of the likelihood of Poisson counts, but for what every partition has. */
    POISSON
  }

  private final double[] sum;
  private final double[] squares;
  private final double shift;
  private final int n;
  private final Cost cost;

  Segments(double[] series, Cost cost) {
    this.cost = cost;
    n = series.length;
    shift = Arrays.stream(series).sum() / n;
    sum = new double[n + 1];
    squares = new double[n + 1];
    for (int i = 0; i < n; i++) {
      double off = series[i] - shift;
      sum[i + 1] = sum[i] + off;
      squares[i + 1] = squares[i] + off * off;
    }
  }

  double mean(int from, int until) {
    return shift + (sum[until] - sum[from]) / (until - from);
  }

  double rss(int from, int until) {
    double total = sum[until] - sum[from];
    return Math.max(0, squares[until] - squares[from] - total * total / (until - from));
  }

  double rss(int[] breaks) {
    return sum(breaks, this::rss);
  }

  /** The cost of a partition. */
  double cost(int[] breaks) {
    return sum(breaks, this::cost);
  }

  private double cost(int from, int until) {
    if (cost == Cost.LEAST_SQUARES) {
      return rss(from, until);
    }
    double events = Math.rint(mean(from, until) * (until - from));
    return events == 0 ? 0 : -2 * events * Math.log(events / (until - from));
  }

  private double sum(int[] breaks, Stretch stretch) {
    double sum = 0;
    for (int k = 0; k <= breaks.length; k++) {
      sum += stretch.of(k == 0 ? 0 : breaks[k - 1], k == breaks.length ? n : breaks[k]);
    }
    return sum;
  }

  /** A number for a stretch. */
  private interface Stretch {
    double of(int from, int until);
  }

  double[] means(int[] breaks) {
    double[] means = new double[breaks.length + 1];
    for (int k = 0; k <= breaks.length; k++) {
      means[k] = mean(k == 0 ? 0 : breaks[k - 1], k == breaks.length ? n : breaks[k]);
    }
    return means;
  }

  /** The best breaks for each number of them up to the most, with segments of a least length. */
  int[][] best(int least, int most) {
    double[][] cheapest = new double[most + 1][n + 1];
    int[][] last = new int[most + 1][n + 1];
    for (double[] row : cheapest) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    for (int until = least; until <= n; until++) {
      cheapest[0][until] = cost(0, until);
    }
    for (int m = 1; m <= most; m++) {
      for (int until = (m + 1) * least; until <= n; until++) {
        for (int at = m * least; at <= until - least; at++) {
          double with = cheapest[m - 1][at] + cost(at, until);
          if (with < cheapest[m][until]) {
            cheapest[m][until] = with;
            last[m][until] = at;
          }
        }
      }
    }
    int[][] breaks = new int[most + 1][];
    for (int m = 0; m <= most; m++) {
      breaks[m] = new int[m];
      int until = n;
      for (int k = m; k > 0; k--) {
        until = last[k][until];
        breaks[m][k - 1] = until;
      }
    }
    return breaks;
  }
}
