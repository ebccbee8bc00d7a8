package org.lamplight.ogc.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamplight.filter.Shape;
import org.lamplight.incident.ShapeText;
import org.lamplight.study.Lane;

/** Runs on a stored layer: its filter and shape choose what SQL chooses, and what cannot be leant on is refused. */
class PerMethodLayersTest extends ProcessTest {

  private static final String BOX =
      "{\"type\":\"Polygon\",\"coordinates\":[[[-118.35,33.92],[-118.22,33.92],[-118.22,34.07],[-118.35,34.07],[-118.35,33.92]]]}";

  private static String layer(String filter) {
    return "{\"layer\":{\"collection\":\"incidents\",\"filter\":{" + filter + "}}}";
  }

  private static long count(String where) {
    return server
        .database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(
                "select count(*) from incident where geom is not null and code = 1 and " + where)
            .mapTo(Long.class)
            .one());
  }

  private static long events(String filter) {
    JsonNode found = server.run("density", layer(filter));
    assertEquals(
        found.at("/run/events").asDouble(),
        found.path("integral").asDouble(),
        0.5,
        found.path("run").toString());
    return found.at("/run/events").asLong();
  }

  @Test
  void aFilterChoosesWhatSqlChooses() {
    String hours = "hour between 19 and 22";
    long expected = count(hours);
    assertTrue(expected > 50, "too few to say anything: " + expected);
    assertEquals(expected, events("\"hours\":\"19-22\""));
    assertEquals(expected, events("\"hours\":[19,20,21,22]"));
    assertEquals(
        count(hours + " and weekday in (6, 7)"),
        events("\"hours\":\"19-22\",\"weekdays\":\"6-7\""));
    assertEquals(
        count(hours + " and not firearm"),
        events("\"hours\":\"19-22\",\"filter\":\"firearm = false\""));
  }

  @Test
  void aShapeChoosesWhatSqlChooses() {
    Shape shape = ShapeText.parse(ProcessServer.parse(BOX), server.city);
    String id = server
        .incidents
        .shapes()
        .keep(server.city, ShapeText.id(shape), shape, Instant.now())
        .id();
    String inside =
        "lon between -118.35 and -118.22 and lat between 33.92 and 34.07 and hour between 12 and 23";
    long expected = count(inside);
    assertTrue(expected > 50 && expected < count("hour between 12 and 23"));
    assertEquals(expected, events("\"shape\":\"" + id + "\",\"hours\":\"12-23\""));
    assertTrue(
        server.refused("density", layer("\"shape\":\"" + "x".repeat(26) + "\"")).contains("shape"));
  }

  @Test
  void tooFewEventsAreRefusedWithWhatIsMissing() {
    for (String process : new String[] {"density", "knox", "adaptive-density"}) {
      String sentence = server.refused(process, layer("\"datetime\":\"2021-03-01/2021-03-04\""));
      assertTrue(sentence.contains("at least"), process + ": " + sentence);
    }
    String misspelt =
        "{\"layer\":{\"collection\":\"incidents\",\"grid\":{\"kind\":\"squares\",\"cell\":500}}}";
    assertTrue(server.refused("gi-star", misspelt).contains("cell"));
  }

  @Test
  void aPileOfEventsWithoutATruePlaceIsRefusedUntilItIsSetAside() {
    try (ProcessServer piled = piled()) {
      for (String process : new String[] {"density", "dbscan", "hdbscan", "ripley-k", "knox"}) {
        String sentence = piled.refused(process, layer("\"offence\":\"motor-vehicle-theft\""));
        assertTrue(sentence.contains("same place"), process + ": " + sentence);
        assertTrue(sentence.contains("set such piles aside"), process + ": " + sentence);
      }
      String elsewhere =
          "\"offence\":\"motor-vehicle-theft\",\"filter\":\"DISJOINT(geometry, POLYGON((-118.3001 33.9999, -118.2999 33.9999, -118.2999 34.0001, -118.3001 34.0001, -118.3001 33.9999)))\"";
      assertTrue(piled.run("density", layer(elsewhere)).at("/run/events").asInt() > 300);
    }
  }

  /** The same city after an import that put half of the thefts on one address. */
  private static ProcessServer piled() {
    ProcessServer other = new ProcessServer();
    other.database.jdbi().useHandle(handle -> {
      handle.execute(
          "update incident set lon = -118.3, lat = 34.0, geom = ST_SetSRID(ST_MakePoint(-118.3, 34.0), 4326), geom_metric = ST_Transform(ST_SetSRID(ST_MakePoint(-118.3, 34.0), 4326), 26911) where geom is not null and id % 2 = 0");
      handle.execute("update city set data_version = 2");
    });
    other.incidents.refresh(other.city);
    return other;
  }

  @Test
  void layersAreReadBesideASecondServer() {
    try (ProcessServer second = new ProcessServer(server, List.of(Lane.OPEN, Lane.ANALYSES))) {
      String asked = layer("\"hours\":\"19-22\"");
      assertEquals(
          server.run("density", asked).path("density"),
          second.run("density", asked).path("density"));
    }
  }
}
