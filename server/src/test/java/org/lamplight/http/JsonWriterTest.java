package org.lamplight.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

/** Whatever is written is what another JSON reader reads. */
class JsonWriterTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static String written(Consumer<JsonWriter> writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonWriter json = new JsonWriter(bytes);
    writing.accept(json);
    json.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }

  @Property
  void stringsComeBackAsTheyWere(@ForAll @StringLength(max = 300) String text) {
    String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    String expected = whole.equals(text) ? text : "";
    if (!expected.isEmpty()) {
      assertEquals(expected, read(written(json -> json.string(text))).asText());
    }
    // What is no text, a lone surrogate, still gives JSON.
    assertTrue(read(written(json -> json.string(text))).isTextual());
  }

  @Property
  void wholeNumbersComeBack(@ForAll long value) {
    assertEquals(Long.toString(value), written(json -> json.number(value)));
  }

  @Property
  void decimalsAreRoundedToTheirPlaces(
      @ForAll @DoubleRange(min = -1e8, max = 1e8) double value,
      @ForAll @IntRange(max = 7) int decimals) {
    String text = written(json -> json.decimal(value, decimals));
    double unit = Math.pow(10, -decimals);
    assertEquals(value, Double.parseDouble(text), unit * 0.5000001 + Math.ulp(value));
    assertTrue(new BigDecimal(text).stripTrailingZeros().scale() <= decimals, text);
    assertTrue(!text.contains(".") || !text.endsWith("0"), text);
  }

  @Property
  void coordinatesOfSevenPlacesComeBackExactly(
      @ForAll @DoubleRange(min = -180, max = 180) double raw) {
    double value = BigDecimal.valueOf(raw).setScale(7, RoundingMode.HALF_UP).doubleValue();
    assertEquals(value, Double.parseDouble(written(json -> json.decimal(value, 7))) + 0.0);
  }

  @Property
  void instantsComeBack(
      @ForAll @LongRange(min = -99_999_999_999L, max = 300_000_000_000L) long second,
      @ForAll @IntRange(max = 2) int nano) {
    Instant instant = Instant.ofEpochSecond(second, nano * 1_000L);
    assertEquals(
        instant, Instant.parse(read(written(json -> json.instant(instant))).asText()));
    LocalDate day = LocalDate.ofEpochDay(second / 86_400);
    assertEquals(day, LocalDate.parse(read(written(json -> json.date(day))).asText()));
  }

  @Property
  void buffersOfAnySizeLeaveNothingOut(@ForAll @IntRange(min = 1, max = 40_000) int length) {
    String text = "x".repeat(length);
    assertEquals(
        text.repeat(3),
        written(
            json -> json.raw(JsonWriter.bytes(text)).rawText(text).raw(JsonWriter.bytes(text))));
  }

  @Example
  void whatIsNoNumberIsNull() {
    assertEquals("null", written(json -> json.decimal(Double.NaN, 3)));
    assertEquals("null", written(json -> json.decimal(Double.NEGATIVE_INFINITY, 3)));
    assertEquals("null", written(json -> json.string(null)));
    assertEquals("0", written(json -> json.decimal(-0.0000001, 3)));
  }
}
