package org.lamplight.analysis.series;

import java.util.Arrays;

/** Means and residual sums of squares of the stretches of a series, from sums kept once. */
final class Segments {

  private final double[] sum;
  private final double[] squares;
  private final double shift;
  private final int n;

  Segments(double[] series) {
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
    double rss = 0;
    for (int k = 0; k <= breaks.length; k++) {
      rss += rss(k == 0 ? 0 : breaks[k - 1], k == breaks.length ? n : breaks[k]);
    }
    return rss;
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
    double[][] cost = new double[most + 1][n + 1];
    int[][] last = new int[most + 1][n + 1];
    for (double[] row : cost) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    for (int until = least; until <= n; until++) {
      cost[0][until] = rss(0, until);
    }
    for (int m = 1; m <= most; m++) {
      for (int until = (m + 1) * least; until <= n; until++) {
        for (int at = m * least; at <= until - least; at++) {
          double with = cost[m - 1][at] + rss(at, until);
          if (with < cost[m][until]) {
            cost[m][until] = with;
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
