package org.lamplight.ogc.process;

import static org.lamplight.fault.Fault.invalid;
import static org.lamplight.fault.Fault.require;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.lamplight.study.WholeText;

/**
 * What an execution asks for.
 *
 * @param outputs to give; none for all
 * @param document whether the outputs come as one JSON document
 */
record ExecutionRequest(ObjectNode inputs, Set<String> outputs, boolean document) {

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private static final Set<String> MEMBERS = Set.of("inputs", "outputs", "response", "mode", "id");

  static ExecutionRequest parse(byte[] body) {
    JsonNode request = read(body);
    require(request.isObject(), "the body must be a JSON object with inputs");
    WholeText.require(request);
    for (Map.Entry<String, JsonNode> member : request.properties()) {
      require(
          MEMBERS.contains(member.getKey()),
          "an execution has no member '" + shown(member.getKey()) + "'");
    }
    JsonNode inputs = request.path("inputs");
    require(inputs instanceof ObjectNode || inputs.isMissingNode(), "inputs: must be an object");
    String response = request.path("response").asText("raw");
    require(
        response.equals("raw") || response.equals("document"), "response: must be raw or document");
    ObjectNode given = inputs instanceof ObjectNode object ? object : JSON.createObjectNode();
    return new ExecutionRequest(
        given, outputs(request.path("outputs")), response.equals("document"));
  }

  private static JsonNode read(byte[] body) {
    try {
      JsonNode node = JSON.readTree(body);
      return node == null ? JSON.missingNode() : node;
    } catch (JsonProcessingException e) {
      throw invalid("the body is not JSON, or gives a name twice");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> outputs(JsonNode outputs) {
    require(
        outputs.isMissingNode() || outputs.isNull() || outputs.isObject(),
        "outputs: must be an object with a member for each output");
    Set<String> names = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> output : outputs.properties()) {
      String mode = output.getValue().path("transmissionMode").asText("value");
      require(
          mode.equals("value"),
          "outputs." + shown(output.getKey()) + ": outputs are given by value only");
      names.add(output.getKey());
    }
    return names;
  }

  private static String shown(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "…" : name;
  }

  /** The same with outputs that are all known. */
  ExecutionRequest requireOutputs(Collection<String> known) {
    for (String output : outputs) {
      require(known.contains(output), "outputs: there is no output '" + shown(output) + "'");
    }
    return this;
  }

  /** As it is kept with a job. */
  String text() {
    ObjectNode text = JSON.createObjectNode();
    text.set("inputs", inputs);
    if (!outputs.isEmpty()) {
      ObjectNode named = text.putObject("outputs");
      outputs.forEach(named::putObject);
    }
    text.put("response", document ? "document" : "raw");
    return text.toString();
  }

  /** One that was kept. */
  static ExecutionRequest ofText(String text) {
    return parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
