package org.lamplight.ogc.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lamplight.ogc.process.Inline.field;
import static org.lamplight.ogc.process.Inline.inputs;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Points, windows and cells as outsiders write them, whatever their shape and size. */
class PointInputsTest extends ProcessTest {

  @Test
  void placesAndWindowsMayBeWrittenInManyWays() {
    String events =
        "{\"x\":[10,50,60],\"y\":[20,30,70],\"kernel\":\"gaussian\",\"bandwidth\":20,\"edge\":\"uniform\",";
    String box = "\"window\":[0,0,100,100],";
    double expected = server
        .run("density", events + box + "\"at\":[[40,40]]}")
        .path("density")
        .get(0)
        .asDouble();
    for (String at : new String[] {
      "[40,40]",
      "[{\"x\":40,\"y\":40}]",
      "{\"type\":\"Point\",\"coordinates\":[40,40]}",
      "{\"type\":\"MultiPoint\",\"coordinates\":[[40,40],[1,1]]}",
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[40,40]}}]}"
    }) {
      JsonNode found = server.run("density", events + box + "\"at\":" + at + "}");
      assertEquals(expected, found.path("density").get(0).asDouble(), at);
    }
    for (String window : new String[] {
      "{\"xmin\":0,\"ymin\":0,\"xmax\":100,\"ymax\":100}",
      "{\"minX\":0,\"minY\":0,\"maxX\":100,\"maxY\":100}",
      "{\"x\":[0,100],\"y\":[0,100]}",
      "{\"x\":[0,100,100,0],\"y\":[0,0,100,100]}"
    }) {
      JsonNode found =
          server.run("density", events + "\"window\":" + window + ",\"at\":[[40,40]]}");
      assertEquals(expected, found.path("density").get(0).asDouble(), 1e-15, window);
    }
    assertTrue(server
        .refused("density", events + "\"window\":{\"left\":0},\"at\":[[40,40]]}")
        .contains("window"));
    assertTrue(server.refused("density", events + box + "\"at\":[{\"lon\":1}]}").contains("at[0]"));
  }

  @Test
  void theIntegralOfAUniformCorrectionDoesNotDependOnTheGrid() {
    String events =
        "{\"x\":[100,500,610,900,20],\"y\":[100,350,340,600,690],\"kernel\":\"gaussian\",\"bandwidth\":120,"
            + "\"edge\":\"uniform\",\"window\":[0,0,1000,700],";
    double fine = 0;
    JsonNode grid = server.run("density", events + "\"grid\":{\"columns\":500,\"rows\":350}}");
    for (JsonNode cell : grid.path("density")) {
      fine += cell.asDouble() * 4;
    }
    for (String where : new String[] {"\"grid\":300", "\"grid\":130", "\"at\":[[1,1]]"}) {
      JsonNode found = server.run("density", events + where + "}");
      assertEquals(fine, found.path("integral").asDouble(), 1e-3 * fine, where);
    }
    JsonNode adaptive = server.run(
        "adaptive-density",
        events.replace("\"kernel\":\"gaussian\",\"bandwidth\":120,", "\"pilotBandwidth\":120,")
            + "\"at\":[[1,1]]}");
    assertEquals(5, adaptive.path("integral").asDouble(), 1.5);
  }

  @Test
  void cellsOfUnequalSizeAreRankedByWhatWasForeseenForTheirSize() {
    // As R's ptools has it: pai(data.frame(o, p, a), "o", "p", "a").
    JsonNode found = server.run(
        "hot-spot-accuracy",
        "{\"observed\":[5,3,8,1],\"predicted\":[6,4,7,2],\"area\":[1,0.5,4,0.25]}");
    assertEquals("[1,3,0,2]", found.path("order").toString().replace("[3,1", "[1,3"));
    double[] pai = {1.35294, 1.80392, 1.73950, 1};
    double[] pei = {0.6667, 1, 1, 1};
    double[] rri = {2, 1.5, 1.3333, 1.1176};
    for (int k = 0; k < 4; k++) {
      assertEquals(pai[k], found.path("pai").get(k).asDouble(), 1e-5);
      assertEquals(pei[k], found.path("pei").get(k).asDouble(), 1e-4);
      assertEquals(rri[k], found.path("rri").get(k).asDouble(), 1e-4);
    }
    JsonNode equal = server.run(
        "hot-spot-accuracy", "{\"observed\":[6,3,0],\"predicted\":[3,2,1],\"area\":62500}");
    assertEquals(1.5, equal.path("pai").get(1).asDouble(), 1e-12);
  }

  @Test
  void oneAddressOfManyDoesNotSpoilAUnitSquare() {
    JsonNode small = server.run("hdbscan", blobs(1e-4));
    JsonNode large = server.run("hdbscan", blobs(1));
    assertEquals(large.path("label"), small.path("label"));
    for (int i = 0; i < large.path("outlierScore").size(); i++) {
      assertEquals(
          large.path("outlierScore").get(i).asDouble(),
          small.path("outlierScore").get(i).asDouble(),
          1e-9);
    }
  }

  /** Two gatherings and a pile of six on one place. */
  private static String blobs(double scale) {
    java.util.Random random = new java.util.Random(4);
    double[] x = new double[66];
    double[] y = new double[66];
    for (int i = 0; i < 66; i++) {
      double middle = i < 30 ? 2_000 : 7_000;
      x[i] = scale * (i < 60 ? middle + 400 * random.nextGaussian() : 5_000);
      y[i] = scale * (i < 60 ? middle + 400 * random.nextGaussian() : 1_000);
    }
    return inputs(field("x", x), field("y", y), "\"minPoints\":5");
  }
}
