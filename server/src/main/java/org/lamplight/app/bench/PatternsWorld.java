package org.lamplight.app.bench;

import java.util.SplittableRandom;
import org.lamplight.analysis.point.Points;

/** Events of a made-up city of 1,200 km2: half anywhere, half around three thousand corners, over two years. */
final class PatternsWorld {

  private static final double SIDE = Math.sqrt(1.2e9);
  private static final int CORNERS = 3_000;
  private static final double SPREAD = 120;
  private static final int DAYS = 730;

  double side() {
    return SIDE;
  }

  Points points(int events) {
    SplittableRandom random = new SplittableRandom(1);
    double[] cornerX = new double[CORNERS];
    double[] cornerY = new double[CORNERS];
    for (int i = 0; i < CORNERS; i++) {
      cornerX[i] = SPREAD * 6 + random.nextDouble() * (SIDE - SPREAD * 12);
      cornerY[i] = SPREAD * 6 + random.nextDouble() * (SIDE - SPREAD * 12);
    }
    double[] x = new double[events];
    double[] y = new double[events];
    for (int i = 0; i < events; i++) {
      if (i % 2 == 0) {
        x[i] = random.nextDouble() * SIDE;
        y[i] = random.nextDouble() * SIDE;
      } else {
        int corner = (int) (CORNERS * random.nextDouble() * random.nextDouble());
        x[i] = cornerX[corner] + bell(random);
        y[i] = cornerY[corner] + bell(random);
      }
    }
    return new Points(x, y);
  }

  /** About normal, never farther than six spreads. */
  private static double bell(SplittableRandom random) {
    double sum = -6;
    for (int k = 0; k < 12; k++) {
      sum += random.nextDouble();
    }
    return SPREAD * sum;
  }

  double[] days(int events) {
    SplittableRandom random = new SplittableRandom(2);
    double[] days = new double[events];
    for (int i = 0; i < events; i++) {
      days[i] = random.nextInt(DAYS);
    }
    return days;
  }
}
