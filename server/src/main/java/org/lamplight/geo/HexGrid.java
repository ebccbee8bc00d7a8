package org.lamplight.geo;

/**
 * A grid of equal hexagons in a plane of metres, pointed at the top, with one centred on the origin. A hexagon is named by
 * its axial coordinates (q to the east, r to the north-east).
 *
 * @param across distance between opposite sides, metres
 */
public record HexGrid(double across) {

  private static final double SQRT3 = Math.sqrt(3);

  /** Planar area of one hexagon, km2. */
  public double areaKm2() {
    return across * across * SQRT3 / 2 / 1e6;
  }

  /** The hexagon that holds a point, as q and r packed by {@link #pack}. Rounds in cube coordinates. */
  public long cell(double x, double y) {
    double r = y / (across * SQRT3 / 2);
    double q = x / across - r / 2;
    double s = -q - r;
    long roundQ = Math.round(q);
    long roundR = Math.round(r);
    long roundS = Math.round(s);
    double offQ = Math.abs(roundQ - q);
    double offR = Math.abs(roundR - r);
    double offS = Math.abs(roundS - s);
    if (offQ > offR && offQ > offS) {
      roundQ = -roundR - roundS;
    } else if (offR > offS) {
      roundR = -roundQ - roundS;
    }
    return pack(roundQ, roundR);
  }

  public static long pack(long q, long r) {
    return q << 32 | (r & 0xffffffffL);
  }

  public static int q(long cell) {
    return (int) (cell >> 32);
  }

  public static int r(long cell) {
    return (int) cell;
  }

  public double centreX(long cell) {
    return across * (q(cell) + r(cell) / 2.0);
  }

  public double centreY(long cell) {
    return across * SQRT3 / 2 * r(cell);
  }

  /** The closed ring of a hexagon: seven pairs of x and y, counter-clockwise. */
  public double[] ring(long cell) {
    double[] ring = new double[14];
    double radius = across / SQRT3;
    for (int corner = 0; corner <= 6; corner++) {
      double angle = Math.PI / 6 + corner % 6 * Math.PI / 3;
      ring[2 * corner] = centreX(cell) + radius * Math.cos(angle);
      ring[2 * corner + 1] = centreY(cell) + radius * Math.sin(angle);
    }
    return ring;
  }
}
