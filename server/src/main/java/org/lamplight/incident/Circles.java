package org.lamplight.incident;

import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Shape;
import org.lamplight.geo.BBox;
import org.lamplight.geo.Projection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/** Circles of a radius in metres as shapes in degrees, so that they are asked for as all shapes are. */
final class Circles {

  /** Corners of the polygon that stands for a circle; it is off by at most 0.03 % of the radius. */
  private static final int CORNERS = 128;

  /** About a metre in a hundred million: as fine as places are published. */
  private static final double UNITS = 1e7;

  private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 4326);

  private Circles() {}

  /** The circle around a place; INVALID outside the city. */
  static Shape around(City city, double lon, double lat, double metres) {
    BBox extent = city.profile().extent();
    double margin = metres / 80_000;
    Fault.require(
        Double.isFinite(margin)
            && lon >= extent.west() - margin
            && lon <= extent.east() + margin
            && lat >= extent.south() - margin
            && lat <= extent.north() + margin,
        "the circle lies outside the city");
    Projection projection = Projection.of(city.profile().metricSrid());
    double[] middle = {lon, lat};
    projection.toMetric(middle);
    double[] corners = new double[2 * CORNERS];
    for (int corner = 0; corner < CORNERS; corner++) {
      double angle = 2 * Math.PI * corner / CORNERS;
      corners[2 * corner] = middle[0] + metres * Math.cos(angle);
      corners[2 * corner + 1] = middle[1] + metres * Math.sin(angle);
    }
    projection.toDegrees(corners);
    Coordinate[] ring = new Coordinate[CORNERS + 1];
    for (int corner = 0; corner < CORNERS; corner++) {
      ring[corner] = new Coordinate(rounded(corners[2 * corner]), rounded(corners[2 * corner + 1]));
    }
    ring[CORNERS] = ring[0];
    return new Shape(GEOMETRY.createPolygon(ring));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * UNITS) / UNITS;
  }
}
