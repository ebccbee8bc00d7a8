package org.lamplight.access;

import static org.lamplight.fault.Fault.invalid;
import static org.lamplight.fault.Fault.require;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JSON object in the body of a request, read strictly: a field that is unknown, missing or of another kind is INVALID and named. */
final class Fields {

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();
  private static final int LONGEST = 1_000;
  private final JsonNode object;

  private Fields(JsonNode object) {
    this.object = object;
  }

  /** Reads the body; only the known fields may occur. */
  static Fields of(Context ctx, String... known) {
    JsonNode object = parse(ctx.bodyAsBytes());
    require(object.isObject(), "the body must be a JSON object");
    Set<String> names = Set.of(known);
    object
        .fieldNames()
        .forEachRemaining(name -> require(
            names.contains(name),
            "unknown field \"" + (name.length() > 40 ? name.substring(0, 40) + "..." : name)
                + "\""));
    return new Fields(object);
  }

  private static JsonNode parse(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw invalid("the body is not JSON, or gives a field twice");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String name) {
    String text = find(name);
    if (text == null) {
      throw invalid(name + ": is needed");
    }
    return text;
  }

  @Nullable
  String find(String name) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    require(value.isTextual(), name + ": must be a text");
    require(value.textValue().length() <= LONGEST, name + ": is longer than 1000 characters");
    require(value.textValue().indexOf('\0') < 0, name + ": holds a NUL");
    return value.textValue();
  }

  boolean flag(String name) {
    JsonNode value = object.path(name);
    require(value.isBoolean(), name + ": must be true or false");
    return value.booleanValue();
  }

  int number(String name) {
    JsonNode value = object.path(name);
    require(value.isIntegralNumber() && value.canConvertToInt(), name + ": must be a whole number");
    return value.intValue();
  }

  List<String> texts(String name) {
    JsonNode value = object.path(name);
    require(value.isArray() && value.size() <= 10, name + ": must be a list of at most 10 texts");
    List<String> texts = new ArrayList<>();
    for (JsonNode each : value) {
      require(each.isTextual(), name + ": must be a list of texts");
      texts.add(each.textValue());
    }
    return texts;
  }
}
