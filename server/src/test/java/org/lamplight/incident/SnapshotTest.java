package org.lamplight.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lamplight.city.City;
import org.lamplight.city.CityStore;
import org.lamplight.db.Database;
import org.lamplight.db.TestDatabase;
import org.lamplight.filter.Condition;

class SnapshotTest {

  @Test
  void everyColumnIsThatOfTheStoredRow() {
    try (Database database = TestDatabase.open()) {
      City city = SyntheticIncidents.write(database, 1_000, 0.6);
      Incidents incidents = SyntheticIncidents.open(database, city);
      Snapshot snapshot = incidents.at(city).index().orElseThrow();
      List<Incident> stored = new ArrayList<>();
      new IncidentStore(database)
          .page(
              city,
              new IncidentStore.Page(
                  Condition.always(), 0, 2_000, IncidentStore.Coordinates.DEGREES),
              stored::add);
      assertEquals(1_000, stored.size());
      for (Incident incident : stored) {
        same(incident, snapshot, RowsById.row(snapshot, incident.id()));
      }
      incidents.close();
    }
  }

  private static void same(Incident incident, Snapshot snapshot, int row) {
    assertEquals(incident.id(), snapshot.id(row));
    assertEquals(incident.place(), snapshot.hasPlace(row));
    if (incident.place()) {
      assertEquals(incident.x(), snapshot.lon(row));
      assertEquals(incident.y(), snapshot.lat(row));
    }
    assertEquals(incident.occurredFrom().getEpochSecond(), snapshot.second(row));
    assertEquals(incident.code(), snapshot.code(row));
    assertEquals((incident.weekday() - 1) * 24 + incident.hour(), snapshot.hourOfWeek(row));
    assertEquals(incident.flags(), snapshot.flags(row));
    assertEquals(incident.firearm(), snapshot.firearm(row));
    ZonedDateTime local = incident.occurredFrom().atZone(SyntheticIncidents.PROFILE.zone());
    assertEquals(local.getYear() * 12 + local.getMonthValue() - 1, snapshot.month(row));
    assertEquals(incident.areas().length == 0 ? 0 : incident.areas()[0], snapshot.area(0, row));
  }

  @Test
  void instantsOutsideAnIntAndPartsOfSecondsAreExact() {
    try (Database database = TestDatabase.open()) {
      City city = SyntheticIncidents.write(database, 50, 0.7);
      database.jdbi().useHandle(handle -> {
        handle.execute(
            "update incident set occurred_from = '2021-05-05 10:00:00.25Z' where id = 1");
        handle.execute(
            "insert into incident select city, 1880, 900, code, hour, weekday, flags, firearm, '1880-01-01 12:00Z', occurred_to, reported_on, lon, lat, geom, geom_metric, areas, record, address, premises, weapon, status, beat from incident where id = 2");
      });
      Incidents incidents = SyntheticIncidents.open(database, city);
      assertEquals(1, during(incidents, city, "2021-05-05T10:00:00.25Z"));
      assertEquals(0, during(incidents, city, "2021-05-05T10:00:00Z"));
      assertEquals(1, during(incidents, city, "../1881-01-01T00:00:00Z"));
      assertEquals(0, during(incidents, city, "../1880-01-01T11:59:59Z"));
      assertEquals(
          Instant.parse("1880-01-01T12:00:00Z").getEpochSecond(),
          incidents.at(city).index().orElseThrow().second(0));
      incidents.close();
    }
  }

  private static int during(Incidents incidents, City city, String interval) {
    Incidents.Loaded present = incidents.at(city);
    Condition condition = present.parameters().parse(Map.of("datetime", interval));
    int found = present.select(condition).orElseThrow().count();
    assertEquals(found, incidents.count(city, condition));
    return found;
  }

  @Test
  void placesFinerThanSevenDecimalsAreKeptAsTheyAre() {
    try (Database database = TestDatabase.open()) {
      City city = SyntheticIncidents.write(database, 60, 0.8);
      database
          .jdbi()
          .useHandle(
              handle -> handle.execute(
                  "update incident set lon = lon + 1e-11, geom = ST_SetSRID(ST_MakePoint(lon + 1e-11, lat), 4326) where geom is not null"));
      Incidents incidents = SyntheticIncidents.open(database, city);
      Snapshot snapshot = incidents.at(city).index().orElseThrow();
      long exact = database
          .jdbi()
          .withHandle(handle -> handle
              .createQuery(
                  "select count(*) from incident where geom is not null and lon = any(:lon)")
              .bind(
                  "lon",
                  java.util.stream.IntStream.range(0, snapshot.size())
                      .filter(snapshot::hasPlace)
                      .mapToDouble(snapshot::lon)
                      .toArray())
              .mapTo(Long.class)
              .one());
      assertEquals(snapshot.size() - snapshot.withoutPlace(), exact);
      incidents.close();
    }
  }

  @Test
  void wordOfAnImportReplacesTheSnapshotAtOnce() throws InterruptedException {
    try (Database database = TestDatabase.open()) {
      City city = SyntheticIncidents.write(database, 80, 0.9);
      Incidents incidents = SyntheticIncidents.open(database, city);
      incidents.keepFresh(List.of(city), made -> {});
      database.jdbi().useTransaction(handle -> {
        handle.execute("delete from incident where id > 30");
        CityStore.bump(handle, city, false);
      });
      long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (incidents.latest(city).version() < 2 && System.nanoTime() < until) {
        Thread.sleep(20);
      }
      assertEquals(30, incidents.latest(city).index().orElseThrow().size());
      assertTrue(incidents.at(city).index().isPresent());
      incidents.close();
    }
  }
}
