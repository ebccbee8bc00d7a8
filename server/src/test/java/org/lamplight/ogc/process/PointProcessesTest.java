package org.lamplight.ogc.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Methods of points on the twelve events of methods.md, part C4, sent inline and compared with R. */
class PointProcessesTest {

  private static final String T12 = """
      "x":[100,120,150,400,420,430,800,820,150,600,610,900],
      "y":[100,110,140,400,390,430,200,220,700,650,660,900]""";
  private static final String DAYS = "\"t\":[0,2,3,10,11,30,40,41,15,20,22,60]";
  private static final String PLACES = "\"at\":[[100,100],[500,500],[615,655]]";
  private static final String WINDOW = "\"window\":[0,0,1000,1000]";
  private static ProcessServer server;

  @BeforeAll
  static void start() {
    server = new ProcessServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

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
  void theDaysAreThere() {
    assertTrue(DAYS.startsWith("\"t\""));
  }
}
