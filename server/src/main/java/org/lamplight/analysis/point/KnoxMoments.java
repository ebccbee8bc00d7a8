package org.lamplight.analysis.point;

/** Exact expectation and variance of each count when times are dealt anew. D. Barton and F. David (1966). */
final class KnoxMoments {

  final double[] expected;
  final double[] variance;

  /** By place band, then time band, all of them. */
  KnoxMoments(KnoxMargin places, KnoxMargin times, int events) {
    int columns = times.pairs().length;
    this.expected = new double[places.pairs().length * columns];
    this.variance = new double[expected.length];
    double n = events;
    double pairs = n * (n - 1) / 2;
    for (int cell = 0; cell < expected.length; cell++) {
      double s = places.pairs()[cell / columns];
      double t = times.pairs()[cell % columns];
      double chainS = places.chains()[cell / columns];
      double chainT = times.chains()[cell % columns];
      double mean = s * t / pairs;
      double touching = 4 * chainS * chainT / (n * (n - 1) * (n - 2));
      double apart = 4
          * (s * (s - 1) - 2 * chainS)
          * (t * (t - 1) - 2 * chainT)
          / (n * (n - 1) * (n - 2) * (n - 3));
      expected[cell] = mean;
      double found = mean + touching + apart - mean * mean;
      boolean rounding = found < 1e-12 * (mean + mean * mean);
      variance[cell] = rounding ? 0 : found;
    }
  }

  /** Distance from the expectation in standard deviations, NaN where nothing varies. */
  double[] standardised(long[] counts) {
    double[] z = new double[counts.length];
    for (int cell = 0; cell < z.length; cell++) {
      z[cell] = variance[cell] > 0
          ? (counts[cell] - expected[cell]) / Math.sqrt(variance[cell])
          : Double.NaN;
    }
    return z;
  }
}
