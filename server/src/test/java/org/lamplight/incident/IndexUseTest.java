package org.lamplight.incident;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.db.TestDatabase;
import org.lamplight.filter.Condition;
import org.lamplight.filter.SqlFilter;
import org.lamplight.geo.BBox;

/** Each index of the incidents is what the planner takes for the question that it is there for. */
class IndexUseTest {

  private static Database database;
  private static City city;
  private static Incidents incidents;

  @BeforeAll
  static void open() {
    database = TestDatabase.open();
    city = SyntheticIncidents.write(database, 40_000, 0.5);
    database.jdbi().useHandle(handle -> handle.execute("analyze incident"));
    incidents = SyntheticIncidents.open(database, city);
  }

  @AfterAll
  static void close() {
    incidents.close();
    database.close();
  }

  @Test
  void aSmallBoxIsFoundByTheSpatialIndex() {
    usesIndex("geom_idx", new Condition.InBox(List.of(new BBox(-118.31, 33.99, -118.305, 33.995))));
  }

  @Test
  void aSmallMetricBoxIsFoundByItsOwnSpatialIndex() {
    usesIndex("geom_metric_idx", new Condition.InMetricBox(380_000, 3_760_000, 380_500, 3_760_500));
  }

  @Test
  void aDayIsFoundByItsTime() {
    usesIndex("city_occurred_from_idx", filter(Map.of("datetime", "2021-07-01")));
  }

  @Test
  void anOffenceInADayIsFoundByItsCode() {
    usesIndex(
        "occurred_from_idx",
        filter(Map.of("datetime", "2021-07-01/2021-07-03", "offence", "motor-vehicle-theft")));
  }

  @Test
  void aRecordNumberIsFoundByItself() {
    usesIndex("city_record_idx", filter(Map.of("record", "R77")));
  }

  @Test
  void aRareAreaIsFoundByTheIndexOfAreas() {
    database.jdbi().useHandle(handle -> {
      handle.execute("update incident set areas = areas || 999 where id % 2000 = 0");
      handle.execute("analyze incident");
    });
    usesIndex("areas_idx", new Condition.Overlaps("areas", List.of(999)));
  }

  @Test
  void thePageAfterANumberIsFoundByTheKey() {
    usesIndex("pkey", new Condition.AnyOf("id", List.of(20_000L, 20_001L)));
  }

  private static Condition filter(Map<String, String> parameters) {
    return incidents.at(city).parameters().parse(parameters);
  }

  private static void usesIndex(String index, Condition condition) {
    SqlFilter filter = SqlFilter.of(condition, IncidentStore.COLUMNS, 26911);
    String plan = database
        .jdbi()
        .withHandle(handle -> String.join(
            "\n",
            handle
                .createQuery("explain " + Sql.load("incident/count"))
                .define("where", filter.where())
                .bind("city", city.id())
                .bindMap(filter.bindings())
                .mapTo(String.class)
                .list()));
    assertTrue(plan.contains("_" + index), plan);
  }
}
