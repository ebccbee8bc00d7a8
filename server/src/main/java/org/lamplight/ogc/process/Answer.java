package org.lamplight.ogc.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.lamplight.study.AnalysisRun;
import org.lamplight.study.ResultJson;

/**
 * What was found, as the execution asked for it: one JSON document, the bare value of the one output, or one part for each of
 * several (RFC 2387).
 */
record Answer(String type, byte[] body) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXT = "text/plain; charset=utf-8";

  /** Makes it from all outputs as one JSON object. */
  static Answer of(ExecutionRequest request, byte[] outputs) {
    // An analysis gives no more than what is asked for, but always how it was run: then nothing is
    // to be left out.
    boolean whole = request.outputs().isEmpty() || request.outputs().contains(AnalysisRun.RUN);
    if (request.document() && whole) {
      return new Answer("application/json", outputs);
    }
    ObjectNode chosen = chosen(request, outputs);
    if (request.document()) {
      return new Answer("application/json", ResultJson.bytes(chosen));
    }
    if (chosen.size() == 1) {
      JsonNode value = chosen.elements().next();
      return new Answer(type(value), bytes(value));
    }
    return parts(chosen);
  }

  private static ObjectNode chosen(ExecutionRequest request, byte[] outputs) {
    try {
      ObjectNode all = (ObjectNode) JSON.readTree(outputs);
      return request.outputs().isEmpty() ? all : all.retain(request.outputs());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer parts(ObjectNode outputs) {
    String boundary = boundary(outputs);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, JsonNode> output : outputs.properties()) {
      JsonNode value = output.getValue();
      // No line stands before the first boundary: clients find the boundary there.
      body.writeBytes(ascii("--" + boundary + "\r\nContent-Type: " + type(value)
          + "\r\nContent-ID: <" + output.getKey() + ">\r\n\r\n"));
      body.writeBytes(bytes(value));
      body.writeBytes(ascii("\r\n"));
    }
    body.writeBytes(ascii("--" + boundary + "--\r\n"));
    return new Answer("multipart/related; boundary=" + boundary, body.toByteArray());
  }

  /** The same for the same outputs, and in none of them. */
  private static String boundary(ObjectNode outputs) {
    byte[] text = ResultJson.bytes(outputs);
    int seed = 0;
    while (true) {
      String boundary =
          "part-" + HexFormat.of().toHexDigits(java.util.Arrays.hashCode(text) + seed);
      if (!new String(text, StandardCharsets.UTF_8).contains(boundary)) {
        return boundary;
      }
      seed++;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String type(JsonNode value) {
    if (value.isTextual()) {
      return TEXT;
    }
    return value.path("type").asText().equals("FeatureCollection")
        ? "application/geo+json"
        : "application/json";
  }

  private static byte[] bytes(JsonNode value) {
    return value.isTextual()
        ? value.textValue().getBytes(StandardCharsets.UTF_8)
        : ResultJson.bytes(value);
  }
}
