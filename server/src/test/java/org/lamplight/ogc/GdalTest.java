package org.lamplight.ogc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** GDAL's OAPIF driver as a client. Skipped, and said so, where ogrinfo is not installed. */
@Tag("gdal")
class GdalTest {

  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    boolean there;
    try {
      there = run(List.of("ogrinfo", "--version")).startsWith("GDAL");
    } catch (IOException e) {
      there = false;
    }
    if (!there) {
      System.out.println("skipped: ogrinfo (package gdal-bin) is not installed");
    }
    Assumptions.assumeTrue(there);
    server = new TestServer();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  private static String run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String ogrinfo(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("ogrinfo", "-ro"));
    command.addAll(List.of(arguments));
    command.add(1, "OAPIF:" + server.url());
    return run(command);
  }

  @Test
  void everyCollectionIsALayer() throws Exception {
    String layers = ogrinfo();
    for (String id : List.of("incidents", "neighborhoods", "programs", "sites")) {
      assertTrue(layers.contains(id), layers);
    }
  }

  @Test
  void allPagesOfIncidentsAreRead() throws Exception {
    String summary = ogrinfo("-al", "-so", "incidents");
    assertTrue(summary.contains("Feature Count: " + TestServer.INCIDENTS), summary);
    String all = ogrinfo("-q", "incidents");
    assertEquals(TestServer.INCIDENTS, all.split("OGRFeature\\(incidents\\)", -1).length - 1);
  }

  @Test
  void attributeAndSpatialFiltersGiveWhatTheServerCounts() throws Exception {
    for (String[] filter : List.of(
        new String[] {"weekday = 5", "weekday=5"},
        new String[] {"\"group\" = 'vehicle'", "group=vehicle"},
        new String[] {"firearm = 1", "firearm=true"})) {
      JsonNode page = server.json("/collections/incidents/items?limit=1&" + filter[1]);
      String summary = ogrinfo("-al", "-so", "-where", filter[0], "incidents");
      assertTrue(
          summary.contains("Feature Count: " + page.path("numberMatched").asText()),
          filter[0] + summary);
    }
    JsonNode box = server.json("/collections/incidents/items?limit=1&bbox=-118.35,33.95,-118.3,34");
    String summary =
        ogrinfo("-al", "-so", "-spat", "-118.35", "33.95", "-118.3", "34", "incidents");
    assertTrue(summary.contains("Feature Count: " + box.path("numberMatched").asText()), summary);
  }

  @Test
  void timesAreComparedAsInTheDatabase() throws Exception {
    for (String where : List.of(
        "occurredFrom >= '2021-03-01T00:00:00Z' AND occurredFrom <= '2021-03-31T23:59:59Z'",
        "occurredFrom < '2021-02-01T00:00:00Z'",
        "reportedOn = '2021-03-01'")) {
      String sql =
          where.replace("occurredFrom", "occurred_from").replace("reportedOn", "reported_on");
      long expected = server
          .database
          .jdbi()
          .withHandle(handle -> handle
              .createQuery("select count(*) from incident where " + sql)
              .mapTo(Long.class)
              .one());
      String summary = ogrinfo("-al", "-so", "-where", where, "incidents");
      assertTrue(
          expected > 0 && summary.contains("Feature Count: " + expected), expected + summary);
    }
  }

  @Test
  void outlinesArriveAsPolygons() throws Exception {
    String areas = ogrinfo("-q", "neighborhoods");
    assertTrue(areas.contains("MULTIPOLYGON (((-118."), areas);
  }
}
