package org.lamplight.http;

import static org.lamplight.fault.Fault.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.Set;
import org.lamplight.fault.Fault;

/** The JSON object that a request carries, read strictly: a field that is unknown, missing or of the wrong kind is INVALID and named. */
public final class JsonRequest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private final JsonNode body;

  private JsonRequest(JsonNode body) {
    this.body = body;
  }

  /** Reads the body; only the known fields may occur. */
  public static JsonRequest of(Context ctx, Set<String> known) {
    JsonNode body;
    try {
      body = JSON.readTree(ctx.bodyAsBytes());
    } catch (IOException e) {
      throw Fault.invalid("the body is not JSON that can be read");
    }
    require(body != null && body.isObject(), "the body must be a JSON object");
    body.fieldNames()
        .forEachRemaining(
            name -> require(known.contains(name), "\"" + name + "\" is not known here"));
    return new JsonRequest(body);
  }

  /** A text that must be there, without space around it, of at most so many characters. */
  public String text(String field, int longest) {
    String text = text(field, longest, "");
    require(!text.isEmpty(), field + ": a text is needed");
    return text;
  }

  /** A text that may be absent. */
  public String text(String field, int longest, String absent) {
    JsonNode value = body.get(field);
    if (value == null || value.isNull()) {
      return absent;
    }
    require(value.isTextual(), field + ": must be a text");
    String text = value.asText().strip();
    require(text.length() <= longest, field + ": is longer than " + longest + " characters");
    require(
        text.chars().noneMatch(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0x7f),
        field + ": holds a control character");
    return text;
  }

  /** Whether a field is true; absent is false. */
  public boolean truth(String field) {
    JsonNode value = body.get(field);
    require(
        value == null || value.isNull() || value.isBoolean(), field + ": must be true or false");
    return value != null && value.asBoolean(false);
  }

  /** A whole number of at least 0 that may be absent. */
  public OptionalLong count(String field) {
    JsonNode value = body.get(field);
    if (value == null || value.isNull()) {
      return OptionalLong.empty();
    }
    require(
        value.isIntegralNumber() && value.canConvertToLong() && value.asLong() >= 0,
        field + ": must be a whole number");
    return OptionalLong.of(value.asLong());
  }
}
