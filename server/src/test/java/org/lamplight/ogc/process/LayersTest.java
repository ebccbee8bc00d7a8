package org.lamplight.ogc.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Runs on stored incidents, and the studies that keep them. */
class LayersTest extends ProcessTest {

  private static final String GRID = "\"grid\":{\"kind\":\"squares\",\"size\":2000}";
  private static final String HOT =
      "{\"layer\":{\"collection\":\"incidents\",\"filter\":{\"datetime\":\"2021-01-01/2022-06-30\"},"
          + GRID + "}}";

  @Test
  void cellsOfAGridAreCountedAndPutOnTheMap() {
    JsonNode found = server.run("gi-star", HOT);
    int cells = found.path("z").size();
    assertTrue(cells > 60, "cells: " + cells);
    assertEquals(cells, found.at("/features/features").size());
    JsonNode first = found.at("/features/features/0");
    assertEquals("Polygon", first.at("/geometry/type").asText());
    double lon = first.at("/geometry/coordinates/0/0/0").asDouble();
    assertTrue(lon > -118.5 && lon < -118.1, first.toString());
    assertTrue(first.path("properties").has("z") && first.path("properties").has("class"));
    JsonNode run = found.path("run");
    assertEquals(1, run.path("dataVersion").asInt());
    assertTrue(run.path("events").asInt() > 300, run.toString());
    assertTrue(run.path("warnings").toString().contains("left out"), run.toString());
    assertEquals("standard deviations", run.at("/units/z").asText());
  }

  @Test
  void theSurfaceOfTheCityHoldsAllItsIncidents() {
    JsonNode found = server.run(
        "density",
        "{\"collection\":\"incidents\",\"filter\":{},\"bandwidth\":1000,\"grid\":{\"cell\":500}}");
    assertEquals(
        found.at("/run/events").asDouble(),
        found.path("integral").asDouble(),
        1.5,
        found.path("run").toString());
    assertEquals(
        found.path("density").size(),
        found.at("/grid/columns").asInt() * found.at("/grid/rows").asInt());
  }

  @Test
  void tooLittleIsRefusedOnAStoredLayer() {
    String two = "{\"layer\":{\"collection\":\"incidents\",\"areas\":\"neighborhoods\"}}";
    assertTrue(server.refused("gi-star", two).contains("30"), server.refused("gi-star", two));
    assertTrue(server.refused("rates", two).contains("population"));
    assertTrue(
        server.refused("gi-star", two.replace("neighborhoods", "nowhere")).contains("nowhere"));
    assertTrue(server.refused("gi-star", HOT.replace("datetime", "colour")).contains("colour"));
    assertTrue(server.refused("gi-star", HOT.replace("}}", "},\"values\":[1]}")).contains("layer"));
  }

  @Test
  void periodsAreWholeAndTheLastOneOver() {
    String series =
        "{\"layer\":{\"collection\":\"incidents\",\"filter\":{\"datetime\":\"../%s\"},\"periods\":{\"days\":28,\"count\":13}}}";
    JsonNode found = server.run("count-change", series.formatted("2022-06-30"));
    assertEquals(2, found.path("expectedRange").size());
    assertTrue(found.at("/run/warnings").toString().contains("13 periods"), found.toString());
    assertTrue(
        server.refused("count-change", series.formatted("2029-06-30")).contains("not complete"));
    JsonNode trend = server.run("mann-kendall", series.formatted("2022-06-30"));
    assertTrue(trend.path("z").isNumber());
    String cube = series.formatted("2022-06-30").replace("\"periods\"", GRID + ",\"periods\"");
    JsonNode emerging = server.run("emerging-hot-spots", cube);
    assertEquals(13, emerging.path("z").get(0).size());
    String test =
        "{\"layer\":{\"collection\":\"incidents\",\"train\":\"2021-01-01/2021-12-31\",\"test\":\"2022-01-01/2022-06-30\","
            + GRID + "}}";
    JsonNode accuracy = server.run("hot-spot-accuracy", test);
    int cells = accuracy.path("pai").size();
    assertEquals(1, accuracy.path("pai").get(cells - 1).asDouble(), 1e-9);
  }

  @Test
  void eventsAndTheirSpansAreRead() {
    String events = "{\"layer\":{\"collection\":\"incidents\"}%s}";
    JsonNode knox = server.run("knox", events.formatted(",\"permutations\":49"));
    assertEquals(5, knox.path("observed").size());
    JsonNode clusters = server.run("dbscan", events.formatted(",\"eps\":300"));
    assertEquals(
        clusters.path("label").size(), clusters.at("/features/features").size());
    double sum = 0;
    JsonNode clock = server.run("aoristic", events.formatted(""));
    for (JsonNode hour : clock.path("hourOfWeek")) {
      sum += hour.asDouble();
    }
    assertEquals(clock.at("/run/events").asDouble(), sum, 1e-6);
  }

  private static HttpResponse<String> save(
      String caller, String process, String inputs, String more) {
    return server.send(
        "POST",
        "/studies",
        "{\"title\":\"A study\",\"process\":\"" + process + "\",\"inputs\":" + inputs + more + "}",
        server.as(caller));
  }

  private static String id(HttpResponse<String> saved) {
    assertEquals(201, saved.statusCode(), saved.body());
    return ProcessServer.parse(saved.body()).path("id").asText();
  }

  @Test
  void aStudyRunAgainOnTheSameDataGivesTheSameBytes() {
    String id = id(save("analyst", "gi-star", HOT, ""));
    JsonNode study =
        ProcessServer.parse(server.get("/studies/" + id, server.as("analyst")).body());
    assertEquals("A study", study.path("title").asText());
    assertTrue(study.at("/method/formula").asText().length() > 5);
    assertEquals("2021-01-01/2022-06-30", study.at("/filter/datetime").asText());
    assertEquals(
        server
            .execute(
                "gi-star",
                "{\"inputs\":" + HOT + ",\"response\":\"document\"}",
                server.as("analyst"))
            .body(),
        server.get("/studies/" + id + "/results", server.as("analyst")).body());
    HttpResponse<String> again =
        server.send("POST", "/studies/" + id + "/rerun", "{}", "X-Caller", "token");
    assertEquals(200, again.statusCode(), again.body());
    assertTrue(ProcessServer.parse(again.body()).path("identical").asBoolean());
    assertTrue(ProcessServer.parse(again.body()).path("sameData").asBoolean());
  }

  @Test
  void policeGeneratedOffencesNeedAReasonAndCarryTheirWarning() {
    String drugs = HOT.replace("\"datetime\"", "\"offence\":\"other\",\"datetime\"");
    HttpResponse<String> silent = save("analyst", "gi-star", drugs, "");
    assertEquals(400, silent.statusCode());
    assertTrue(silent.body().contains("reason"), silent.body());
    HttpResponse<String> told =
        save("analyst", "gi-star", drugs, ",\"reason\":\"to see what enforcement leaves behind\"");
    JsonNode study = ProcessServer.parse(told.body());
    assertEquals(201, told.statusCode(), told.body());
    assertTrue(study.path("policeGenerated").asBoolean());
    assertTrue(
        study.path("warnings").toString().contains("feed itself"),
        study.path("warnings").toString());
  }

  @Test
  void aStudyIsItsOwnersUntilHeSharesItWithinARole() {
    String id = id(save("analyst", "gi-star", HOT, ""));
    assertEquals(404, server.get("/studies/" + id, server.as("colleague")).statusCode());
    assertEquals(200, share(id, "analyst", "analyst"));
    assertEquals(200, server.get("/studies/" + id, server.as("colleague")).statusCode());
    assertEquals(404, server.get("/studies/" + id, server.as("manager")).statusCode());
    assertEquals(400, share(id, "analyst", "manager"));
    assertEquals(403, share(id, "colleague", "analyst"));
    assertEquals(404, server.get("/studies", "X-Caller", "nobody").statusCode());
    assertTrue(server.get("/studies", server.as("administrator")).body().contains(id));
    assertEquals(404, server.get("/studies/" + id, server.as("administrator")).statusCode());
    assertEquals(
        403,
        server.send("DELETE", "/studies/" + id, null, server.as("colleague")).statusCode());
    assertEquals(
        204, server.send("DELETE", "/studies/" + id, null, server.as("analyst")).statusCode());
    assertEquals(404, server.get("/studies/" + id, server.as("analyst")).statusCode());
  }

  private static int share(String id, String caller, String role) {
    return server
        .send("PUT", "/studies/" + id + "/share", "{\"role\":\"" + role + "\"}", server.as(caller))
        .statusCode();
  }

  @Test
  void twoStudiesAreComparedOutputByOutput() {
    String moran =
        "{\"values\":[1,2,5,9,4],\"neighbors\":[[1],[0,2],[1,3],[2,4],[3]],\"permutations\":99,\"seed\":%d}";
    String a = id(save("manager", "moran", moran.formatted(1), ""));
    String b = id(save("manager", "moran", moran.formatted(2), ""));
    JsonNode compared = ProcessServer.parse(
        server.get("/studies/" + a + "/compare/" + b, server.as("manager")).body());
    assertTrue(compared.at("/outputs/statistic/equal").asBoolean(), compared.toString());
    assertTrue(compared.path("asked").toString().contains("seed"));
    assertNotEquals(true, compared.path("sameResult").asBoolean());
    String job = server
        .execute("moran", "{\"inputs\":" + moran.formatted(1) + "}", later("manager"))
        .headers()
        .firstValue("Location")
        .orElseThrow();
    server.over(job, server.as("manager"));
    HttpResponse<String> kept = server.send(
        "POST",
        "/studies",
        "{\"title\":\"From a job\",\"job\":\"" + job.substring(job.lastIndexOf('/') + 1) + "\"}",
        server.as("manager"));
    JsonNode same = ProcessServer.parse(server
        .get("/studies/" + a + "/compare/" + id(kept), server.as("manager"))
        .body());
    assertTrue(same.path("sameResult").asBoolean(), same.toString());
  }

  private static String[] later(String caller) {
    String[] as = server.as(caller);
    return new String[] {as[0], as[1], as[2], as[3], "Prefer", "respond-async"};
  }
}
