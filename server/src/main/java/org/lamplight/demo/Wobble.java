package org.lamplight.demo;

import org.locationtech.jts.geom.Coordinate;

/**
 * A smooth displacement of the plane that bends straight cell edges into soft ones.
 *
 * <p>It depends on the place alone, so an edge shared by two cells stays shared; its slope is below 1, so it never folds and has
 * an inverse, found by fixed-point iteration.
 *
 * @param metres largest displacement along each axis
 */
record Wobble(double metres) {

  private static final double LONG = 2_900;
  private static final double SHORT = 1_100;

  Coordinate bend(Coordinate p) {
    return new Coordinate(
        p.x + metres * wave(p.x / LONG + p.y / SHORT, p.y / LONG - 0.3 * p.x / SHORT),
        p.y + metres * wave(p.x / SHORT - p.y / LONG, p.x / LONG + 0.4 * p.y / SHORT));
  }

  Coordinate straighten(Coordinate bent) {
    Coordinate p = bent.copy();
    for (int i = 0; i < 60; i++) {
      Coordinate again = bend(p);
      p = new Coordinate(p.x + bent.x - again.x, p.y + bent.y - again.y);
    }
    return p;
  }

  private static double wave(double a, double b) {
    return (StrictMath.sin(2 * StrictMath.PI * a) + StrictMath.sin(2 * StrictMath.PI * b + 1.3))
        / 2;
  }
}
