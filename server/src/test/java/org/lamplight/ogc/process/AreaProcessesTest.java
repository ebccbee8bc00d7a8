package org.lamplight.ogc.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** Methods of areas on the 5 x 5 lattice of methods.md, part C6, sent inline and compared with R. */
class AreaProcessesTest extends ProcessTest {

  private static final String VALUES =
      "\"values\":[1,2,1,0,0, 2,8,9,1,0, 1,9,10,2,1, 0,1,2,1,0, 0,0,1,0,5]";

  /** Neighbors on a lattice of five by five, as lists. */
  private static String neighbors(boolean corners) {
    StringJoiner rows = new StringJoiner(",", "\"neighbors\":[", "]");
    for (int cell = 0; cell < 25; cell++) {
      List<String> row = new ArrayList<>();
      for (int other = 0; other < 25; other++) {
        int across = Math.abs(cell % 5 - other % 5);
        int up = Math.abs(cell / 5 - other / 5);
        if (other != cell && across <= 1 && up <= 1 && (corners || across + up == 1)) {
          row.add(Integer.toString(other));
        }
      }
      rows.add("[" + String.join(",", row) + "]");
    }
    return rows.toString();
  }

  /** The same lattice as polygons of 100 metres. */
  private static String areas() {
    StringJoiner all =
        new StringJoiner(",", "\"areas\":{\"type\":\"FeatureCollection\",\"features\":[", "]}");
    for (int cell = 0; cell < 25; cell++) {
      int west = cell % 5 * 100;
      int south = cell / 5 * 100;
      all.add(
          "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%d,%d],[%d,%d],[%d,%d],[%d,%d],[%d,%d]]]}}"
              .formatted(
                  west,
                  south,
                  west + 100,
                  south,
                  west + 100,
                  south + 100,
                  west,
                  south + 100,
                  west,
                  south));
    }
    return all.toString();
  }

  private static JsonNode run(String process, String... inputs) {
    return server.run(process, "{" + VALUES + "," + String.join(",", inputs) + "}");
  }

  @Test
  void moranIsThatOfTheTableForQueensAndRooks() {
    JsonNode queen = run("moran", neighbors(true));
    assertEquals(.23526227, queen.path("statistic").asDouble(), 1e-8);
    assertEquals(2.66633071, queen.path("z").asDouble(), 1e-8);
    assertEquals(.00383421, queen.path("p").asDouble(), 1e-8);
    assertEquals(-1 / 24.0, queen.path("expectation").asDouble(), 1e-12);
    JsonNode rook = run("moran", areas(), "\"weights\":{\"kind\":\"rook\"}");
    assertEquals(.40295462, rook.path("statistic").asDouble(), 1e-8);
    assertEquals(3.03316627, rook.path("z").asDouble(), 1e-8);
  }

  @Test
  void hotSpotsAreThoseOfTheTableHoweverNeighborsAreGiven() {
    for (String way : List.of(
        neighbors(true),
        areas(),
        neighbors(true) + ",\"weights\":{\"includeSelf\":true,\"style\":\"B\"}",
        points() + ",\"weights\":{\"kind\":\"distance\",\"distance\":150}")) {
      JsonNode z = run("gi-star", way).path("z");
      assertEquals(2.931380, z.get(6).asDouble(), 1e-6, way);
      assertEquals(2.931380, z.get(12).asDouble(), 1e-6);
      assertEquals(2.800981, z.get(7).asDouble(), 1e-6);
      assertEquals(-.532687, z.get(24).asDouble(), 1e-6);
    }
    JsonNode found = run("gi-star", neighbors(true));
    List<Integer> hot = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      if (found.path("pAdjusted").get(i).asDouble() <= .05) {
        hot.add(i + 1);
        assertTrue(found.path("class").get(i).asInt() >= 2);
      }
    }
    assertEquals(List.of(7, 8, 12, 13), hot);
  }

  private static String points() {
    StringJoiner x = new StringJoiner(",", "\"x\":[", "]");
    StringJoiner y = new StringJoiner(",", "\"y\":[", "]");
    for (int cell = 0; cell < 25; cell++) {
      x.add(Integer.toString(cell % 5 * 100));
      y.add(Integer.toString(cell / 5 * 100));
    }
    return x + "," + y;
  }

  @Test
  void localMoranIsThatOfTheTable() {
    JsonNode found = run("local-moran", neighbors(true));
    assertEquals(1.222596, found.path("statistic").get(6).asDouble(), 1e-6);
    assertEquals(2.668904, found.path("z").get(6).asDouble(), 1e-6);
    assertEquals(1.453171, found.path("statistic").get(12).asDouble(), 1e-6);
    assertEquals(-.540211, found.path("statistic").get(24).asDouble(), 1e-6);
    assertEquals("HH", found.path("quadrant").get(6).asText());
    assertEquals("HL", found.path("quadrant").get(24).asText());
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherOneOthers() {
    String asked = "{\"inputs\":{" + VALUES + "," + neighbors(true)
        + ",\"inference\":\"permutation\",\"permutations\":99,\"seed\":%d},\"response\":\"document\"}";
    String one =
        server.execute("local-moran", asked.formatted(7), server.as("analyst")).body();
    assertEquals(
        one,
        server.execute("local-moran", asked.formatted(7), server.as("analyst")).body());
    JsonNode other = ProcessServer.parse(
        server.execute("local-moran", asked.formatted(8), server.as("analyst")).body());
    assertTrue(!other.path("p").equals(ProcessServer.parse(one).path("p")));
    assertEquals(8, other.at("/run/seed").asInt());
    assertEquals("local-moran", other.at("/run/process").asText());
  }

  @Test
  void whatCannotBeAnsweredIsRefusedWithASentence() {
    String same = "{\"values\":[3,3,3,3],\"neighbors\":[[1],[0],[3],[2]]}";
    assertTrue(server.refused("moran", same).length() > 10);
    assertTrue(server.refused("gi-star", "{\"values\":[1,2,3]}").contains("neighbors"));
    assertTrue(server.refused("gi-star", "{" + neighbors(true) + "}").contains("values"));
    assertTrue(
        server.refused("moran", "{" + VALUES + ",\"neighbours\":[]}").contains("neighbours"));
    assertTrue(
        server.refused("moran", "{" + VALUES + ",\"neighbors\":[[99]]}").contains("neighbors"));
  }
}
