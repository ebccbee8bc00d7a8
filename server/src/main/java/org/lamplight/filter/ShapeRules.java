package org.lamplight.filter;

import static org.lamplight.fault.Fault.require;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** What makes a geometry a {@link Shape}. */
public final class ShapeRules {

  /** Vertices that a shape may have. */
  public static final int MOST_VERTICES = 5_000;

  private ShapeRules() {}

  /**
   * The shape of a polygon or several in degrees.
   *
   * <ul>
   *   <li><b>Input</b>: a polygon or multipolygon in CRS84.
   *   <li><b>Output</b>: the shape.
   *   <li><b>Errors</b>: INVALID when it is of another kind, empty, too large, off the Earth, or crosses itself; with the place.
   *   <li><b>Cost</b>: n log n in the vertices.
   * </ul>
   */
  public static Shape of(Geometry geometry) {
    require(
        geometry instanceof Polygon || geometry instanceof MultiPolygon,
        "a polygon or multipolygon is needed");
    require(!geometry.isEmpty(), "the polygon is empty");
    require(geometry.getNumPoints() <= MOST_VERTICES, "the polygon has more than 5,000 vertices");
    for (Coordinate place : geometry.getCoordinates()) {
      require(
          Math.abs(place.getX()) <= 180 && Math.abs(place.getY()) <= 90,
          "longitudes must lie in [-180, 180] and latitudes in [-90, 90]");
    }
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    require(
        error == null,
        error == null
            ? ""
            : "the polygon is not simple: " + error.getMessage() + " at "
                + error.getCoordinate().getX() + " " + error.getCoordinate().getY());
    return new Shape(geometry);
  }
}
