package org.lamplight.study;

import static org.lamplight.fault.Fault.invalid;
import static org.lamplight.fault.Fault.require;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lamplight.analysis.area.Neighbors;
import org.lamplight.analysis.area.Style;
import org.lamplight.analysis.area.Weights;
import org.lamplight.fault.Fault;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Who is whose neighbor, from lists, outlines or points, and how much each neighbor weighs.
 *
 * @param self whether each place is a neighbor of its own too, as far as the request says so
 */
record Weighting(Neighbors neighbors, Style style, boolean self) {

  /** The size of a layer's cells, from which their distance band follows. */
  static final String SPACING = "spacing";

  private static final Set<String> MEMBERS =
      Set.of("kind", "k", "distance", "style", "includeSelf");

  static final List<Input> INPUTS = List.of(
      Input.optional(
          "neighbors",
          "For each value the 0-based places of its neighbors",
          Schema.list(Schema.list(Schema.of("integer")))),
      Input.optional(
          "areas",
          "Outlines in the order of the values, as GeoJSON polygons; neighbors share a border",
          Schema.of("object")),
      Input.optional("x", "Eastings of the values, metres", Schema.numbers()),
      Input.optional("y", "Northings of the values, metres", Schema.numbers()),
      Input.optional(
          "weights",
          "Kind of neighborhood: queen, rook, knn with k, distance with distance in metres; style B (binary) or W (rows that add up to 1); includeSelf",
          schema()));

  private static Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("kind", Schema.choice("queen", "rook", "knn", "distance"));
    properties.put("k", Schema.whole(8, 1, 1_000));
    properties.put("distance", Schema.positive());
    properties.put("style", Schema.choice("B", "W"));
    properties.put("includeSelf", Schema.flag(false));
    Map<String, Object> schema = Schema.of("object");
    schema.put("properties", properties);
    return schema;
  }

  /** Reads them for so many values; {@code usual} is the style where none is named. */
  static Weighting read(Values values, int size, Style usual) {
    Values weights = values.part("weights");
    weights.requireOnly("weights", MEMBERS);
    Style style =
        weights.choice("style", usual.name(), usual == Style.B ? "W" : "B").equals("B")
            ? Style.B
            : Style.W;
    Neighbors neighbors = neighbors(values, weights, size);
    require(
        neighbors.size() == size,
        "weights: there are " + size + " values and " + neighbors.size() + " places");
    boolean self = weights.flag("includeSelf", false);
    return new Weighting(self ? neighbors.withSelf() : neighbors, style, self);
  }

  private static Neighbors neighbors(Values values, Values weights, int size) {
    if (values.has("neighbors")) {
      return Neighbors.of(values.neighbors("neighbors", size));
    }
    boolean points = values.has("x");
    boolean outlines = values.has("areas");
    require(points || outlines, "neighbors: give neighbors, areas, or x and y with weights");
    String kind =
        weights.choice("kind", usualKind(points, weights), "queen", "rook", "knn", "distance");
    if (kind.equals("queen") || kind.equals("rook")) {
      require(outlines, "weights: " + kind + " needs areas");
      List<Geometry> areas = values.areas("areas");
      return kind.equals("queen") ? Neighbors.queen(areas) : Neighbors.rook(areas);
    }
    double[][] places = points
        ? new double[][] {values.numbers("x"), values.numbers("y")}
        : centroids(values.areas("areas"));
    try {
      return kind.equals("knn")
          ? Neighbors.nearest(places[0], places[1], weights.whole("k", 8, 1, 1_000))
          : Neighbors.within(places[0], places[1], distance(values, weights));
    } catch (Fault fault) {
      // What is wrong with their centres is wrong with the outlines.
      throw points
          ? fault
          : new Fault(fault.kind(), fault.sentence().replaceFirst("^x, y:", "areas:"), fault);
    }
  }

  /** What is meant where no kind is named: a number of neighbors or a distance says which. */
  private static String usualKind(boolean points, Values weights) {
    require(
        weights.has("kind") || !weights.has("k") || !weights.has("distance"),
        "weights: k and distance are of two kinds; name the kind");
    if (weights.has("k")) {
      return "knn";
    }
    return points || weights.has("distance") ? "distance" : "queen";
  }

  /** One and a half times the spacing of cells holds the ring around each. */
  private static double distance(Values values, Values weights) {
    if (weights.has("distance")) {
      return weights.positive("distance");
    }
    if (values.has(SPACING)) {
      return 1.5 * values.numbers(SPACING)[0];
    }
    throw invalid("weights.distance: is needed, in metres");
  }

  private static double[][] centroids(List<Geometry> areas) {
    double[][] places = new double[2][areas.size()];
    for (int i = 0; i < areas.size(); i++) {
      Point centre = areas.get(i).getCentroid();
      places[0][i] = centre.getX();
      places[1][i] = centre.getY();
    }
    return places;
  }

  Weights weights() {
    return Weights.of(neighbors, style);
  }
}
