package org.lamplight.ogc.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Displacement difference and quotient on the numbers of their papers (methods.md, C1 and C2), sent inline. */
class EvaluationProcessesTest extends ProcessTest {

  private static final String PAPER =
      "\"treated\":[207,110],\"comparison\":[308,318],\"displacement\":[178,157]";

  private static void wdd(JsonNode found, double estimate, double se) {
    assertEquals(estimate, found.path("estimate").asDouble(), 1e-8);
    assertEquals(se, found.path("se").asDouble(), 1e-7);
    assertEquals(estimate / se, found.path("z").asDouble(), 1e-6);
  }

  @Test
  void theDifferenceIsThatOfThePaper() {
    String all = "{" + PAPER + ",\"displacementComparison\":[150,140]";
    JsonNode paper = server.run("wdd", all + "}");
    wdd(paper, -118, Math.sqrt(1568));
    assertEquals(-107, paper.at("/local/estimate").asDouble(), 1e-9);
    assertEquals(30.7083051, paper.at("/local/se").asDouble(), 1e-6);
    assertEquals(-11, paper.at("/displaced/estimate").asDouble(), 1e-9);
    assertEquals(-195.61, paper.path("interval").get(0).asDouble(), 5e-3);
    assertEquals(-40.39, paper.path("interval").get(1).asDouble(), 5e-3);
    JsonNode weighted = server.run(
        "wdd",
        all
            + ",\"weights\":{\"comparison\":0.9,\"treated\":1.2,\"displacementComparison\":1.6,\"displacement\":1.5}}");
    wdd(weighted, -99.69444444, 35.4280755);
  }

  @Test
  void timesAndLevelsWeigh() {
    String counts = "{\"comparison\":[100,50],\"treated\":[80,20]";
    wdd(server.run("wdd", counts + ",\"weights\":{\"time\":[2,1]}}"), -20, Math.sqrt(115));
    wdd(server.run("wdd", counts + "}"), -10, Math.sqrt(250));
    JsonNode ninety =
        server.run("wdd", "{\"comparison\":[20,20],\"treated\":[20,10],\"level\":0.9}");
    assertEquals(-23.761833, ninety.path("interval").get(0).asDouble(), 1e-6);
    assertEquals(3.761833, ninety.path("interval").get(1).asDouble(), 1e-6);
  }

  @Test
  void theQuotientIsThatOfTheTableAndRefusedWithoutSuccess() {
    JsonNode found = server.run("wdq", "{" + PAPER + "}");
    assertEquals(97, found.path("gross").asDouble());
    assertEquals(.3261660, found.path("net").asDouble(), 1e-7);
    assertEquals(.2581857, found.path("wdq").asDouble(), 1e-7);
    assertEquals(130.5, found.path("tne").asDouble(), 0.05);
    String flat = "{\"treated\":[100,100],\"displacement\":[50,60],\"comparison\":[200,190]}";
    assertTrue(server.refused("wdq", flat).contains("did not improve"));
    String zero = "{\"treated\":[100,0],\"displacement\":[50,60],\"comparison\":[200,190]}";
    assertTrue(server.refused("wdq", zero).contains("0"));
  }

  @Test
  void whatNobodyReadsIsRefusedOrSaid() {
    String wdd =
        "{\"treated\":[207,110],\"comparison\":[308,318],\"weights\":{\"area\":{\"treated\":1.2}}}";
    assertTrue(server.refused("wdd", wdd).contains("area"));
    JsonNode both =
        server.run("wdq", "{" + PAPER + ",\"displacementComparison\":[150,140],\"weights\":{}}");
    assertEquals(.2581857, both.path("wdq").asDouble(), 1e-7);
    assertTrue(both.at("/run/warnings").toString().contains("displacementComparison is not used"));
    JsonNode harm = server.run(
        "wdd",
        "{\"treated\":[[130,74],[327,202]],\"comparison\":[[133,91],[388,305]],\"weights\":[3,2]}");
    assertEquals(
        3 * (74 - 130 - 91 + 133) + 2 * (202 - 327 - 305 + 388),
        harm.path("estimate").asDouble(),
        1e-9);
  }
}
