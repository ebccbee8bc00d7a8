package org.lamplight.ogc.process;

import static org.lamplight.fault.Fault.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.StreamSupport;
import org.lamplight.fault.Fault;
import org.lamplight.study.ResultJson;
import org.lamplight.study.Schema;
import org.lamplight.study.Work;

/** The process that gives back what it is given, so that clients can be tried without knowing anybody or anything. */
final class Echo {

  static final String ID = "echo";
  private static final int LARGEST = 64 * 1024;
  private static final int LONGEST_PAUSE = 10;
  private static final String PAUSE = "pause";
  private static final List<String> ECHOED = List.of("text", "numbers", "box", "mixed", "document");

  private Echo() {}

  static List<String> outputs() {
    return ECHOED;
  }

  static Map<String, Object> inputs() {
    Map<String, Object> inputs = new LinkedHashMap<>();
    inputs.put("text", described("A text", Schema.of("string")));
    inputs.put("numbers", described("Whole numbers", list()));
    inputs.put("box", described("A box with its CRS", box()));
    inputs.put("mixed", described("A text or an object", mixed()));
    inputs.put("document", described("A plain text of a stated media type", document()));
    Map<String, Object> pause = Schema.of("integer");
    pause.put("minimum", 0);
    pause.put("maximum", LONGEST_PAUSE);
    pause.put("default", 0);
    inputs.put(PAUSE, described("Seconds to wait before the answer", pause));
    return inputs;
  }

  /** An output has the id of its input. */
  static Map<String, Object> outputDescriptions() {
    Map<String, Object> outputs = new LinkedHashMap<>();
    outputs.put("text", output("The text", Schema.of("string")));
    outputs.put("numbers", output("The numbers", list()));
    outputs.put("box", output("The box", box()));
    outputs.put("mixed", output("The text or object", mixed()));
    outputs.put("document", output("The plain text", document()));
    return outputs;
  }

  private static Map<String, Object> described(String title, Map<String, Object> schema) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("title", title);
    input.put("minOccurs", 0);
    input.put("maxOccurs", 1);
    input.put("schema", schema);
    return input;
  }

  private static Map<String, Object> output(String title, Map<String, Object> schema) {
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("title", title);
    output.put("schema", schema);
    return output;
  }

  private static Map<String, Object> list() {
    Map<String, Object> schema = Schema.of("array");
    schema.put("items", Schema.of("integer"));
    return schema;
  }

  private static Map<String, Object> mixed() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("oneOf", List.of(Schema.of("string"), Schema.of("object")));
    return schema;
  }

  private static Map<String, Object> document() {
    Map<String, Object> schema = Schema.of("string");
    schema.put("contentMediaType", "text/plain");
    return schema;
  }

  private static Map<String, Object> box() {
    Map<String, Object> numbers = Schema.of("array");
    numbers.put("items", Schema.of("number"));
    numbers.put("minItems", 4);
    numbers.put("maxItems", 6);
    Map<String, Object> object = Schema.of("object");
    object.put("required", List.of("bbox"));
    object.put("properties", Map.of("bbox", numbers, "crs", Schema.of("string")));
    Map<String, Object> format = new LinkedHashMap<>();
    format.put("format", "ogc-bbox");
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("allOf", List.of(format, object));
    return schema;
  }

  /** What it is asked, checked. */
  static Asked read(ObjectNode inputs) {
    if (inputs.toString().length() > LARGEST) {
      throw new Fault(Fault.Kind.TOO_LARGE, "echo takes at most 64 KB");
    }
    require(!inputs.isEmpty(), "inputs: at least one is needed");
    ObjectNode values = inputs.objectNode();
    inputs.properties().forEach(entry -> {
      String name = entry.getKey();
      boolean known = ECHOED.contains(name) || name.equals(PAUSE);
      require(
          known, "inputs: echo has no such input; it has " + String.join(", ", ECHOED) + ", pause");
      values.set(name, checked(name, bare(name, entry.getValue())));
    });
    return new Asked(values.path(PAUSE).asInt(0), values.without(PAUSE));
  }

  private static JsonNode bare(String name, JsonNode value) {
    require(!value.has("href"), name + ": is not fetched from elsewhere; send it in the request");
    return value.isObject() && value.has("value") ? value.path("value") : value;
  }

  private static JsonNode checked(String name, JsonNode value) {
    boolean good = switch (name) {
      case "text", "document" -> value.isTextual();
      case "numbers" -> value.isArray() && each(value).allMatch(JsonNode::isIntegralNumber);
      case "box" -> isBox(value);
      case "mixed" -> value.isTextual() || value.isObject();
      default -> value.isIntegralNumber() && value.asLong() >= 0 && value.asLong() <= LONGEST_PAUSE;
    };
    require(good, name + ": does not have the kind that the description of echo says");
    return value;
  }

  private static boolean isBox(JsonNode value) {
    JsonNode numbers = value.path("bbox");
    return value.isObject()
        && Set.of(4, 6).contains(numbers.size())
        && each(numbers).allMatch(JsonNode::isNumber)
        && (value.path("crs").isMissingNode() || value.path("crs").isTextual());
  }

  private static java.util.stream.Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  /** An echo to be given. */
  record Asked(int pauseSeconds, JsonNode outputs) {

    byte[] run(Work work) {
      try {
        for (int tenth = 0; tenth < 10 * pauseSeconds; tenth++) {
          Thread.sleep(Duration.ofMillis(100).toMillis());
          work.progress(tenth / (10.0 * pauseSeconds));
        }
      } catch (InterruptedException e) {
        throw new CancellationException();
      }
      return ResultJson.bytes(outputs);
    }
  }
}
