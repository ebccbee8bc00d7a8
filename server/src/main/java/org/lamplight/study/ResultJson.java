package org.lamplight.study;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes results as JSON: the same value gives the same bytes, every number in full, null for what is no number. */
public final class ResultJson {

  private static final JsonFactory FACTORY = new ObjectMapper().getFactory();

  private ResultJson() {}

  /** The value, made of maps, lists, arrays, texts, numbers, truths and JSON nodes, as JSON. */
  public static byte[] bytes(@Nullable Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      write(json, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof double[] numbers) {
      doubles(json, numbers);
    } else if (value instanceof Map<?, ?> map) {
      map(json, map);
    } else if (value instanceof Iterable<?> all && !(value instanceof JsonNode)) {
      json.writeStartArray();
      for (Object each : all) {
        write(json, each);
      }
      json.writeEndArray();
    } else if (value.getClass().isArray()) {
      array(json, value);
    } else {
      scalar(json, value);
    }
  }

  private static void map(JsonGenerator json, Map<?, ?> map) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.writeFieldName(String.valueOf(entry.getKey()));
      write(json, entry.getValue());
    }
    json.writeEndObject();
  }

  private static void doubles(JsonGenerator json, double[] numbers) throws IOException {
    json.writeStartArray();
    for (double number : numbers) {
      number(json, number);
    }
    json.writeEndArray();
  }

  private static void array(JsonGenerator json, Object array) throws IOException {
    json.writeStartArray();
    int length = Array.getLength(array);
    for (int i = 0; i < length; i++) {
      write(json, Array.get(array, i));
    }
    json.writeEndArray();
  }

  private static void number(JsonGenerator json, double number) throws IOException {
    if (!Double.isFinite(number)) {
      json.writeNull();
    } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      // Whole numbers without a point, and no minus before zero.
      json.writeNumber((long) number);
    } else {
      json.writeNumber(number);
    }
  }

  private static void scalar(JsonGenerator json, Object value) throws IOException {
    if (value instanceof JsonNode node) {
      json.writeTree(node);
    } else if (value instanceof Double || value instanceof Float) {
      number(json, ((Number) value).doubleValue());
    } else if (value instanceof Number whole) {
      json.writeNumber(whole.longValue());
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(value.toString());
    }
  }
}
