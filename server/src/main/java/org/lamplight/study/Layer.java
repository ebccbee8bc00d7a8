package org.lamplight.study;

import static org.lamplight.fault.Fault.invalid;
import static org.lamplight.fault.Fault.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A stored layer that a run names instead of carrying data.
 *
 * @param collection its id; incidents
 * @param filter filter parameters by name, as the collection's items take them
 * @param areas the set of areas to count by
 * @param grid the cells to count by
 * @param periods equal periods to count by, up to the end of the filter's time
 * @param train the earlier time of a back-test
 * @param test the later one
 * @param against another earlier time, whose counts a back-test has to beat
 * @param by what a table of areas is crossed with: offence or group
 */
record Layer(
    String collection,
    Map<String, String> filter,
    @Nullable String areas,
    @Nullable Grid grid,
    @Nullable Periods periods,
    @Nullable String train,
    @Nullable String test,
    @Nullable String against,
    @Nullable String by) {

  static final String INPUT = "layer";
  private static final int MOST_PERIODS = 600;
  private static final Set<String> MEMBERS =
      Set.of("collection", "filter", "areas", "grid", "periods", "train", "test", "against", "by");

  /** Equal cells in the metric plane; size is the distance between opposite sides, metres. */
  record Grid(boolean hexagons, double size) {}

  /** So many periods of so many days, or of calendar months where {@code months} is set. */
  record Periods(int days, int count, boolean months) {}

  static Layer parse(JsonNode node) {
    require(node.isObject(), "layer: must be an object with a collection and a filter");
    node.fieldNames()
        .forEachRemaining(
            name -> require(MEMBERS.contains(name), "layer: there is no member '" + name + "'"));
    return new Layer(
        text(node, "collection", "incidents"),
        filter(node.path("filter")),
        node.has("areas") ? text(node, "areas", "") : null,
        node.has("grid") ? grid(node.path("grid")) : null,
        node.has("periods") ? periods(node.path("periods")) : null,
        node.has("train") ? text(node, "train", "") : null,
        node.has("test") ? text(node, "test", "") : null,
        node.has("against") ? text(node, "against", "") : null,
        node.has("by") ? object("layer", node).choice("by", "offence", "group") : null);
  }

  /** Faults where it says what only another method can take. */
  void requireFits(LayerUse use) {
    boolean pack = use == LayerUse.PACK;
    require(pack || by == null, "layer.by: only the monthly pack is crossed with offences");
    require(
        pack || periods == null || !periods.months(),
        "layer.periods.unit: months are unequally long, and only the monthly pack heeds that; take days");
  }

  private static String text(JsonNode node, String name, String fallback) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      return fallback;
    }
    require(value.isTextual() && !value.asText().isBlank(), "layer." + name + ": must be a text");
    return value.asText();
  }

  /** Values as the items' query spells them; a list is joined by commas. */
  private static Map<String, String> filter(JsonNode node) {
    require(node.isMissingNode() || node.isObject(), "layer.filter: must be an object");
    Map<String, String> filter = new LinkedHashMap<>();
    node.properties().forEach(entry -> {
      JsonNode value = entry.getValue();
      String text = value.isArray()
          ? String.join(
              ",",
              StreamSupport.stream(value.spliterator(), false)
                  .map(JsonNode::asText)
                  .toList())
          : value.asText();
      require(
          value.isArray() || value.isValueNode(),
          "layer.filter." + entry.getKey() + ": must be a value");
      require(
          text.length() <= 2_000,
          "layer.filter." + entry.getKey() + ": is longer than 2000 characters");
      filter.put(entry.getKey(), text);
    });
    return filter;
  }

  private static Grid grid(JsonNode node) {
    Values values = object("layer.grid", node);
    values.requireOnly("layer.grid", Set.of("kind", "size"));
    String kind = values.choice("kind", "hexagons", "squares");
    double size = values.number("size", kind.equals("hexagons") ? 250 : 150);
    require(size >= 50 && size <= 20_000, "layer.grid.size: must lie between 50 and 20000 metres");
    return new Grid(kind.equals("hexagons"), size);
  }

  private static Periods periods(JsonNode node) {
    Values values = object("layer.periods", node);
    values.requireOnly("layer.periods", Set.of("days", "count", "unit"));
    boolean months = values.choice("unit", "day", "month").equals("month");
    require(!months || !values.has("days"), "layer.periods.days: months have days of their own");
    return new Periods(
        months ? 0 : values.whole("days", 28, 1, 366),
        values.whole("count", months ? 13 : 24, 2, MOST_PERIODS),
        months);
  }

  private static Values object(String name, JsonNode node) {
    if (node instanceof com.fasterxml.jackson.databind.node.ObjectNode object) {
      return new Values(object, Map.of());
    }
    throw invalid(name + ": must be an object");
  }

  /** What it is, for the record of a run. */
  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("collection", collection);
    json.put("filter", filter);
    putIfThere(json, "areas", areas);
    if (grid != null) {
      Map<String, @Nullable Object> cells = new LinkedHashMap<>();
      cells.put("kind", grid.hexagons() ? "hexagons" : "squares");
      cells.put("size", grid.size());
      json.put("grid", cells);
    }
    if (periods != null) {
      Map<String, @Nullable Object> equal = new LinkedHashMap<>();
      if (periods.months()) {
        equal.put("unit", "month");
      } else {
        equal.put("days", periods.days());
      }
      equal.put("count", periods.count());
      json.put("periods", equal);
    }
    putIfThere(json, "train", train);
    putIfThere(json, "test", test);
    putIfThere(json, "against", against);
    putIfThere(json, "by", by);
    return json;
  }

  private static void putIfThere(
      Map<String, @Nullable Object> json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  /** Its JSON Schema. */
  static Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("collection", Schema.choice("incidents"));
    properties.put("filter", Schema.of("object"));
    properties.put("areas", Schema.of("string"));
    properties.put("grid", gridSchema());
    properties.put("periods", periodsSchema());
    properties.put("train", Schema.of("string"));
    properties.put("test", Schema.of("string"));
    properties.put("against", Schema.of("string"));
    properties.put("by", Schema.choice("offence", "group"));
    Map<String, Object> schema = Schema.of("object");
    schema.put("required", new ArrayList<>(List.of("collection")));
    schema.put("properties", properties);
    return schema;
  }

  private static Map<String, Object> gridSchema() {
    Map<String, Object> schema = Schema.of("object");
    schema.put(
        "properties",
        Map.of("kind", Schema.choice("hexagons", "squares"), "size", Schema.number(250)));
    return schema;
  }

  private static Map<String, Object> periodsSchema() {
    Map<String, Object> schema = Schema.of("object");
    schema.put(
        "properties",
        Map.of(
            "unit",
            Schema.choice("day", "month"),
            "days",
            Schema.whole(28, 1, 366),
            "count",
            Schema.whole(24, 2, MOST_PERIODS)));
    return schema;
  }
}
