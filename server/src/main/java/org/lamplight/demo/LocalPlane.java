package org.lamplight.demo;

import org.locationtech.jts.geom.Coordinate;

/**
 * A flat map of a city in metres around its middle, used to draw synthetic outlines and to place synthetic incidents.
 *
 * <p>It is affine in longitude and latitude, so that straight edges stay straight and shared edges stay shared. Lengths are true
 * to about half a percent within a city; nothing is measured with it.
 */
record LocalPlane(double lon0, double lat0) {

  private static final double METRES_PER_DEGREE = 111_195;

  private double lonScale() {
    return METRES_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(lat0));
  }

  Coordinate toMetres(double lon, double lat) {
    return new Coordinate((lon - lon0) * lonScale(), (lat - lat0) * METRES_PER_DEGREE);
  }

  Coordinate toDegrees(double x, double y) {
    return new Coordinate(lon0 + x / lonScale(), lat0 + y / METRES_PER_DEGREE);
  }
}
