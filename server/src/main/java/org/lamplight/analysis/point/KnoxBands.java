package org.lamplight.analysis.point;

import java.util.Arrays;

/**
 * Half-open bands as they are asked for, and as they are counted: from 0 to the largest finite break, with what lies below the first break
 * as a band that is not shown, and the band without an end, if there is one, as what is left over.
 */
final class KnoxBands {

  /** Finite breaks from 0. */
  final double[] finite;

  /** Whether a band below those asked for was put before them. */
  private final boolean hidden;

  /** Whether the last band has no end. */
  final boolean open;

  /** How many bands are asked for. */
  final int shown;

  private KnoxBands(double[] finite, boolean hidden, boolean open, int shown) {
    this.finite = finite;
    this.hidden = hidden;
    this.open = open;
    this.shown = shown;
  }

  static KnoxBands of(double[] breaks) {
    boolean open = Double.isInfinite(breaks[breaks.length - 1]);
    double[] ends = open ? Arrays.copyOf(breaks, breaks.length - 1) : breaks;
    boolean hidden = ends[0] > 0;
    double[] finite = ends;
    if (hidden) {
      finite = new double[ends.length + 1];
      System.arraycopy(ends, 0, finite, 1, ends.length);
    }
    return new KnoxBands(finite, hidden, open, breaks.length - 1);
  }

  /** Finite bands, with the hidden one. */
  int counted() {
    return finite.length - 1;
  }

  /** All bands: the counted ones and what is left over. */
  int all() {
    return counted() + 1;
  }

  /** Of a band as asked for, its number among all. */
  int inner(int shownBand) {
    return shownBand + (hidden ? 1 : 0);
  }

  /** The largest finite break. */
  double limit() {
    return finite[finite.length - 1];
  }

  /** The finite band that holds a value below the limit. */
  int band(double value) {
    int band = 0;
    while (value >= finite[band + 1]) {
      band++;
    }
    return band;
  }
}
