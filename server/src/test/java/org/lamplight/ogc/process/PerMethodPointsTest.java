package org.lamplight.ogc.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lamplight.ogc.process.Inline.field;
import static org.lamplight.ogc.process.Inline.inputs;
import static org.lamplight.ogc.process.Inline.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.lamplight.analysis.chance.Oracle;

/** Each method of events over HTTP, held to what R found of the same data, in every shape that its inputs may have. */
class PerMethodPointsTest extends ProcessTest {

  private static final Oracle CLUSTERS = Oracle.read("point/clusters.txt");
  private static final Oracle DENSITY = Oracle.read("point/density.txt");
  private static final Oracle KNOX = Oracle.read("point/knox.txt");
  private static final Oracle RIPLEY = Oracle.read("point/ripley.txt");

  private static String places(Oracle r, String prefix) {
    return field("x", r.numbers(prefix + "x")) + "," + field("y", r.numbers(prefix + "y"));
  }

  private static JsonNode run(String process, Oracle r, String... more) {
    return server.run(process, inputs(places(r, ""), String.join(",", more)));
  }

  /** Labels renamed in the order in which they come, noise kept. */
  private static double[] renamed(double[] labels) {
    Map<Double, Double> names = new HashMap<>(Map.of(0.0, 0.0));
    return Arrays.stream(labels)
        .map(label -> names.computeIfAbsent(label, other -> (double) names.size()))
        .toArray();
  }

  @Test
  void clustersOfAnyDensityAreThoseOfR() {
    for (int least : new int[] {4, 5, 8, 15}) {
      JsonNode found = run("hdbscan", CLUSTERS, "\"minPoints\":" + least);
      assertArrayEquals(
          renamed(CLUSTERS.numbers("hdbscan." + least)), numbers(found.path("label")));
      CLUSTERS.assertSame("hdbscan.membership." + least, numbers(found.path("membership")), 1e-8);
      CLUSTERS.assertSame("hdbscan.outlier." + least, numbers(found.path("outlierScore")), 1e-8);
      double[] stability = numbers(found.path("stability"));
      Arrays.sort(stability);
      CLUSTERS.assertSame("hdbscan.stability." + least, stability, 1e-8);
      assertEquals(stability.length, found.path("clusters").asInt());
    }
  }

  @Test
  void clustersOfPlacesAndTimesAreThoseOfR() {
    for (int eps : new int[] {60, 100, 180}) {
      for (int least : new int[] {2, 4, 8}) {
        JsonNode found = run("dbscan", CLUSTERS, "\"eps\":" + eps, "\"minPoints\":" + least);
        CLUSTERS.assertSame("dbscan." + eps + "." + least, numbers(found.path("label")), 0);
      }
    }
    for (int days : new int[] {5, 12}) {
      JsonNode found = run(
          "st-dbscan",
          CLUSTERS,
          field("t", CLUSTERS.numbers("day")),
          "\"eps\":150,\"epsTime\":" + days + ",\"minPoints\":4");
      CLUSTERS.assertSame("st." + days, numbers(found.path("label")), 0);
    }
  }

  @Test
  void densitiesAtTheEventsAreThoseOfR() {
    String gaussian = "\"kernel\":\"gaussian\",\"bandwidth\":200,\"edge\":\"none\"";
    StringJoiner pairs = new StringJoiner(",", "\"at\":[", "]");
    double[] x = DENSITY.numbers("x");
    double[] y = DENSITY.numbers("y");
    for (int i = 0; i < x.length; i++) {
      pairs.add("[" + x[i] + "," + y[i] + "]");
    }
    for (String at : List.of(
        "\"at\":\"points\"",
        "\"at\":{" + field("x", x) + "," + field("y", y) + "}",
        pairs.toString())) {
      DENSITY.assertSame(
          "gaussian", numbers(run("density", DENSITY, gaussian, at).path("density")), 1e-8);
    }
    String at = pairs.toString();
    String weight = field("weight", DENSITY.numbers("weight"));
    DENSITY.assertSame(
        "gaussian.weighted",
        numbers(run("density", DENSITY, gaussian, weight, at).path("density")),
        1e-8);
    String quartic = "\"bandwidth\":" + 150 * Math.sqrt(8);
    DENSITY.assertSame(
        "quartic", numbers(run("density", DENSITY, quartic, at).path("density")), 1e-8);
  }

  @Test
  void aWindowIsTheSameInEveryShape() {
    String ring = "[[0,0],[900,0],[900,600],[0,600],[0,0]]";
    String polygon = "{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}";
    String feature = "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + polygon + "}";
    for (String window : List.of(
        "[0,0,900,600]",
        "{\"bbox\":[0,0,900,600]}",
        ring,
        "[[0,0],[900,0],[900,600],[0,600]]",
        "[" + ring + "]",
        "[[" + ring + "]]",
        polygon,
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[" + ring + "]]}",
        "{\"type\":\"GeometryCollection\",\"geometries\":[" + polygon + "]}",
        feature,
        "{\"type\":\"FeatureCollection\",\"features\":[" + feature + "]}")) {
      for (String correction : new String[] {"none", "border", "translation", "isotropic"}) {
        JsonNode found = run(
            "ripley-k",
            RIPLEY,
            "\"window\":" + window,
            field("r", RIPLEY.numbers("r")),
            "\"correction\":\"" + correction + "\"");
        RIPLEY.assertSame(correction, numbers(found.path("k")), 1e-8);
      }
    }
    String asked = inputs(places(RIPLEY, ""), "\"window\":%s");
    assertTrue(server.refused("ripley-k", asked.formatted("[0,900,600]")).contains("minX"));
    assertTrue(server
        .refused("ripley-k", asked.formatted("{\"xrange\":[0,900],\"yrange\":[0,600]}"))
        .contains("minX"));
  }

  @Test
  void gatheringInAPolygonIsThatOfR() {
    double[] x = RIPLEY.numbers("polygon.window.x");
    double[] y = RIPLEY.numbers("polygon.window.y");
    StringJoiner ring = new StringJoiner(",", "\"window\":[", "]");
    for (int i = 0; i < x.length; i++) {
      ring.add("[" + x[i] + "," + y[i] + "]");
    }
    for (String correction : new String[] {"translation", "border"}) {
      JsonNode found = server.run(
          "ripley-k",
          inputs(
              places(RIPLEY, "polygon."),
              ring.toString(),
              field("r", RIPLEY.numbers("r")),
              "\"correction\":\"" + correction + "\""));
      RIPLEY.assertSame("polygon." + correction, numbers(found.path("k")), 1e-8);
    }
  }

  @Test
  void anEnvelopeIsWithinChanceOfRHoweverSimulationsAreCalled() {
    String even = places(RIPLEY, "even.") + ",\"window\":[0,0,900,600],"
        + field("r", RIPLEY.numbers("r")) + ",\"seed\":5";
    JsonNode found = server.run("ripley-k", inputs(even, "\"permutations\":1999"));
    assertEquals(
        found.path("envelope"),
        server.run("ripley-k", inputs(even, "\"simulations\":1999")).path("envelope"));
    for (String test : new String[] {"mad", "dclf"}) {
      double p = RIPLEY.numbers(test)[1];
      double chance = 4 * Math.sqrt(2 * p * (1 - p) / 2000);
      assertEquals(p, found.at("/envelope/" + test + "P").asDouble(), chance);
    }
    assertTrue(server
        .refused("ripley-k", inputs(even, "\"simulations\":19,\"permutations\":19"))
        .contains("one of them"));
  }

  @Test
  void nearRepeatsAreThoseOfRHoweverBandsAreWritten() {
    String t = field("t", KNOX.numbers("day"));
    for (String bands : List.of(
        "\"permutations\":0",
        "\"distanceBands\":[0,1,100,200,300,400],\"timeBands\":[0,7,14,21,28]",
        "\"distanceBands\":[1,100,200,300,400],\"timeBands\":[7,14,21,28]",
        "\"distanceBands\":[[0,1],[1,100],[100,200],[200,300],[300,400]],\"timeBands\":[7,14,21,28]")) {
      JsonNode found = run("knox", KNOX, t, bands);
      KNOX.assertSame("euclid.observed", flat(found.path("observed")), 0);
      KNOX.assertSame("euclid.expected", flat(found.path("expected")), 1e-8);
      KNOX.assertSame("euclid.bydistance", numbers(found.path("pairsByDistance")), 0);
      KNOX.assertSame("euclid.bytime", numbers(found.path("pairsByTime")), 0);
      assertEquals("[0, 1)", found.path("distanceBands").get(0).asText());
    }
    JsonNode later = run(
        "knox",
        KNOX,
        t,
        "\"metric\":\"manhattan\",\"permutations\":0",
        "\"distanceBands\":[[50,150],[150,1000],[1000,null]]",
        "\"timeBands\":[[2,10],[10,40],[40,null]]");
    KNOX.assertSame("manhattan.observed", flat(later.path("observed")), 0);
    KNOX.assertSame("manhattan.expected", flat(later.path("expected")), 1e-8);
  }

  @Test
  void theChanceOfANearRepeatIsWithinChanceOfR() {
    JsonNode found = run(
        "knox",
        KNOX,
        field("t", KNOX.numbers("day")),
        "\"distanceBands\":[100],\"timeBands\":[7],\"permutations\":9999,\"seed\":2");
    double variance = KNOX.number("dealt.variance");
    double error = variance * Math.sqrt((KNOX.number("dealt.kurtosis") - 1) / 20_000);
    assertEquals(variance, found.path("variance").get(0).get(0).asDouble(), 4 * error);
    assertEquals(
        KNOX.number("dealt.mean"),
        found.path("expected").get(0).get(0).asDouble(),
        4 * Math.sqrt(variance / 20_000));
    assertEquals(KNOX.number("surveillance.statistic"), flat(found.path("observed"))[0]);
    assertEquals(1e-4, flat(found.path("p"))[0], 4e-4);
  }

  private static double[] flat(JsonNode table) {
    return java.util.stream.StreamSupport.stream(table.spliterator(), false)
        .flatMapToDouble(row -> Arrays.stream(numbers(row)))
        .toArray();
  }

  @Test
  void cellsAreTheSameInEveryShapeAndAMisspeltMemberIsRefused() {
    String inputs =
        "{\"x\":[10,20],\"y\":[10,20],\"window\":[0,0,1000,600],\"bandwidth\":100,\"grid\":%s}";
    JsonNode first = server.run("density", inputs.formatted("100"));
    assertEquals(60, first.path("density").size());
    for (String grid : List.of(
        "{\"cell\":100}",
        "{\"cellSize\":100}",
        "[10,6]",
        "{\"columns\":10,\"rows\":6}",
        "{\"nx\":10,\"ny\":6}")) {
      assertEquals(
          first.path("density"), server.run("density", inputs.formatted(grid)).path("density"));
    }
    assertTrue(server.refused("density", inputs.formatted("{\"width\":10}")).contains("width"));
    assertTrue(server
        .refused("density", inputs.formatted("{\"columns\":10,\"nx\":10}"))
        .contains("one"));
    assertTrue(server.refused("density", inputs.formatted("\"10x6\"")).contains("columns"));
  }

  @Test
  void degreesInPlaceOfMetresAreRefusedByEachMethodThatMeasures() {
    String degrees = "\"x\":[-118.31,-118.32,-118.33,-118.34],\"y\":[34.01,34.02,34.03,34.041]";
    for (String[] asked : new String[][] {
      {"density", "\"at\":\"points\""},
      {"adaptive-density", "\"at\":\"points\""},
      {"dbscan", "\"eps\":100"},
      {"st-dbscan", "\"eps\":100,\"t\":[1,2,3,4]"},
      {"hdbscan", "\"minPoints\":2"},
      {"knox", "\"t\":[1,2,3,4]"},
      {"ripley-k", "\"window\":[-119,34,-118,35]"},
      {"gi", "\"values\":[1,2,3,4],\"weights\":{\"kind\":\"distance\",\"distance\":500}"},
      {"moran", "\"values\":[1,2,3,4],\"weights\":{\"kind\":\"knn\",\"k\":2}"}
    }) {
      String sentence = server.refused(asked[0], inputs(degrees, asked[1]));
      assertTrue(sentence.contains("degrees"), asked[0] + ": " + sentence);
    }
  }

  @Test
  void weightsThatCannotBeMeantAreRefused() {
    String asked = "{\"values\":[1,2,3,9],\"x\":[1,2,3,4],\"y\":[1,2,3,5],\"weights\":{%s}}";
    assertTrue(server.refused("gi", asked.formatted("\"self\":true")).contains("self"));
    assertTrue(server.refused("gi", asked.formatted("\"k\":2,\"distance\":3")).contains("kind"));
    assertTrue(server.refused("gi", asked.formatted("\"kind\":\"queen\"")).contains("areas"));
  }
}
