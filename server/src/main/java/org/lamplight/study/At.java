package org.lamplight.study;

import static org.lamplight.fault.Fault.invalid;
import static org.lamplight.fault.Fault.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.point.Points;
import org.lamplight.fault.Fault;
import org.lamplight.geo.PlaneGrid;
import org.lamplight.geo.Projection;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Where a surface is worked out: at places, or at the centres of a grid's cells. */
record At(@Nullable Points points, @Nullable PlaneGrid grid) {

  static final List<Input> INPUTS = List.of(
      Input.optional(
          "at",
          "Places to work it out at: pairs, {x, y}, points as GeoJSON, or \"points\" for the events themselves",
          placesSchema()),
      Input.optional(
          "grid",
          "Cells to work it out at the centres of: the size in metres, [columns, rows], {cell}, or {columns, rows}",
          gridSchema()));

  /** Between the nodes of so many parts the bend of the projection is below two metres. */
  private static final int PARTS = 8;

  private static final Set<String> GRID_MEMBERS =
      Set.of("cell", "cellSize", "columns", "rows", "nx", "ny");

  private static final int MOST_CELLS = 1_100_000;

  private static Map<String, Object> placesSchema() {
    Map<String, Object> pairs = Schema.list(Schema.numbers());
    return Schema.oneOf(pairs, Schema.of("object"));
  }

  private static Map<String, Object> gridSchema() {
    return Schema.oneOf(Schema.positive(), Schema.of("object"));
  }

  /**
   * Reads it; without a word a grid over the window or the events.
   *
   * @param reach bandwidth, metres: how far the surface goes beyond the events
   */
  static At read(Values values, Points events, @Nullable Geometry window, double reach) {
    if (values.has("at")) {
      require(!values.has("grid"), "at, grid: give one of them");
      return new At(places(values.node("at"), events), null);
    }
    Envelope box = window == null ? new Envelope(events.extent()) : window.getEnvelopeInternal();
    if (window == null) {
      box.expandBy(reach);
    }
    double usual = Math.max(Math.max(25, reach / 10), Math.sqrt(box.getArea() / 260_000));
    PlaneGrid grid =
        values.has("grid") ? grid(values.node("grid"), box) : PlaneGrid.over(box, usual);
    if (grid.cells() > MOST_CELLS) {
      throw new Fault(
          Fault.Kind.TOO_LARGE, "grid: more than " + MOST_CELLS + " cells; take larger ones");
    }
    return new At(null, grid);
  }

  private static Points places(JsonNode node, Points events) {
    if (node.isTextual() && node.asText().equals("points")) {
      return events;
    }
    if (node instanceof ObjectNode object) {
      if (object.has("type")) {
        return geoJson(object, events);
      }
      Values pair = new Values(object, Map.of());
      return new Points(pair.numbers("x"), pair.numbers("y"));
    }
    require(node.isArray() && !node.isEmpty(), "at: must be a list of pairs");
    if (node.size() == 2 && node.get(0).isNumber()) {
      return new Points(
          new double[] {Values.numbers("at", node)[0]},
          new double[] {Values.numbers("at", node)[1]});
    }
    double[] x = new double[node.size()];
    double[] y = new double[node.size()];
    for (int i = 0; i < x.length; i++) {
      double[] pair = node.get(i) instanceof ObjectNode place
          ? new double[] {number(place, "x", i), number(place, "y", i)}
          : Values.numbers("at[" + i + "]", node.get(i));
      require(pair.length == 2, "at[" + i + "]: must be a pair of numbers");
      x[i] = pair[0];
      y[i] = pair[1];
    }
    return new Points(x, y);
  }

  private static double number(ObjectNode place, String axis, int i) {
    require(place.path(axis).isNumber(), "at[" + i + "]: must be a pair of numbers, or {x, y}");
    return place.path(axis).doubleValue();
  }

  private static Points geoJson(ObjectNode node, Points events) {
    ArrayNode pairs = node.arrayNode();
    switch (node.path("type").asText()) {
      case "Point" -> pairs.add(node.path("coordinates"));
      case "MultiPoint" -> node.path("coordinates").forEach(pairs::add);
      case "Feature" -> pairs.add(node.path("geometry").path("coordinates"));
      case "FeatureCollection" ->
        node.path("features").forEach(each -> pairs.add(each.path("geometry").path("coordinates")));
      default -> throw invalid("at: must be points as GeoJSON, a list of pairs, or {x, y}");
    }
    return places(pairs, events);
  }

  private static PlaneGrid grid(JsonNode node, Envelope box) {
    if (node.isNumber()) {
      return PlaneGrid.over(box, node.doubleValue());
    }
    if (node.isArray() && node.size() == 2) {
      ObjectNode counts = JsonNodeFactory.instance.objectNode();
      counts.set("columns", node.get(0));
      counts.set("rows", node.get(1));
      return grid(counts, box);
    }
    if (node instanceof ObjectNode object) {
      Values grid = new Values(object, Map.of());
      grid.requireOnly("grid", GRID_MEMBERS);
      String cell = oneOf(grid, "cell", "cellSize");
      String columns = oneOf(grid, "columns", "nx");
      String rows = oneOf(grid, "rows", "ny");
      if (grid.has(cell)) {
        require(!grid.has(columns) && !grid.has(rows), "grid: give cell, or columns and rows");
        return PlaneGrid.over(box, grid.positive(cell));
      }
      return PlaneGrid.over(
          box, grid.whole(columns, 128, 1, 5_000), grid.whole(rows, 128, 1, 5_000));
    }
    throw invalid(
        "grid: must be a size in metres, [columns, rows], or an object with cell, or with columns and rows");
  }

  /** The one of two names that is given. */
  private static String oneOf(Values grid, String name, String other) {
    require(!grid.has(name) || !grid.has(other), "grid: " + name + " and " + other + " are one");
    return grid.has(other) ? other : name;
  }

  /** Longitude and latitude of the corners of so many parts of the grid each way, row by row from the south-west. */
  private static double[][] nodes(PlaneGrid grid, int srid) {
    double[] pairs = new double[2 * (PARTS + 1) * (PARTS + 1)];
    double width = grid.cellWidth() * grid.columns() / PARTS;
    double height = grid.cellHeight() * grid.rows() / PARTS;
    for (int row = 0; row <= PARTS; row++) {
      for (int column = 0; column <= PARTS; column++) {
        int at = 2 * (row * (PARTS + 1) + column);
        pairs[at] = grid.west() + column * width;
        pairs[at + 1] = grid.south() + row * height;
      }
    }
    Projection.of(srid).toDegrees(pairs);
    double[][] nodes = new double[pairs.length / 2][];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = new double[] {pairs[2 * i], pairs[2 * i + 1]};
    }
    return nodes;
  }

  /** The grid, for whoever draws it: density is row by row from the south-west; of a layer also its place on the map. */
  @Nullable
  Map<String, Object> json(Values values) {
    if (grid == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("west", grid.west());
    json.put("south", grid.south());
    json.put("cellWidth", grid.cellWidth());
    json.put("cellHeight", grid.cellHeight());
    json.put("columns", grid.columns());
    json.put("rows", grid.rows());
    if (values.has(LayerReader.SRID)) {
      json.put("parts", PARTS);
      json.put("nodes", nodes(grid, (int) values.numbers(LayerReader.SRID)[0]));
    }
    return json;
  }
}
