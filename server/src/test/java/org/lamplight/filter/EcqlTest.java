package org.lamplight.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lamplight.fault.Fault;
import org.lamplight.filter.FilterSchema.Kind;

/** What filter texts may hold, and where they are wrong. */
class EcqlTest {

  private static final Map<String, Kind> NAMES = Map.of(
      "hour", Kind.WHOLE_NUMBER,
      "address", Kind.TEXT,
      "firearm", Kind.TRUTH,
      "occurredFrom", Kind.INSTANT,
      "reportedOn", Kind.DATE);

  private static final FilterSchema SCHEMA = new FilterSchema() {
    @Override
    public Optional<Property> find(String name) {
      return Optional.ofNullable(NAMES.get(name)).map(kind -> new Plain(name, kind));
    }

    @Override
    public String geometry() {
      return "geometry";
    }

    @Override
    public Shape around(double lon, double lat, double metres) {
      throw Fault.invalid("the circle lies outside the city");
    }
  };

  private record Plain(String column, Kind kind) implements FilterSchema.Property {
    @Override
    public Condition anyOf(List<Object> values) {
      return new Condition.AnyOf(column, values);
    }

    @Override
    public Condition known() {
      return new Condition.Known(column);
    }
  }

  @Test
  void aTextBecomesTheSameTreeAsParameters() {
    assertEquals(
        new Condition.Every(List.of(
            new Condition.Compare("hour", Condition.Order.AT_LEAST, 19L),
            new Condition.Like("address", "%MAIN%", false))),
        parse("hour >= 19 AND address LIKE '%MAIN%'"));
    assertEquals(new Condition.Not(new Condition.Known("address")), parse("address IS NULL"));
    assertEquals(
        new Condition.AnyOf("address", List.of("O'Neill 1 = 1; --")),
        parse("address = 'O''Neill 1 = 1; --'"));
  }

  @Test
  void whatIsWrongIsNamedWithItsPosition() {
    assertEquals(
        "filter: at character 14: there is no property \"colour\"",
        fault("hour > 3 AND colour = 'x'"));
    assertTrue(
        fault("strLength(address) > 3").startsWith("filter: at character 1: there is no function"));
    assertTrue(fault("hour > 1e999").startsWith("filter: at character 8: the number is too large"));
    assertTrue(fault("occurredFrom AFTER 2024-02-30T00:00:00Z")
        .startsWith("filter: at character 20: '2024-02-30T00:00:00Z' is neither"));
    assertTrue(
        fault("BBOX(geometry,-118.2,33.9,-118.4,34.1)").contains("west, south, east, north"));
    assertTrue(fault("hour = 'x'").contains("a number must stand on the right"));
    assertTrue(fault("firearm > true").contains("=, <> and IN"));
    assertTrue(fault("address LIKE 'x\\'").contains("backslash"));
    assertTrue(
        fault("INTERSECTS(geometry, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))").contains("not simple"));
    assertTrue(fault("DWITHIN(geometry, POINT(0 0), 5, meters)").contains("outside the city"));
    assertTrue(fault("").contains("it is empty"));
    assertTrue(fault("hour = 3 ; drop table incident").startsWith("filter: at character 10"));
  }

  @Test
  void depthLengthAndListsAreBounded() {
    assertTrue(fault("(".repeat(900) + "hour = 3" + ")".repeat(900)).contains("nested deeper"));
    assertTrue(fault("NOT ".repeat(400) + "hour = 3").contains("nested deeper"));
    assertTrue(fault("hour = 1 OR ".repeat(120) + "hour = 3").contains("more than 100"));
    assertTrue(fault("hour IN (" + "1,".repeat(250) + "1)").contains("more than 200"));
    assertTrue(fault("hour = 1 OR ".repeat(400) + "hour = 3").contains("2,000 characters"));
  }

  /** Whatever is made of the words of the language: a condition or a fault with a position, nothing else. */
  @Test
  void noTextMakesItFailOtherwise() {
    List<String> words = List.of(
        "hour",
        "address",
        "=",
        "<>",
        "(",
        ")",
        "'x'",
        "3",
        "-7.5e3",
        "AND",
        "OR",
        "NOT",
        "IN",
        ",",
        "LIKE",
        "BETWEEN",
        "IS",
        "NULL",
        "geometry",
        "BBOX",
        "POLYGON",
        "((0 0,1 0,1 1,0 0))",
        "DURING",
        "2024-01-31T00:00:00Z",
        "/",
        "P1D",
        "\"group\"",
        "'",
        "INTERSECTS",
        "TRUE",
        "DWITHIN",
        "EMPTY",
        "ID");
    SplittableRandom random = new SplittableRandom(4);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(1, 14); i > 0; i--) {
        text.append(words.get(random.nextInt(words.size()))).append(' ');
      }
      try {
        parse(text.toString());
      } catch (Fault e) {
        assertTrue(e.sentence().startsWith("filter: at character "), text + " " + e.sentence());
      }
    }
  }

  private static Condition parse(String text) {
    return Ecql.parse(text, SCHEMA);
  }

  private static String fault(String text) {
    return assertThrows(Fault.class, () -> parse(text)).sentence();
  }
}
