package org.lamplight.analysis.point;

/**
 * For each band the pairs in it whatever else holds, and how they hang together.
 *
 * @param pairs by band, what is left over at the end
 * @param chains by band: the sum over events of pairs of their partners, C(degree, 2)
 */
record KnoxMargin(long[] pairs, double[] chains) {

  /** From each event's number of partners by band. */
  static KnoxMargin of(int events, int bands, Degrees degrees) {
    long[] twice = new long[bands];
    double[] chains = new double[bands];
    long[] partners = new long[bands];
    for (int i = 0; i < events; i++) {
      long left = events - 1L;
      for (int band = 0; band < bands - 1; band++) {
        partners[band] = degrees.at(i, band);
        left -= partners[band];
      }
      partners[bands - 1] = left;
      for (int band = 0; band < bands; band++) {
        twice[band] += partners[band];
        chains[band] += partners[band] * (partners[band] - 1.0) / 2;
      }
    }
    for (int band = 0; band < bands; band++) {
      twice[band] /= 2;
    }
    return new KnoxMargin(twice, chains);
  }

  /** How many partners an event has in a finite band. */
  @FunctionalInterface
  interface Degrees {
    long at(int event, int band);
  }

  /** From times alone. */
  static KnoxMargin ofTimes(double[] days, KnoxBands bands) {
    double[] sorted = days.clone();
    java.util.Arrays.sort(sorted);
    int n = sorted.length;
    long[][] within = new long[bands.counted() + 1][n];
    for (int edge = 1; edge <= bands.counted(); edge++) {
      int low = 0;
      int high = 0;
      for (int i = 0; i < n; i++) {
        while (!(sorted[i] - sorted[low] < bands.finite[edge])) {
          low++;
        }
        while (high < n && sorted[high] - sorted[i] < bands.finite[edge]) {
          high++;
        }
        within[edge][i] = high - low - 1L;
      }
    }
    return of(n, bands.all(), (i, band) -> within[band + 1][i] - within[band][i]);
  }
}
