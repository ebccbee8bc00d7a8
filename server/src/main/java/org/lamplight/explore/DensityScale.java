package org.lamplight.explore;

import java.util.ArrayList;
import java.util.List;

/**
 * Class breaks of the map in incidents per km2. They come from hexagons of one size over the whole city, never from what is in
 * view, so that a colour means the same wherever and however closely one looks.
 */
final class DensityScale {

  /** Distance between opposite sides of the hexagons that the breaks come from, metres. */
  static final double REFERENCE_METRES = 500;

  private static final double[] SHARES = {0.4, 0.7, 0.88, 0.97};

  private DensityScale() {}

  /** At most four rising breaks at round numbers: 40, 70, 88 and 97 % of the hexagons with incidents lie below them. */
  static List<Double> breaks(double[] risingDensities) {
    List<Double> breaks = new ArrayList<>();
    for (double share : SHARES) {
      if (risingDensities.length == 0) {
        break;
      }
      double value = round(risingDensities[(int) (share * (risingDensities.length - 1))]);
      if (breaks.isEmpty() || value > breaks.get(breaks.size() - 1)) {
        breaks.add(value);
      }
    }
    return breaks;
  }

  /** Rounds to one of 1, 1.5, 2, 3, 5, 7 times a power of ten. */
  static double round(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    double best = power;
    for (double step : new double[] {1, 1.5, 2, 3, 5, 7, 10}) {
      if (Math.abs(Math.log(value / (step * power))) < Math.abs(Math.log(value / best))) {
        best = step * power;
      }
    }
    return best;
  }
}
