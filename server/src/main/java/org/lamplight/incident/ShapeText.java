package org.lamplight.incident;

import static org.lamplight.fault.Fault.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Shape;
import org.lamplight.filter.ShapeRules;
import org.lamplight.geo.BBox;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.WKBWriter;

/** Shapes as GeoJSON: a polygon, several, or a circle as a point with {@code radiusMetres}. */
public final class ShapeText {

  private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 4326);
  private static final double MOST_METRES = 100_000;

  private ShapeText() {}

  /** Reads a geometry or a feature; INVALID with what is wrong and where. */
  public static Shape parse(JsonNode json, City city) {
    JsonNode geometry = json.path("type").asText().equals("Feature") ? json.path("geometry") : json;
    String type = geometry.path("type").asText();
    JsonNode coordinates = geometry.path("coordinates");
    Shape shape = switch (type) {
      case "Point" -> circle(coordinates, json.path("properties").path("radiusMetres"), city);
      case "Polygon" -> valid(polygon(coordinates, new int[1]));
      case "MultiPolygon" -> valid(polygons(coordinates));
      default ->
        throw Fault.invalid(
            "shape: a Polygon, a MultiPolygon or a Point with radiusMetres is needed");
    };
    requireInCity(shape, city);
    return shape;
  }

  private static Shape valid(Geometry geometry) {
    try {
      return ShapeRules.of(geometry);
    } catch (Fault e) {
      throw Fault.invalid("shape: " + e.sentence());
    }
  }

  private static void requireInCity(Shape shape, City city) {
    BBox extent = city.profile().extent();
    Envelope box = new Envelope(extent.west(), extent.east(), extent.south(), extent.north());
    require(
        shape.geometry().getEnvelopeInternal().intersects(box), "shape: it lies outside the city");
  }

  private static Shape circle(JsonNode centre, JsonNode radius, City city) {
    require(
        radius.isNumber() && radius.asDouble() > 0 && radius.asDouble() <= MOST_METRES,
        "shape: radiusMetres must be above 0 and at most 100,000");
    Coordinate place = place(centre);
    try {
      return Circles.around(city, place.getX(), place.getY(), radius.asDouble());
    } catch (Fault e) {
      throw Fault.invalid("shape: " + e.sentence());
    }
  }

  private static Geometry polygons(JsonNode parts) {
    require(parts.isArray() && !parts.isEmpty(), "shape: coordinates are missing");
    int[] vertices = new int[1];
    List<Polygon> polygons = new ArrayList<>();
    parts.forEach(part -> polygons.add(polygon(part, vertices)));
    return GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static Polygon polygon(JsonNode rings, int[] vertices) {
    require(rings.isArray() && !rings.isEmpty(), "shape: coordinates are missing");
    List<LinearRing> all = new ArrayList<>();
    rings.forEach(ring -> all.add(ring(ring, vertices)));
    return GEOMETRY.createPolygon(
        all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(JsonNode places, int[] vertices) {
    require(places.isArray(), "shape: a ring must be a list of positions");
    vertices[0] += places.size();
    require(vertices[0] <= ShapeRules.MOST_VERTICES, "shape: it has more than 5,000 vertices");
    Coordinate[] ring = new Coordinate[places.size()];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = place(places.get(i));
    }
    require(
        ring.length >= 4 && ring[0].equals2D(ring[ring.length - 1]),
        "shape: a ring must have at least four positions and end where it begins");
    return GEOMETRY.createLinearRing(ring);
  }

  private static Coordinate place(JsonNode position) {
    require(
        position.isArray()
            && position.size() >= 2
            && position.get(0).isNumber()
            && position.get(1).isNumber()
            && Double.isFinite(position.get(0).asDouble())
            && Double.isFinite(position.get(1).asDouble()),
        "shape: a position must be two numbers, longitude and latitude");
    return new Coordinate(position.get(0).asDouble(), position.get(1).asDouble());
  }

  /** The id of a shape: 130 bits of a hash of its vertices, so that the same shape has the same one. */
  public static String id(Shape shape) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(new WKBWriter().write(shape.geometry()));
      String digits = new BigInteger(1, hash).toString(36).toLowerCase(Locale.ROOT);
      return "0".repeat(Math.max(0, 26 - digits.length()))
          + digits.substring(0, Math.min(26, digits.length()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
