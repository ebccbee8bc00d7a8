package org.lamplight.ogc.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The rolling back-test over HTTP, on data of the caller and on stored incidents. */
class BackTestProcessTest extends ProcessTest {

  private static final String STORED =
      "{\"layer\":{\"collection\":\"incidents\",\"filter\":{\"datetime\":\"../2022-07-05\"},"
          + "\"grid\":{\"kind\":\"squares\",\"size\":2000},\"periods\":{\"days\":91,\"count\":2}}%s}";

  @Test
  void aMapThatForeseesEverythingIsTheBestThereIs() {
    // Two cells of four; all that comes lies where all that came lay.
    String inputs = "{\"x\":[50,50,50,50,150],\"y\":[50,50,50,50,50],\"t\":[100,200,365,371,300],"
        + "\"cell\":[0,0,0,0,1],\"cellX\":[50,150,250,350],\"cellY\":[50,50,50,50],"
        + "\"area\":[10000,10000,10000,10000],\"tests\":[[365,372]],\"surface\":\"counts\",\"share\":0.25}";
    JsonNode found = server.run("back-test", inputs);
    assertEquals(1, found.at("/map/hitShare/value").asDouble(), 1e-12);
    assertEquals(4, found.at("/map/pai/value").asDouble(), 1e-12);
    assertEquals(1, found.at("/map/pei").asDouble(), 1e-12);
    assertEquals(0, found.at("/difference/value").asDouble(), 1e-12);
    assertEquals("[true,false,false,false]", found.path("flagged").toString());
    // Two events came; in 7 days two of the 365 before were expected.
    assertEquals(2 * 7 / 365.0 / 2, found.at("/map/rri").asDouble(), 1e-12);
  }

  @Test
  void storedIncidentsAreJudgedFromEachOriginAndDrawn() {
    JsonNode found = server.run("back-test", STORED.formatted(",\"share\":0.1"));
    assertEquals(2, found.path("origins").size());
    int cells = found.path("flagged").size();
    assertEquals(cells, found.at("/features/features").size());
    int flagged = 0;
    for (JsonNode each : found.path("flagged")) {
      flagged += each.asBoolean() ? 1 : 0;
    }
    assertEquals(found.at("/origins/1/map/cells").asInt(), flagged);
    assertTrue(flagged <= 0.1 * cells && flagged > 0.1 * cells - 1, flagged + " of " + cells);
    JsonNode share = found.at("/map/hitShare");
    assertTrue(share.path("low").asDouble() <= share.path("value").asDouble());
    assertTrue(share.path("value").asDouble() <= share.path("high").asDouble());
    JsonNode counts =
        server.run("back-test", STORED.formatted(",\"share\":0.1,\"surface\":\"counts\""));
    // The counts of a year are the counts of last year.
    assertEquals(
        counts.at("/lastYear/hitShare/value"), counts.at("/map/hitShare/value"), counts.toString());
    assertEquals(0, counts.at("/difference/high").asDouble());
    assertTrue(found.at("/run/warnings").toString().contains("2 origins from"), found.toString());
  }

  @Test
  void withoutAYearBeforeTheFirstOriginThereIsNoTest() {
    HttpResponse<String> answer = server.execute(
        "back-test",
        "{\"inputs\":" + STORED.formatted("").replace("\"count\":2", "\"count\":5") + "}",
        server.as("analyst"));
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("no year of incidents"), answer.body());
  }
}
