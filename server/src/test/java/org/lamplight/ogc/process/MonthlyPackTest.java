package org.lamplight.ogc.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table that a monthly meeting looks at: areas by offences. */
class MonthlyPackTest extends ProcessTest {

  private static final String PACK =
      "{\"layer\":{\"collection\":\"incidents\",\"filter\":{\"origin\":\"reported,mixed,police_generated\",\"datetime\":\"../2022-03-15\"},\"areas\":\"neighborhoods\",\"by\":\"%s\",\"periods\":{\"unit\":\"month\",\"count\":13}}}";

  @Test
  void areasAreCrossedWithOffencesAndTheCityAddsUp() {
    JsonNode found = server.run("monthly-pack", PACK.formatted("offence"));
    assertEquals("2022-02-01", found.at("/spans/now/0").asText());
    assertEquals("2022-02-28", found.at("/spans/now/1").asText());
    assertEquals("2021-02-28", found.at("/spans/lastYear/1").asText());
    assertEquals(28, found.at("/days/12").asInt());
    assertEquals(31, found.at("/days/11").asInt());
    int rows = found.path("now").size();
    int blocks = (int) IntStream.range(0, rows)
        .filter(i -> found.path("slugs").get(i).isNull())
        .count();
    int places = rows / blocks;
    assertTrue(blocks > 2, "blocks: " + blocks);
    for (String name : new String[] {"now", "expected", "yearToDate"}) {
      double all = found.path(name).get(places - 1).asDouble();
      double sum = IntStream.range(1, blocks)
          .mapToDouble(block -> found.path(name).get((block + 1) * places - 1).asDouble())
          .sum();
      assertEquals(all, sum, 1e-9 * all, name);
    }
    JsonNode city = found.path("series").get(places - 1);
    double days = IntStream.range(0, 12)
        .mapToDouble(i -> found.path("days").get(i).asDouble())
        .sum();
    double before =
        IntStream.range(0, 12).mapToDouble(i -> city.get(i).asDouble()).sum();
    assertEquals(before * 28 / days, found.path("expected").get(places - 1).asDouble(), 1e-9);
    assertEquals(places - 1, found.at("/features/features").size());
  }

  @Test
  void theSameMonthIsCountedWholeWhateverDayAsks() {
    JsonNode early = server.run("monthly-pack", PACK.formatted("group"));
    JsonNode late = server.run("monthly-pack", PACK.formatted("group").replace("03-15", "02-28"));
    assertEquals(early.path("now"), late.path("now"));
    assertEquals(early.path("kinds"), late.path("kinds"));
  }

  @Test
  void aShortMonthIsNotDownForBeingShort() {
    JsonNode found = server.run(
        "monthly-pack",
        "{\"cells\":[[310,300,280]],\"days\":[31,30,28],\"names\":[\"Hill\"],\"kinds\":[\"theft\"],\"yearToDate\":[40],\"lastYear\":[32]}");
    assertEquals(280, found.at("/expected/0").asDouble(), 1e-9);
    assertEquals(0, found.at("/z/0").asDouble(), 1e-9);
    assertEquals(25, found.at("/yearPercent/0").asDouble(), 1e-9);
    assertEquals("Hill", found.at("/names/0").asText());
    JsonNode small = server.run("monthly-pack", "{\"cells\":[[5,7,30]]}");
    assertTrue(small.at("/percent/0").isNull(), small.toString());
    assertEquals(6, small.at("/expected/0").asDouble(), 1e-9);
  }

  @Test
  void aKeptPackIsTheSameByteForByte() {
    String pack = PACK.formatted("group");
    HttpResponse<String> saved = server.send(
        "POST",
        "/studies",
        "{\"title\":\"February\",\"process\":\"monthly-pack\",\"reason\":\"to count all\",\"inputs\":"
            + pack + "}",
        server.as("analyst"));
    assertEquals(201, saved.statusCode(), saved.body());
    String id = ProcessServer.parse(saved.body()).path("id").asText();
    assertEquals(
        server
            .execute(
                "monthly-pack",
                "{\"inputs\":" + pack + ",\"response\":\"document\"}",
                server.as("analyst"))
            .body(),
        server.get("/studies/" + id + "/results", server.as("analyst")).body());
  }

  @Test
  void whatDoesNotFitIsNamed() {
    assertTrue(
        server.refused("monthly-pack", "{\"cells\":[[1,2]],\"days\":[1]}").contains("days"));
    assertTrue(
        server.refused("monthly-pack", "{\"cells\":[[1,2]],\"names\":[]}").contains("names"));
    assertTrue(server
        .refused("monthly-pack", PACK.formatted("colour"))
        .contains("by: must be one of offence, group"));
    assertTrue(
        server.refused("emerging-hot-spots", PACK.formatted("offence")).contains("layer.by"));
    assertTrue(server
        .refused("emerging-hot-spots", PACK.replace("\"by\":\"%s\",", ""))
        .contains("layer.periods.unit"));
    assertTrue(server
        .refused("monthly-pack", PACK.formatted("group").replace(":13", ":200"))
        .contains("are recorded from"));
  }
}
