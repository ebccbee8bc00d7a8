package org.lamplight.study;

import static org.lamplight.fault.Fault.invalid;
import static org.lamplight.fault.Fault.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Polygons from the GeoJSON of a request, in whatever plane it is in. */
final class Outlines {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int MOST_VERTICES = 200_000;

  private Outlines() {}

  /** The polygons of a FeatureCollection, a GeometryCollection, or a list of features or geometries. */
  static List<Geometry> list(String name, JsonNode node) {
    JsonNode members = switch (node.path("type").asText()) {
      case "FeatureCollection" -> node.path("features");
      case "GeometryCollection" -> node.path("geometries");
      default -> node;
    };
    require(members.isArray(), name + ": must be a FeatureCollection or a list of polygons");
    List<Geometry> all = new ArrayList<>();
    int vertices = 0;
    for (JsonNode member : members) {
      Geometry geometry = one(name + "[" + all.size() + "]", member);
      vertices += geometry.getNumPoints();
      require(vertices <= MOST_VERTICES, name + ": holds more than " + MOST_VERTICES + " points");
      all.add(geometry);
    }
    return all;
  }

  /**
   * A polygon: GeoJSON, a ring of pairs, the coordinates of a Polygon or MultiPolygon, or a box of four numbers, the lower corner
   * first, bare or as {@code bbox}.
   */
  static Geometry one(String name, JsonNode node) {
    if (node.isArray()) {
      return bare(name, node);
    }
    if (node.path("bbox").isArray() && !node.has("type")) {
      return box(name, node.path("bbox"));
    }
    if (!node.has("type")) {
      return corners(name, node);
    }
    return switch (node.path("type").asText()) {
      case "Feature" -> one(name, node.path("geometry"));
      case "FeatureCollection", "GeometryCollection" -> {
        List<Geometry> parts = list(name, node);
        require(!parts.isEmpty(), name + ": is empty");
        yield parts.size() == 1 ? parts.get(0) : FACTORY.buildGeometry(parts).union();
      }
      case "Polygon" -> valid(name, polygon(name, node.path("coordinates")));
      case "MultiPolygon" -> valid(name, multi(name, node.path("coordinates")));
      default ->
        throw invalid(
            name
                + ": must be a GeoJSON Polygon or MultiPolygon, its coordinates, or a box [minX, minY, maxX, maxY]");
    };
  }

  /** A box by the names of its sides, or a ring by its eastings and northings. */
  private static Geometry corners(String name, JsonNode node) {
    for (String[] sides : List.of(
        new String[] {"xmin", "ymin", "xmax", "ymax"},
        new String[] {"minX", "minY", "maxX", "maxY"})) {
      if (node.has(sides[0])) {
        ArrayNode box = JsonNodeFactory.instance.arrayNode();
        for (String side : sides) {
          box.add(node.path(side));
        }
        return box(name, box);
      }
    }
    require(
        node.path("x").isArray() && node.path("x").size() == node.path("y").size(),
        name + ": must be GeoJSON, a ring of pairs, or a box [minX, minY, maxX, maxY]");
    if (node.path("x").size() == 2) {
      return box(
          name,
          JsonNodeFactory.instance
              .arrayNode()
              .add(node.path("x").get(0))
              .add(node.path("y").get(0))
              .add(node.path("x").get(1))
              .add(node.path("y").get(1)));
    }
    ArrayNode pairs = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < node.path("x").size(); i++) {
      pairs.add(JsonNodeFactory.instance
          .arrayNode()
          .add(node.path("x").get(i))
          .add(node.path("y").get(i)));
    }
    return ring(name, pairs);
  }

  /** What it is shows in how deep its numbers lie. */
  private static Geometry bare(String name, JsonNode node) {
    return switch (depth(node)) {
      case 1 -> box(name, node);
      case 2 -> ring(name, node);
      case 3 -> valid(name, polygon(name, node));
      case 4 -> valid(name, multi(name, node));
      default -> throw invalid(name + ": must be a ring of pairs of numbers, or a box");
    };
  }

  private static int depth(JsonNode node) {
    int depth = 0;
    for (JsonNode at = node; at.isArray() && depth < 5; at = at.path(0)) {
      depth++;
    }
    return depth;
  }

  private static Geometry box(String name, JsonNode node) {
    double[] n = Values.numbers(name, node);
    require(n.length == 4, name + ": a box is [minX, minY, maxX, maxY]");
    require(n[0] < n[2] && n[1] < n[3], name + ": the lower corner must come first");
    return FACTORY.toGeometry(new Envelope(n[0], n[2], n[1], n[3]));
  }

  private static Geometry ring(String name, JsonNode node) {
    return valid(name, FACTORY.createPolygon(linearRing(name, node)));
  }

  private static Geometry multi(String name, JsonNode polygons) {
    List<Polygon> parts = new ArrayList<>();
    polygons.forEach(each -> parts.add(polygon(name, each)));
    return parts.size() == 1
        ? parts.get(0)
        : FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
  }

  private static Polygon polygon(String name, JsonNode rings) {
    require(rings.isArray() && !rings.isEmpty(), name + ": a polygon needs a ring");
    List<LinearRing> all = new ArrayList<>();
    rings.forEach(ring -> all.add(linearRing(name, ring)));
    return FACTORY.createPolygon(all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new));
  }

  /** Closes a ring that is open. */
  private static LinearRing linearRing(String name, JsonNode pairs) {
    require(pairs.isArray() && pairs.size() >= 3, name + ": a ring needs three corners");
    List<Coordinate> corners = new ArrayList<>();
    for (JsonNode pair : pairs) {
      require(
          pair.isArray()
              && pair.size() >= 2
              && pair.get(0).isNumber()
              && pair.get(1).isNumber(),
          name + ": a corner is a pair of numbers");
      corners.add(new Coordinate(pair.get(0).doubleValue(), pair.get(1).doubleValue()));
    }
    if (!corners.get(0).equals2D(corners.get(corners.size() - 1))) {
      corners.add(new Coordinate(corners.get(0)));
    }
    require(corners.size() >= 4, name + ": a ring needs three corners");
    return FACTORY.createLinearRing(corners.toArray(Coordinate[]::new));
  }

  /** A stored outline; one whose corners fall together when they are rounded is made valid again. */
  static Geometry repaired(String name, JsonNode node) {
    Geometry geometry = node.path("type").asText().equals("Polygon")
        ? polygon(name, node.path("coordinates"))
        : multi(name, node.path("coordinates"));
    return geometry.isValid() ? geometry : geometry.buffer(0);
  }

  private static Geometry valid(String name, Geometry geometry) {
    require(!geometry.isEmpty(), name + ": is empty");
    require(geometry.isValid(), name + ": crosses itself");
    return geometry;
  }
}
