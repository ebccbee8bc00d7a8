package org.lamplight.ogc.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lamplight.ogc.process.Inline.field;
import static org.lamplight.ogc.process.Inline.inputs;
import static org.lamplight.ogc.process.Inline.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of each process whatever the data: uniform p by chance, no heed of the order of input, the same bytes for a seed. */
class PerMethodPropertiesTest extends ProcessTest {

  private static double[] normal(Random random, int n) {
    return random
        .doubles(n, 0, 1)
        .map(
            u -> 10 + Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * random.nextDouble()))
        .toArray();
  }

  /** As many p at most a share as the share, within four standard errors. */
  private static void assertUniform(double[] p) {
    for (double share : new double[] {0.1, 0.25, 0.5, 0.8}) {
      double found = Arrays.stream(p).filter(each -> each <= share).count() / (double) p.length;
      assertEquals(share, found, 4 * Math.sqrt(share * (1 - share) / p.length), "at " + share);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"moran", "geary", "general-g"})
  void pByPermutationIsUniformWhereThereIsNoPattern(String process) {
    Random random = new Random(process.hashCode());
    double[] p = new double[240];
    for (int run = 0; run < p.length; run++) {
      JsonNode found = server.run(
          process,
          inputs(
              field("values", normal(random, 36)),
              field("neighbors", Inline.lattice(6)),
              "\"inference\":\"permutation\",\"permutations\":99,\"seed\":" + run));
      p[run] = found.path("p").asDouble();
    }
    assertUniform(p);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gi", "gi-star", "local-moran"})
  void pOfOnePlaceByPermutationIsUniformWhereThereIsNoPattern(String process) {
    Random random = new Random(5);
    double[] p = new double[240];
    for (int run = 0; run < p.length; run++) {
      JsonNode found = server.run(
          process,
          inputs(
              field("values", normal(random, 36)),
              field("neighbors", Inline.lattice(6)),
              "\"permutations\":199,\"seed\":" + run));
      p[run] = found.path("p").get(14).asDouble();
    }
    assertUniform(p);
  }

  @Test
  void pOfATrendIsUniformWhereThereIsNone() {
    Random random = new Random(8);
    StringJoiner series = new StringJoiner(",", "{\"series\":[", "]}");
    for (int i = 0; i < 800; i++) {
      series.add(field("", normal(random, 40)).substring(3));
    }
    assertUniform(numbers(server.run("mann-kendall", series.toString()).path("p")));
  }

  private static int[] shuffled(int n) {
    List<Integer> order =
        new java.util.ArrayList<>(IntStream.range(0, n).boxed().toList());
    Collections.shuffle(order, new Random(2));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[] chosen(double[] values, int[] order) {
    return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
  }

  /** Lists of neighbors of places that stand in another order. */
  private static int[][] chosen(int[][] neighbors, int[] order) {
    int[] place = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
    }
    return Arrays.stream(order)
        .mapToObj(i -> Arrays.stream(neighbors[i]).map(j -> place[j]).toArray())
        .toArray(int[][]::new);
  }

  private static void assertMoved(JsonNode first, JsonNode second, int[] order) {
    double[] expected = chosen(numbers(first), order);
    assertArrayEquals(expected, numbers(second), 1e-12);
  }

  @Test
  void theOrderOfPlacesDoesNotMatter() {
    Random random = new Random(3);
    int[] order = shuffled(36);
    double[] counts = random.ints(36, 0, 30).asDoubleStream().toArray();
    double[] people = random.ints(36, 500, 9_000).asDoubleStream().toArray();
    int[][] around = Inline.lattice(6);
    String[] first = {
      field("counts", counts), field("population", people), field("neighbors", around)
    };
    String[] second = {
      field("counts", chosen(counts, order)),
      field("population", chosen(people, order)),
      field("neighbors", chosen(around, order))
    };
    assertMoved(
        server.run("empirical-bayes", inputs(first)).path("smoothed"),
        server.run("empirical-bayes", inputs(second)).path("smoothed"),
        order);
    assertMoved(
        server.run("funnel", inputs(first[0], first[1])).path("z"),
        server.run("funnel", inputs(second[0], second[1])).path("z"),
        order);
    assertMoved(
        server.run("rates", inputs(first[0], first[1])).path("high"),
        server.run("rates", inputs(second[0], second[1])).path("high"),
        order);
    String values = field("values", counts);
    String moved = field("values", chosen(counts, order));
    for (String process : new String[] {"gi", "gi-star", "local-moran"}) {
      assertMoved(
          server.run(process, inputs(values, first[2])).path("z"),
          server.run(process, inputs(moved, second[2])).path("z"),
          order);
    }
    for (String process : new String[] {"moran", "geary", "general-g"}) {
      assertEquals(
          server.run(process, inputs(values, first[2])).path("z").asDouble(),
          server.run(process, inputs(moved, second[2])).path("z").asDouble(),
          1e-10);
    }
  }

  @Test
  void theOrderOfCellsDoesNotMatterToEmergingHotSpots() {
    Random random = new Random(4);
    int[] order = shuffled(36);
    double[][] cells = new double[36][];
    Arrays.setAll(
        cells, i -> random.ints(14, 0, i % 6 < 2 ? 30 : 6).asDoubleStream().toArray());
    StringJoiner first = new StringJoiner(",", "\"cells\":[", "]");
    StringJoiner second = new StringJoiner(",", "\"cells\":[", "]");
    for (int i = 0; i < 36; i++) {
      first.add(Arrays.toString(cells[i]));
      second.add(Arrays.toString(cells[order[i]]));
    }
    int[][] around = Inline.lattice(6);
    JsonNode one =
        server.run("emerging-hot-spots", inputs(first.toString(), field("neighbors", around)));
    JsonNode other = server.run(
        "emerging-hot-spots", inputs(second.toString(), field("neighbors", chosen(around, order))));
    for (int i = 0; i < 36; i++) {
      assertEquals(one.path("class").get(order[i]), other.path("class").get(i));
    }
    assertMoved(one.path("trendS"), other.path("trendS"), order);
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherOneDoesNot() {
    Random random = new Random(6);
    String places = field("x", random.doubles(60, 0, 900).toArray()) + ","
        + field("y", random.doubles(60, 0, 900).toArray());
    String values = field("values", normal(random, 60));
    String near = "\"weights\":{\"k\":4}";
    for (String[] asked : new String[][] {
      {"moran", places, values, near, "\"permutations\":99"},
      {"geary", places, values, near, "\"permutations\":99"},
      {"general-g", places, values, near, "\"permutations\":99"},
      {"gi", places, values, near, "\"permutations\":99"},
      {"gi-star", places, values, near, "\"permutations\":99"},
      {"knox", places, field("t", random.doubles(60, 0, 30).toArray()), "\"permutations\":99"},
      {"ripley-k", places, "\"window\":[0,0,900,900]", "\"permutations\":39"}
    }) {
      String data = String.join(",", Arrays.copyOfRange(asked, 1, asked.length));
      String one = body(asked[0], data, 7);
      assertEquals(one, body(asked[0], data, 7));
      org.junit.jupiter.api.Assertions.assertNotEquals(
          without(one), without(body(asked[0], data, 8)), asked[0]);
    }
  }

  private static String body(String process, String data, int seed) {
    return server
        .execute(
            process,
            "{\"inputs\":" + inputs(data, "\"seed\":" + seed) + ",\"response\":\"document\"}",
            server.as("analyst"))
        .body();
  }

  /** An answer but for the record of the run, which names the seed. */
  private static String without(String body) {
    return body.substring(0, body.indexOf("\"run\":"));
  }
}
