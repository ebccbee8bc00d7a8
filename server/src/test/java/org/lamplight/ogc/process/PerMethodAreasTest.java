package org.lamplight.ogc.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lamplight.ogc.process.Inline.each;
import static org.lamplight.ogc.process.Inline.field;
import static org.lamplight.ogc.process.Inline.inputs;
import static org.lamplight.ogc.process.Inline.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.analysis.chance.Oracle;

/** Each statistic of areas over HTTP, held to what R found of the same data, however the neighbors are named. */
class PerMethodAreasTest extends ProcessTest {

  private static final Oracle POINTS = Oracle.read("area/points.txt");
  private static final Oracle COUNTIES = Oracle.read("area/sids.txt");

  private static JsonNode points(String process, String weights, String... more) {
    String places = field("x", POINTS.numbers("x")) + "," + field("y", POINTS.numbers("y"));
    return server.run(
        process,
        inputs(
            field("values", POINTS.numbers("value")),
            places,
            "\"weights\":{" + weights + "}",
            more.length == 0 ? "\"seed\":1" : String.join(",", more)));
  }

  /** R's lists of the five nearest, as {@code neighbors}. */
  private static JsonNode lists(String process, String style) {
    return server.run(
        process,
        inputs(
            field("values", POINTS.numbers("value")),
            field("neighbors", POINTS.lists("near", 80)),
            "\"weights\":{\"style\":\"" + style + "\"}"));
  }

  @ParameterizedTest
  @CsvSource({"gi, gi", "gi-star, gistar"})
  void hotSpotsOfPointsAreThoseOfR(String process, String name) {
    for (String style : new String[] {"B", "W"}) {
      String styled = "\"style\":\"" + style + "\"";
      for (JsonNode found : List.of(
          points(process, "\"kind\":\"knn\",\"k\":5," + styled),
          points(process, "\"k\":5,\"includeSelf\":true," + styled),
          lists(process, style))) {
        for (String part : new String[] {"z", "statistic", "expectation", "variance"}) {
          POINTS.assertSame(name + ".near." + style + "." + part, numbers(found.path(part)), 1e-8);
        }
      }
    }
  }

  @Test
  void surroundingsWithinADistanceAreThoseOfRAndAnIslandHasNone() {
    JsonNode found = points("gi", "\"kind\":\"distance\",\"distance\":900");
    POINTS.assertSame("gi.band.B.z", numbers(found.path("z")), 1e-8);
    assertTrue(found.path("z").get(79).isNull() && found.path("p").get(79).isNull());
    assertEquals(found.path("z"), points("gi", "\"distance\":900").path("z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"B", "W"})
  void globalStatisticsAreThoseOfR(String style) {
    String near = "\"kind\":\"knn\",\"k\":5,\"style\":\"" + style + "\"";
    String[] names = {"statistic", "expectation", "variance", "z", "p"};
    for (String moments : new String[] {"randomisation", "normality"}) {
      String inference = "\"inference\":\"" + moments + "\"";
      boolean both = moments.equals("normality");
      assertGlobal(
          "moran." + moments + ".near." + style,
          each(points("moran", near, inference, side(both ? "two.sided" : "greater")), names));
      assertGlobal(
          "geary." + moments + ".near." + style,
          each(points("geary", near, inference, side(both ? "less" : "greater")), names));
    }
    assertGlobal("generalg.near." + style, each(points("general-g", near), names));
    String band = "\"kind\":\"distance\",\"distance\":900,\"style\":\"" + style + "\"";
    assertGlobal("generalg.band." + style, each(points("general-g", band), names));
    assertGlobal("moran.randomisation.band." + style, each(points("moran", band), names));
  }

  private static String side(String alternative) {
    return "\"alternative\":\"" + alternative + "\"";
  }

  private static void assertGlobal(String name, double[] found) {
    POINTS.assertSame(name, found, 1e-8);
  }

  @Test
  void localMoranIsThatOfRWithEitherMoments() {
    String near = "\"kind\":\"knn\",\"k\":5";
    for (String inference : new String[] {"conditional", "total"}) {
      for (boolean sample : new boolean[] {false, true}) {
        JsonNode found = points(
            "local-moran",
            near,
            "\"inference\":\"" + inference + "\"",
            "\"sampleVariance\":" + sample);
        String name = "localmoran.W." + (sample ? "sample." : "n.") + inference + ".";
        for (String part : new String[] {"statistic", "expectation", "variance", "z", "p"}) {
          POINTS.assertSame(name + part, numbers(found.path(part)), 1e-8);
        }
      }
    }
    POINTS.assertSame(
        "localmoran.fdr", numbers(points("local-moran", near).path("pAdjusted")), 1e-8);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 60, 90, 120})
  void theExampleOfOrdAndGetisIsThatOfR(int metres) {
    Oracle r = Oracle.read("area/getisord.txt");
    String inputs = inputs(
        field("values", r.numbers("value")),
        field("x", r.numbers("x")),
        field("y", r.numbers("y")),
        "\"weights\":{\"kind\":\"distance\",\"distance\":" + metres + "}");
    int at = (int) r.number("at");
    double gi = server.run("gi", inputs).path("z").get(at).asDouble();
    double star = server.run("gi-star", inputs).path("z").get(at).asDouble();
    r.assertSame("gi." + metres, new double[] {gi}, 1e-8);
    r.assertSame("gistar." + metres, new double[] {star}, 1e-8);
  }

  /** Well-known text as the GeoJSON that says the same. */
  private static String geometry(String text) {
    String type = text.startsWith("MULTI") ? "MultiPolygon" : "Polygon";
    String pairs = text.substring(text.indexOf('('))
        .replaceAll("(-?[0-9.]+) (-?[0-9.]+)", "[$1,$2]")
        .replace('(', '[')
        .replace(')', ']');
    return "{\"type\":\"" + type + "\",\"coordinates\":" + pairs + "}";
  }

  private static String counties() {
    StringJoiner all = new StringJoiner(",");
    for (int i = 0; i < 100; i++) {
      all.add("{\"type\":\"Feature\",\"properties\":null,\"geometry\":"
          + geometry(COUNTIES.text("polygon." + i)) + "}");
    }
    return all.toString();
  }

  private static String cases() {
    return field("counts", COUNTIES.numbers("cases")) + ","
        + field("population", COUNTIES.numbers("births"));
  }

  @Test
  void ratesAreSmoothedToTheNeighborsAsInR() {
    String features = counties();
    for (String around : List.of(
        field("neighbors", COUNTIES.lists("queen", 100)),
        "\"areas\":[" + features + "]",
        "\"areas\":{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}")) {
      JsonNode found = server.run("empirical-bayes", inputs(cases(), around));
      COUNTIES.assertSame("local.smoothed", numbers(found.path("smoothed")), 1e-8);
      COUNTIES.assertSame("local.m", numbers(found.path("localMean")), 1e-8);
      COUNTIES.assertSame("local.a", numbers(found.path("localSpread")), 1e-8);
      int anson = (int) COUNTIES.number("anson");
      assertEquals(.008171697, found.path("smoothed").get(anson).asDouble(), 5e-10);
    }
  }

  @Test
  void ratesAreSmoothedToAllAsInR() {
    JsonNode found = server.run("empirical-bayes", inputs(cases()));
    COUNTIES.assertSame("eb.smoothed", numbers(found.path("smoothed")), 1e-8);
    COUNTIES.assertSame("eb.raw", numbers(found.path("rate")), 1e-8);
    COUNTIES.assertSame("choynowski", numbers(found.path("choynowski")), 1e-8);
    COUNTIES.assertSame("eb.parameters", each(found, "spread", "mean"), 1e-8);
    int anson = (int) COUNTIES.number("anson");
    int ashe = (int) COUNTIES.number("ashe");
    assertEquals(.004838804, found.path("smoothed").get(anson).asDouble(), 5e-10);
    assertEquals(.99999974, found.path("choynowski").get(anson).asDouble(), 5e-9);
    assertEquals(.001697297, found.path("smoothed").get(ashe).asDouble(), 5e-10);
  }

  @Test
  void ratesOfCountiesLieTogetherAsInTheTable() {
    String queen = field("neighbors", COUNTIES.lists("queen", 100));
    double[] rate = COUNTIES.numbers("cases");
    double[] births = COUNTIES.numbers("births");
    java.util.Arrays.setAll(rate, i -> rate[i] / births[i]);
    JsonNode raw = server.run("moran", inputs(field("values", rate), queen));
    COUNTIES.assertSame("moran", each(raw, "statistic", "expectation", "variance", "z", "p"), 1e-8);
    JsonNode index = server.run(
        "moran",
        inputs(
            field("values", COUNTIES.numbers("cases")),
            field("population", births),
            queen,
            "\"permutations\":999"));
    assertEquals(.2487462143, index.path("statistic").asDouble(), 5e-11);
    assertEquals(.001, index.path("p").asDouble(), 1e-12);
  }

  @Test
  void ratesPerThousandHaveTheirExactIntervals() {
    Oracle r = Oracle.read("change/counts.txt");
    double[] counts = r.numbers("count");
    double[] people = new double[counts.length];
    java.util.Arrays.fill(people, 2_000);
    JsonNode found = server.run(
        "rates", inputs(field("counts", counts), field("population", people), "\"years\":2"));
    // 1,000 / (2,000 residents x 2 years) is a quarter.
    double[] low =
        java.util.Arrays.stream(numbers(found.path("low"))).map(v -> 4 * v).toArray();
    double[] high =
        java.util.Arrays.stream(numbers(found.path("high"))).map(v -> 4 * v).toArray();
    r.assertSame("garwood.low", low, 1e-8);
    r.assertSame("garwood.high", high, 1e-8);
    assertEquals(counts[3] / 4, found.path("rate").get(3).asDouble(), 1e-12);
  }

  @Test
  void funnelLimitsAreThoseOfRAndPlacesWithoutResidentsHaveNone() {
    Oracle r = Oracle.read("change/counts.txt");
    JsonNode found = server.run(
        "funnel",
        inputs(field("counts", r.numbers("cases")), field("population", r.numbers("people"))));
    r.assertSame("funnel", each(found, "target", "phi"), 1e-8);
    r.assertSame("limit.0.025", numbers(found.at("/limits/low95")), 0);
    r.assertSame("limit.0.975", numbers(found.at("/limits/high95")), 0);
    r.assertSame("limit.0.001", numbers(found.at("/limits/low998")), 0);
    r.assertSame("limit.0.999", numbers(found.at("/limits/high998")), 0);
    r.assertSame("funnel.z", numbers(found.path("z")), 1e-8);
    JsonNode empty = server.run("funnel", "{\"counts\":[5,9,3],\"population\":[100,0,300]}");
    assertEquals(8 / 400.0, empty.path("target").asDouble(), 1e-15);
    assertTrue(empty.path("rate").get(1).isNull() && empty.path("z").get(1).isNull());
    assertTrue(empty.at("/limits/high95").get(1).isNull());
    assertEquals(0, empty.path("outside").get(1).asInt());
  }

  @Test
  void askingForPermutationsAloneIsRecordedAsSuch() {
    String lattice = inputs(
        field("values", new double[] {1, 5, 2, 8, 3, 9, 4, 1, 7}),
        field("neighbors", Inline.lattice(3)));
    assertEquals(
        "permutation",
        server
            .run("local-moran", lattice.replaceFirst("}$", ",\"permutations\":99}"))
            .at("/run/parameters/inference")
            .asText());
    assertEquals(
        "conditional",
        server.run("local-moran", lattice).at("/run/parameters/inference").asText());
  }
}
