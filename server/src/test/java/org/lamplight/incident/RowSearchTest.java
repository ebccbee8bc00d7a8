package org.lamplight.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.TestDatabase;
import org.lamplight.filter.Condition;
import org.lamplight.geo.BBox;
import org.lamplight.incident.IncidentStore.Coordinates;

/** Pages and counts by the index and its grid are those of SQL alone. */
class RowSearchTest {

  private static Database database;
  private static City city;
  private static Incidents incidents;
  private static IncidentStore store;

  @BeforeAll
  static void open() {
    database = TestDatabase.open();
    city = SyntheticIncidents.write(database, 5_000, 0.11);
    incidents = SyntheticIncidents.open(database, city);
    store = new IncidentStore(database);
  }

  @AfterAll
  static void close() {
    incidents.close();
    database.close();
  }

  @Test
  void pagesOfRandomFiltersAreThoseOfSqlAlone() {
    SplittableRandom random = new SplittableRandom(3);
    Incidents.Loaded loaded = incidents.at(city);
    int found = 0;
    for (int round = 0; round < 200; round++) {
      Condition condition = condition(random, loaded);
      long after = random.nextInt(4) == 0 ? random.nextInt(5_000) : 0;
      RowSearch search = RowSearch.of(loaded, condition).orElseThrow();
      int limit = 1 + random.nextInt(300);
      List<Incident> expected = new ArrayList<>();
      store.page(
          city,
          new IncidentStore.Page(condition, after, limit, Coordinates.DEGREES),
          expected::add);
      List<Incident> actual = new ArrayList<>();
      int[] rows = search.page(after, limit);
      store.rows(city, loaded.index().orElseThrow(), rows, Coordinates.DEGREES, actual::add);
      assertEquals(
          expected.stream().map(Incident::id).toList(),
          actual.stream().map(Incident::id).toList(),
          condition.toString());
      assertEquals(store.count(city, condition), search.count(), condition.toString());
      found += actual.size();
    }
    assertTrue(found > 5_000, "the filters hold too few incidents to say anything: " + found);
  }

  private static Condition condition(SplittableRandom random, Incidents.Loaded loaded) {
    double size = random.nextDouble() * (random.nextBoolean() ? 0.03 : 0.2);
    double west = -118.42 + random.nextDouble() * 0.2;
    double south = 33.88 + random.nextDouble() * 0.2;
    Condition box = new Condition.InBox(List.of(new BBox(west, south, west + size, south + size)));
    return switch (random.nextInt(4)) {
      case 0 -> box;
      case 1 -> loaded.parameters().parse(Map.of("hours", "18-23"));
      case 2 -> box.and(loaded.parameters().parse(Map.of("weekdays", "5-7", "group", "vehicle")));
      default -> loaded.parameters().parse(Map.of("area", "neighborhoods:west")).and(box);
    };
  }
}
