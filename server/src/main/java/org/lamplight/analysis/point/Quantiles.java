package org.lamplight.analysis.point;

/** Quantiles of drawn values. */
final class Quantiles {

  private Quantiles() {}

  /** Between the values on both sides in proportion, as R's type 7; NaN of nothing. */
  static double of(double[] ascending, double share) {
    if (ascending.length == 0) {
      return Double.NaN;
    }
    double place = share * (ascending.length - 1);
    int low = (int) Math.floor(place);
    int high = Math.min(ascending.length - 1, low + 1);
    return ascending[low] + (place - low) * (ascending[high] - ascending[low]);
  }
}
