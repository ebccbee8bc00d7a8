package org.lamplight.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/** GeoJSON geometry made a shape in longitude and latitude, with a reason for what cannot be one. */
final class GeoJsonShape {

  private static final GeometryFactory SHAPES = new GeometryFactory(new PrecisionModel(), 4326);

  private GeoJsonShape() {}

  /** Why a geometry is no shape. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String reason;

    Unusable(String reason, String detail) {
      super(detail);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }

    String detail() {
      return String.valueOf(getMessage());
    }
  }

  /** A polygon or multipolygon. */
  static Geometry area(JsonNode geometry) throws Unusable {
    Geometry shape = parse(geometry);
    if (shape.getDimension() != 2) {
      throw new Unusable("geometry_type", "an area needs a Polygon or MultiPolygon");
    }
    return shape;
  }

  /** A point, polygon or multipolygon. */
  static Geometry parse(JsonNode geometry) throws Unusable {
    String type = geometry.path("type").asText("none");
    JsonNode coordinates = geometry.path("coordinates");
    return switch (type) {
      case "Point" -> SHAPES.createPoint(position(coordinates));
      case "Polygon" -> polygon(coordinates);
      case "MultiPolygon" -> multiPolygon(coordinates);
      case "none" -> throw new Unusable("missing_geometry", "the feature has no geometry");
      default -> throw new Unusable("geometry_type", type);
    };
  }

  private static Geometry multiPolygon(JsonNode parts) throws Unusable {
    List<Polygon> polygons = new ArrayList<>();
    for (JsonNode part : parts) {
      polygons.add(polygon(part));
    }
    if (polygons.isEmpty()) {
      throw new Unusable("missing_geometry", "the multipolygon has no polygon");
    }
    return SHAPES.createMultiPolygon(polygons.toArray(new Polygon[0]));
  }

  private static Polygon polygon(JsonNode rings) throws Unusable {
    if (!rings.isArray() || rings.isEmpty()) {
      throw new Unusable("missing_geometry", "the polygon has no ring");
    }
    LinearRing shell = ring(rings.get(0));
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(rings.get(i + 1));
    }
    return SHAPES.createPolygon(shell, holes);
  }

  private static LinearRing ring(JsonNode positions) throws Unusable {
    List<Coordinate> coordinates = new ArrayList<>();
    for (JsonNode position : positions) {
      coordinates.add(position(position));
    }
    if (coordinates.size() >= 3
        && !coordinates.get(0).equals2D(coordinates.get(coordinates.size() - 1))) {
      coordinates.add(coordinates.get(0).copy());
    }
    if (coordinates.size() < 4) {
      throw new Unusable("bad_ring", "a ring needs at least three points");
    }
    return SHAPES.createLinearRing(coordinates.toArray(new Coordinate[0]));
  }

  private static Coordinate position(JsonNode position) throws Unusable {
    JsonNode x = position.path(0);
    JsonNode y = position.path(1);
    if (!x.isNumber() || !y.isNumber()) {
      throw new Unusable("bad_coordinates", "a position is no pair of numbers");
    }
    boolean onEarth = Math.abs(x.doubleValue()) <= 180 && Math.abs(y.doubleValue()) <= 90;
    if (!onEarth) {
      throw new Unusable("not_longitude_latitude", "position " + x.asText() + ", " + y.asText());
    }
    return new CoordinateXY(x.doubleValue(), y.doubleValue());
  }
}
