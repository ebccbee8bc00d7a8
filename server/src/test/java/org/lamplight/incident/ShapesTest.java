package org.lamplight.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.TestDatabase;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Condition;
import org.lamplight.filter.Shape;

/** Shapes: what is taken, kept, found again and filtered by. */
class ShapesTest {

  private static final String BOX =
      "{\"type\":\"Polygon\",\"coordinates\":[[[-118.3,33.95],[-118.25,33.95],[-118.25,34.0],[-118.3,34.0],[-118.3,33.95]]]}";
  private static final String CIRCLE =
      "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[-118.3,34.0]},\"properties\":{\"radiusMetres\":2000}}";
  private static Database database;
  private static City city;
  private static Incidents incidents;

  @BeforeAll
  static void open() {
    database = TestDatabase.open();
    city = SyntheticIncidents.write(database, 3_000, 0.15);
    incidents = SyntheticIncidents.open(database, city);
  }

  @AfterAll
  static void close() {
    incidents.close();
    database.close();
  }

  private static Shape shape(String json) {
    try {
      JsonNode node = new ObjectMapper().readTree(json);
      return ShapeText.parse(node, city);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ShapeStore.Kept keep(String json) {
    Shape shape = shape(json);
    return incidents.shapes().keep(city, ShapeText.id(shape), shape, Instant.now());
  }

  @Test
  void theSameShapeHasTheSameIdAndIsFoundAgain() {
    ShapeStore.Kept kept = keep(BOX);
    assertEquals(kept.id(), keep(BOX).id());
    assertEquals(Optional.of(kept.shape()), incidents.shapes().find(city, kept.id()));
    assertEquals(25.6, kept.areaKm2(), 0.2);
    assertEquals(Optional.empty(), incidents.shapes().find(city, "x".repeat(26)));
    assertEquals(Optional.empty(), incidents.shapes().find(city, "' or 1=1"));
  }

  @Test
  void incidentsOfAShapeAreTheSameFromMemoryAndFromSql() {
    for (String json : new String[] {BOX, CIRCLE}) {
      Condition condition =
          incidents.at(city).parameters().parse(Map.of("shape", keep(json).id()));
      long expected = new IncidentStore(database).count(city, condition);
      assertEquals(expected, incidents.at(city).select(condition).orElseThrow().count());
      assertTrue(expected > 50, "too few to say anything: " + expected);
    }
  }

  @Test
  void aCircleIsMeasuredInMetres() {
    Condition condition =
        incidents.at(city).parameters().parse(Map.of("shape", keep(CIRCLE).id()));
    long near = database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(
                "select count(*) from incident where ST_DWithin(geom_metric, ST_Transform(ST_SetSRID(ST_MakePoint(-118.3, 34.0), 4326), 26911), 2000)")
            .mapTo(Long.class)
            .one());
    int found = incidents.at(city).select(condition).orElseThrow().count();
    assertTrue(Math.abs(near - found) <= 1, near + " to " + found);
  }

  @Test
  void anExpiredShapeIsGone() {
    String id = keep(CIRCLE.replace("2000", "1500")).id();
    database
        .jdbi()
        .useHandle(handle -> handle.execute(
            "update shape set expires_at = now() - interval '1 second' where id = ?", id));
    ShapeStore fresh = new ShapeStore(database);
    assertEquals(Optional.empty(), fresh.find(city, id));
    assertTrue(fault(() -> incidents.at(city).parameters().parse(Map.of("shape", "gone")))
        .startsWith("shape: there is no 'gone'"));
  }

  @Test
  void whatIsNoShapeIsRefusedWithThePlace() {
    assertTrue(fault("[[0,0],[1,1],[1,0],[0,1],[0,0]]").contains("not simple"));
    assertTrue(fault("[[-118.3,33.9],[-118.2,34.0],[-118.2,33.9],[-118.3,34.0],[-118.3,33.9]]")
        .contains("-118.25"));
    assertTrue(fault("[[0,0],[1,0],[1,1],[0,0]]").contains("outside the city"));
    assertTrue(fault("[[0,0],[1,0],[1,1]]").contains("end where it begins"));
    assertTrue(fault("[[0,0],[1,\"x\"],[1,1],[0,0]]").contains("two numbers"));
    String many = "[0,0],".repeat(5_001);
    assertTrue(fault("[" + many + "[0,0]]").contains("5,000 vertices"));
    assertTrue(fault(() -> shape("{\"type\":\"LineString\"}")).contains("is needed"));
    assertTrue(fault(() -> shape(CIRCLE.replace("2000", "-1"))).contains("radiusMetres"));
    assertTrue(fault(() -> shape(CIRCLE.replace("-118.3", "-20"))).contains("outside the city"));
  }

  private static String fault(String ring) {
    return fault(() -> shape("{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}"));
  }

  private static String fault(org.junit.jupiter.api.function.Executable work) {
    return assertThrows(Fault.class, work).sentence();
  }
}
