package org.lamplight.analysis.point;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Twelve events worked out by hand, and windows. */
final class Twelve {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  static final Points POINTS = new Points(
      new double[] {100, 120, 150, 400, 420, 430, 800, 820, 150, 600, 610, 900},
      new double[] {100, 110, 140, 400, 390, 430, 200, 220, 700, 650, 660, 900});
  static final double[] DAYS = {0, 2, 3, 10, 11, 30, 40, 41, 15, 20, 22, 60};
  static final Geometry SQUARE = box(0, 0, 1000, 1000);

  private Twelve() {}

  static Geometry box(double west, double south, double east, double north) {
    return GEOMETRY.toGeometry(new Envelope(west, east, south, north));
  }

  /** A polygon from its corners, not closed. */
  static Geometry polygon(double[] x, double[] y) {
    Coordinate[] ring = new Coordinate[x.length + 1];
    for (int i = 0; i <= x.length; i++) {
      ring[i] = new Coordinate(x[i % x.length], y[i % x.length]);
    }
    return GEOMETRY.createPolygon(ring);
  }

  /** Evenly thrown; only the first lies so far east that a few in a corner are not taken for degrees. */
  static Points random(long seed, int size, double width, double height) {
    java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
    double[] x = new double[size];
    double[] y = new double[size];
    for (int i = 0; i < size; i++) {
      x[i] = random.nextDouble() * width;
      y[i] = random.nextDouble() * height;
    }
    x[0] = 0.2 * width + 0.8 * x[0];
    return new Points(x, y);
  }

  static int[] shuffled(int size, long seed) {
    java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
    int[] order = java.util.stream.IntStream.range(0, size).toArray();
    for (int i = size - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int held = order[i];
      order[i] = order[other];
      order[other] = held;
    }
    return order;
  }
}
