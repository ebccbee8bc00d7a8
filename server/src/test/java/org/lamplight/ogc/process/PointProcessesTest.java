package org.lamplight.ogc.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Methods of points on the twelve events of methods.md, part C4, sent inline and compared with R. */
class PointProcessesTest extends ProcessTest {

  private static final String T12 = """
      "x":[100,120,150,400,420,430,800,820,150,600,610,900],
      "y":[100,110,140,400,390,430,200,220,700,650,660,900]""";
  private static final String DAYS = "\"t\":[0,2,3,10,11,30,40,41,15,20,22,60]";
  private static final String PLACES = "\"at\":[[100,100],[500,500],[615,655]]";
  private static final String WINDOW = "\"window\":[0,0,1000,1000]";

  private static JsonNode run(String process, String... inputs) {
    return server.run(process, "{" + T12 + "," + String.join(",", inputs) + "}");
  }

  static void close(JsonNode found, double relative, double... expected) {
    assertEquals(expected.length, found.size(), found.toString());
    for (int i = 0; i < expected.length; i++) {
      assertEquals(
          expected[i],
          found.get(i).asDouble(),
          Math.abs(relative * expected[i]) + 1e-300,
          found.toString());
    }
  }

  @Test
  void densityIsThatOfTheTable() {
    JsonNode gaussian =
        run("density", "\"kernel\":\"gaussian\",\"bandwidth\":100,\"edge\":\"none\"", PLACES);
    close(gaussian.path("density"), 1e-8, 4.44072286e-05, 2.74752355e-05, 3.19685356e-05);
    assertEquals(12, gaussian.path("integral").asDouble());
    JsonNode quartic = run("density", "\"kernel\":\"quartic\",\"bandwidth\":200", PLACES);
    close(quartic.path("density"), 1e-8, 6.63834273e-05, 2.73920080e-05, 4.73893542e-05);
    JsonNode edged = run(
        "density",
        "\"kernel\":\"gaussian\",\"bandwidth\":100,\"edge\":\"uniform\"",
        WINDOW,
        PLACES);
    close(edged.path("density"), 1e-8, 6.27343924e-05, 2.74752670e-05, 3.19793874e-05);
  }

  @Test
  void densityOfAGridAddsUpToTheEvents() {
    JsonNode found = run(
        "density",
        "\"kernel\":\"quartic\",\"bandwidth\":200,\"edge\":\"diggle\",\"grid\":{\"cell\":20}",
        WINDOW);
    assertEquals(2_500, found.path("density").size());
    double sum = 0;
    for (JsonNode cell : found.path("density")) {
      sum += cell.asDouble() * 400;
    }
    assertEquals(12, sum, 0.01);
    assertEquals(12, found.path("integral").asDouble(), 1e-8);
    assertEquals(50, found.at("/grid/columns").asInt());
  }

  @Test
  void adaptiveDensityIsThatOfTheTable() {
    JsonNode found = run("adaptive-density", "\"pilotBandwidth\":100", PLACES);
    close(
        found.path("bandwidths"),
        1e-6,
        87.22318,
        85.70661,
        88.15494,
        85.53492,
        85.45679,
        86.02477,
        104.04122,
        104.04314,
        145.60326,
        102.40433,
        102.68908,
        145.59988);
    close(found.path("density"), 1e-8, 5.75942729e-05, 2.87005686e-05, 3.04603874e-05);
  }

  @Test
  void fewEventsAreWarnedOfAndDegreesRefused() {
    JsonNode found = run("density", "\"bandwidth\":200", PLACES);
    assertTrue(
        found.at("/run/warnings").toString().contains("30"), found.at("/run").toString());
    String degrees =
        "{\"x\":[-118.31,-118.3105],\"y\":[34.01,34.0101],\"bandwidth\":200,\"at\":[[0,0]]}";
    assertTrue(server.refused("density", degrees).contains("degrees"));
  }

  @Test
  void nearRepeatsAreThoseOfTheTable() {
    JsonNode found = run(
        "knox",
        DAYS,
        "\"distanceBands\":[0,60.0001]",
        "\"timeBands\":[0,5.0001]",
        "\"permutations\":999");
    assertEquals(5, found.path("observed").get(0).get(0).asInt());
    assertEquals(7, found.path("pairsByDistance").get(0).asInt());
    assertEquals(9, found.path("pairsByTime").get(0).asInt());
    assertEquals(.9545454545, found.path("expected").get(0).get(0).asDouble(), 1e-9);
    assertEquals(.7706611570, found.path("variance").get(0).get(0).asDouble(), 1e-9);
    assertTrue(found.path("p").get(0).get(0).asDouble() <= .01);
    JsonNode table = run(
        "knox",
        DAYS,
        "\"metric\":\"manhattan\",\"permutations\":0",
        "\"distanceBands\":[[0,1],[1,50],[50,100],[100,null]]",
        "\"timeBands\":[0,3,6,12,null]");
    assertEquals(
        "[[0,0,0,0],[4,0,0,0],[1,1,0,2],[0,3,14,41]]", table.path("observed").toString());
    assertEquals("[50, 100)", table.path("distanceBands").get(2).asText());
  }

  @Test
  void clustersAreThoseOfTheTable() {
    assertEquals(
        "[1,1,1,2,2,2,0,0,0,0,0,0]",
        run("dbscan", "\"eps\":60,\"minPoints\":3").path("label").toString());
    assertEquals(
        "[1,1,1,2,2,2,3,3,0,4,4,0]",
        run("dbscan", "\"eps\":60,\"minPoints\":2").path("label").toString());
    assertEquals(
        "[1,1,1,2,2,0,3,3,0,4,4,0]",
        run("st-dbscan", DAYS, "\"eps\":60,\"epsTime\":5,\"minPoints\":2")
            .path("label")
            .toString());
  }

  @Test
  void gatheringIsThatOfTheTable() {
    JsonNode none = run("ripley-k", WINDOW, "\"r\":[50,100],\"correction\":\"none\"");
    close(none.path("k"), 1e-8, 106060.606, 121212.121);
    JsonNode moved = run("ripley-k", WINDOW, "\"r\":[50,100],\"correction\":\"translation\"");
    close(moved.path("k"), 1e-8, 110617.886, 127231.389);
    JsonNode envelope = run("ripley-k", WINDOW, "\"r\":[50,100],\"simulations\":19,\"seed\":3");
    assertEquals(2, envelope.at("/envelope/high").size());
    assertEquals(12, run("hdbscan", "\"minPoints\":2").path("label").size());
  }

  @Test
  void accuracyIsThatOfTheTable() {
    JsonNode found =
        server.run("hot-spot-accuracy", "{\"observed\":[6,7,3,2,1,0],\"predicted\":[8,4,4,2,1,0]}");
    close(found.path("pai"), 1e-6, 1.894737, 1.421053, 1.684211, 1.421053, 1.2, 1);
    close(found.path("pei"), 1e-6, .857143, .692308, 1, 1, 1, 1);
    close(found.path("rri"), 1e-6, 1.333333, 1.333333, 1, 1, 1, 1);
    assertEquals("[0,2,1,3,4,5]", found.path("order").toString());
  }

  @Test
  void spansAreSpreadOverTheHoursOfTheWeek() {
    JsonNode hours = server
        .run(
            "aoristic",
            "{\"from\":[\"2024-01-05T22:30\",\"2024-01-01 10:55\",\"2024-01-01T05:00:00\"],"
                + "\"until\":[\"2024-01-06T01:30\",\"2024-01-01 11:55\",null]}")
        .path("hourOfWeek");
    assertEquals(168, hours.size());
    assertEquals(30 / 180.0, hours.get(4 * 24 + 22).asDouble(), 1e-12);
    assertEquals(60 / 180.0, hours.get(5 * 24).asDouble(), 1e-12);
    assertEquals(5 / 60.0, hours.get(10).asDouble(), 1e-12);
    assertEquals(55 / 60.0, hours.get(11).asDouble(), 1e-12);
    assertEquals(1, hours.get(5).asDouble());
    assertTrue(server.refused("aoristic", "{\"from\":[\"2024-01-05T22:30Z\"]}").contains("zone"));
  }
}
