package org.lamplight.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/** The same filter gives the same incidents from SQL and from the index in memory. */
class FilterAgreementTest {

  private static Database database;
  private static City city;
  private static Incidents incidents;
  private static IncidentStore store;

  @BeforeAll
  static void open() {
    database = TestDatabase.open();
    city = SyntheticIncidents.write(database, 4_000, 0.42);
    incidents = SyntheticIncidents.open(database, city);
    store = new IncidentStore(database);
  }

  @AfterAll
  static void close() {
    incidents.close();
    database.close();
  }

  @Test
  void randomFiltersGiveTheSameIncidentsFromSqlAndFromMemory() {
    SplittableRandom random = new SplittableRandom(7);
    int found = 0;
    for (int round = 0; round < 600; round++) {
      Map<String, String> parameters = draw(random);
      Condition condition = incidents.at(city).parameters().parse(parameters);
      if (random.nextBoolean()) {
        condition = condition.and(box(random));
      }
      if (random.nextBoolean()) {
        String text = RandomFilterText.draw(random);
        parameters.put("filter", text);
        condition = condition.and(incidents.at(city).parameters().one("filter", text));
      }
      List<Long> fromSql = ids(condition, 0, 10_000);
      if (incidents.at(city).select(condition).isEmpty()) {
        assertTrue(condition.toString().contains("InMetricBox"), condition.toString());
        continue;
      }
      assertEquals(fromSql, fromMemory(condition), parameters + " " + condition);
      assertEquals(fromSql.size(), store.count(city, condition));
      assertEquals(fromSql.size(), incidents.count(city, condition));
      found += fromSql.size();
    }
    assertTrue(
        found > 10_000, "the filters drawn hold too few incidents to say anything: " + found);
  }

  @Test
  void pagesByNumberNeitherSkipNorRepeat() {
    Condition condition = incidents.at(city).parameters().parse(Map.of("hours", "18-2"));
    List<Long> paged = new ArrayList<>();
    long after = 0;
    while (true) {
      List<Long> page = ids(condition, after, 137);
      paged.addAll(page);
      if (page.size() < 137) {
        break;
      }
      after = page.get(page.size() - 1);
    }
    assertEquals(ids(condition, 0, 10_000), paged);
  }

  @Test
  void aCursorOfManyRowsGivesWhatOneReadGives() {
    assertEquals(
        ids(Condition.always(), 0, 1_000), ids(Condition.always(), 0, 2_500).subList(0, 1_000));
    assertEquals(4_000, incidents.count(city, Condition.always()));
  }

  @Test
  void aNewDataVersionIsCountedFromTheDatabaseUntilTheIndexIsRead() {
    try (Database other = TestDatabase.open()) {
      City small = SyntheticIncidents.write(other, 100, 0.1);
      Incidents watched = SyntheticIncidents.open(other, small);
      other.jdbi().useHandle(h -> {
        h.execute("delete from incident where id <= 40");
        h.execute("update city set data_version = data_version + 1");
      });
      assertEquals(60, watched.count(small, Condition.always()));
      assertTrue(watched.at(small).index().isEmpty());
      watched.refresh(small);
      assertEquals(60, watched.count(small, Condition.always()));
      assertTrue(watched.at(small).index().isPresent());
      watched.close();
    }
  }

  private static List<Long> ids(Condition condition, long after, int limit) {
    List<Long> ids = new ArrayList<>();
    store.page(
        city,
        new IncidentStore.Page(condition, after, limit, IncidentStore.Coordinates.DEGREES),
        incident -> ids.add(incident.id()));
    return ids;
  }

  private static List<Long> fromMemory(Condition condition) {
    Incidents.Loaded present = incidents.at(city);
    Snapshot snapshot = present.index().orElseThrow();
    List<Long> ids = new ArrayList<>();
    present.select(condition).orElseThrow().forEach(row -> ids.add(snapshot.id(row)));
    ids.sort(null);
    return ids;
  }

  private static Map<String, String> draw(SplittableRandom random) {
    Map<String, String> parameters = new LinkedHashMap<>();
    put(random, parameters, "hours", random.nextInt(24) + "-" + random.nextInt(24));
    put(random, parameters, "weekdays", (1 + random.nextInt(7)) + "," + (1 + random.nextInt(7)));
    put(
        random,
        parameters,
        "area",
        random.nextBoolean() ? "neighborhoods:west" : "neighborhoods:east,neighborhoods:west");
    put(
        random,
        parameters,
        "offence",
        random.nextBoolean() ? "other" : "motor-vehicle-theft,other");
    put(random, parameters, "group", "vehicle");
    put(random, parameters, "firearm", random.nextBoolean() ? "true" : "false");
    put(random, parameters, "flags", "placeholder_time");
    put(
        random,
        parameters,
        "datetime",
        "2021-0" + (1 + random.nextInt(9)) + "-0" + (1 + random.nextInt(9)) + "/..");
    return parameters;
  }

  private static void put(
      SplittableRandom random, Map<String, String> parameters, String name, String value) {
    if (random.nextInt(4) == 0) {
      parameters.put(name, value);
    }
  }

  /** Boxes with edges on the grid of the coordinates, so that points lie on them. */
  private static Condition box(SplittableRandom random) {
    double west = Math.round((-118.4 + random.nextDouble() * 0.1) * 1e4) / 1e4;
    double south = Math.round((33.9 + random.nextDouble() * 0.1) * 1e4) / 1e4;
    return switch (random.nextInt(3)) {
      case 0 -> new Condition.InBox(List.of(new BBox(west, south, west + 0.05, south + 0.05)));
      case 1 ->
        new Condition.InBox(List.of(
            new BBox(west, south, west + 0.01, 34.1),
            new BBox(-118.25, south, -118.2, south + 0.05)));
      default ->
        new Condition.InMetricBox(371_000, 3_752_000, 371_000 + random.nextInt(20_000), 3_770_000);
    };
  }
}
