package org.lamplight.study;

import static org.lamplight.fault.Fault.invalid;
import static org.lamplight.fault.Fault.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The inputs of a run: those that came with the request, and those that a stored layer fills. Read strictly: what is missing
 * or of another kind is INVALID and named. What was read with a default is remembered, for the record of the run.
 */
final class Values {

  private final ObjectNode given;
  private final Map<String, Object> filled;
  private final Map<String, @Nullable Object> defaults = new LinkedHashMap<>();

  /**
   * Inputs.
   *
   * @param given what came with the request
   * @param filled what a layer holds, by the input's name: {@code double[]} or a list of geometries
   */
  Values(ObjectNode given, Map<String, Object> filled) {
    this.given = given;
    this.filled = filled;
  }

  /** Whether the data is a stored layer's: then a run below the method's minimum is refused. */
  boolean stored() {
    return !filled.isEmpty();
  }

  boolean has(String name) {
    return filled.containsKey(name)
        || !(given.path(name).isMissingNode() || given.path(name).isNull());
  }

  /** What was not given and was taken for it. */
  Map<String, @Nullable Object> defaults() {
    return defaults;
  }

  JsonNode node(String name) {
    require(has(name), name + ": is needed");
    return given.path(name);
  }

  /** Finite numbers. */
  double[] numbers(String name) {
    double[] numbers = numbersOrGaps(name);
    for (double number : numbers) {
      require(
          !Double.isNaN(number),
          name
              + (filled.containsKey(name)
                  ? ": nothing is recorded in some of the periods, and this needs each; choose a time without them"
                  : ": must hold numbers only, not null"));
    }
    return numbers;
  }

  double @Nullable [] findNumbers(String name) {
    return has(name) ? numbers(name) : null;
  }

  /** Numbers, with NaN where null stands. */
  double[] numbersOrGaps(String name) {
    if (filled.get(name) instanceof double[] ready) {
      return ready;
    }
    return numbers(name, node(name));
  }

  static double[] numbers(String name, JsonNode list) {
    require(list.isArray(), name + ": must be a list of numbers");
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode item = list.get(i);
      require(item.isNumber() || item.isNull(), name + "[" + i + "]: must be a number");
      numbers[i] = item.isNull() ? Double.NaN : item.doubleValue();
      require(!Double.isInfinite(numbers[i]), name + "[" + i + "]: is too large a number");
    }
    return numbers;
  }

  /** Rows of numbers, with NaN where null stands. */
  double[][] rows(String name) {
    if (filled.get(name) instanceof double[][] ready) {
      return ready;
    }
    JsonNode list = node(name);
    require(list.isArray(), name + ": must be a list of lists of numbers");
    double[][] rows = new double[list.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = numbers(name + "[" + i + "]", list.get(i));
      require(rows[i].length == rows[0].length, name + ": its lists must be equally long");
    }
    return rows;
  }

  /** Lists of 0-based places in a list of that size. */
  int[][] neighbors(String name, int size) {
    JsonNode list = node(name);
    require(
        list.isArray() && list.size() == size,
        name + ": must hold one list for each of the " + size + " values");
    int[][] all = new int[size][];
    for (int i = 0; i < size; i++) {
      JsonNode row = list.get(i);
      String at = name + "[" + i + "]";
      require(row.isArray(), at + ": must be a list of 0-based numbers");
      all[i] = new int[row.size()];
      for (int k = 0; k < row.size(); k++) {
        JsonNode item = row.get(k);
        require(
            item.isIntegralNumber()
                && item.canConvertToInt()
                && item.intValue() >= 0
                && item.intValue() < size,
            at + ": must hold whole numbers from 0 to " + (size - 1));
        all[i][k] = item.intValue();
      }
    }
    return all;
  }

  double number(String name) {
    JsonNode item = node(name);
    require(item.isNumber() && Double.isFinite(item.doubleValue()), name + ": must be a number");
    return item.doubleValue();
  }

  double number(String name, double fallback) {
    return has(name) ? number(name) : fallback(name, fallback);
  }

  double positive(String name) {
    double number = number(name);
    require(number > 0, name + ": must be above 0");
    return number;
  }

  int whole(String name, int fallback, int least, int most) {
    if (!has(name)) {
      return (int) fallback(name, fallback);
    }
    JsonNode item = node(name);
    boolean whole = item.isIntegralNumber()
        || (item.isNumber() && item.doubleValue() == Math.rint(item.doubleValue()));
    require(
        whole && item.doubleValue() >= least && item.doubleValue() <= most,
        name + ": must be a whole number from " + least + " to " + most);
    return item.intValue();
  }

  /** What chance begins with; 1 where nothing is said, so that a run can always be repeated. */
  long seed() {
    if (!has("seed")) {
      return (long) fallback("seed", 1);
    }
    JsonNode item = node("seed");
    require(item.isIntegralNumber() && item.canConvertToLong(), "seed: must be a whole number");
    return item.longValue();
  }

  boolean flag(String name, boolean fallback) {
    if (!has(name)) {
      defaults.put(name, fallback);
      return fallback;
    }
    require(node(name).isBoolean(), name + ": must be true or false");
    return node(name).booleanValue();
  }

  /** One of the allowed words, the first where nothing is said. */
  String choice(String name, String... allowed) {
    if (!has(name)) {
      defaults.put(name, allowed[0]);
      return allowed[0];
    }
    String word = node(name).asText();
    for (String each : allowed) {
      if (node(name).isTextual() && each.equalsIgnoreCase(word)) {
        return each;
      }
    }
    throw invalid(name + ": must be one of " + String.join(", ", allowed));
  }

  /** What a layer says in words or dates besides its data; null for data of the request. */
  @Nullable
  Object ofLayer(String name) {
    return filled.get(name);
  }

  /** Minutes of local time that a layer holds. */
  long @Nullable [] minutes(String name) {
    return filled.get(name) instanceof long[] ready ? ready : null;
  }

  /** Texts, from the request or a layer. */
  @SuppressWarnings("unchecked")
  List<@Nullable String> texts(String name) {
    if (filled.get(name) instanceof List<?> ready) {
      return (List<@Nullable String>) ready;
    }
    JsonNode list = node(name);
    require(list.isArray(), name + ": must be a list of texts");
    List<@Nullable String> texts = new ArrayList<>();
    for (JsonNode item : list) {
      require(item.isTextual() || item.isNull(), name + ": must be a list of texts");
      texts.add(item.isNull() ? null : item.asText());
    }
    return texts;
  }

  /** Outlines in the plane, from GeoJSON or a layer. */
  @SuppressWarnings("unchecked")
  List<Geometry> areas(String name) {
    Object ready = filled.get(name);
    return ready instanceof List<?> list ? (List<Geometry>) list : Outlines.list(name, node(name));
  }

  /** One outline in the plane. */
  @Nullable
  Geometry findArea(String name) {
    if (filled.get(name) instanceof Geometry ready) {
      return ready;
    }
    return has(name) ? Outlines.one(name, node(name)) : null;
  }

  private double fallback(String name, double value) {
    defaults.put(name, value);
    return value;
  }

  /** Faults unless the lists are equally long. */
  static void requireSame(String what, int... lengths) {
    for (int length : lengths) {
      require(length == lengths[0], what + ": must be equally long");
    }
  }

  /** Faults where there is a member that nobody would read. */
  void requireOnly(String name, Set<String> members) {
    given.properties().forEach(entry -> {
      String member = entry.getKey();
      require(
          members.contains(member),
          name + ": knows no '" + (member.length() > 40 ? member.substring(0, 40) : member)
              + "', only " + String.join(", ", members.stream().sorted().toList()));
    });
  }

  /** An object within an input, such as {@code weights}; an empty one where there is none. */
  Values part(String name) {
    JsonNode node = given.path(name);
    require(node.isMissingNode() || node.isNull() || node.isObject(), name + ": must be an object");
    ObjectNode object =
        node.isObject() ? (ObjectNode) node : Objects.requireNonNull(given.objectNode());
    return new Values(object, Map.of());
  }
}
