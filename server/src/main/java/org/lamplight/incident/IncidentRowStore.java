package org.lamplight.incident;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.incident.IncidentStore.Coordinates;

/** Reads incidents that the snapshot has chosen, by their numbers. */
final class IncidentRowStore {

  private final Database database;

  IncidentRowStore(Database database) {
    this.database = database;
  }

  /**
   * Gives the incidents of these rows of a snapshot to the sink, in the order of their numbers. The year of each names its
   * partition, so that each number costs one look into one index.
   */
  void read(
      City city, Snapshot index, int[] rows, Coordinates coordinates, Consumer<Incident> sink) {
    if (rows.length == 0) {
      return;
    }
    Map<Integer, long[]> byYear = idsByYear(index, rows);
    database.jdbi().useHandle(handle -> {
      if (rows.length <= IncidentStore.ROWS_AT_A_TIME) {
        read(handle, city, byYear, coordinates, sink);
      } else {
        handle.useTransaction(inside -> read(inside, city, byYear, coordinates, sink));
      }
    });
  }

  private static Map<Integer, long[]> idsByYear(Snapshot index, int[] rows) {
    Map<Integer, LongStream.Builder> byYear = new TreeMap<>();
    for (int row : rows) {
      byYear
          .computeIfAbsent(Math.floorDiv(index.month(row), 12), year -> LongStream.builder())
          .add(index.id(row));
    }
    Map<Integer, long[]> arrays = new TreeMap<>();
    byYear.forEach((year, ids) -> arrays.put(year, ids.build().toArray()));
    return arrays;
  }

  private static void read(
      Handle handle,
      City city,
      Map<Integer, long[]> byYear,
      Coordinates coordinates,
      Consumer<Incident> sink) {
    StringJoiner parts = new StringJoiner("\nunion all\n", "", "\norder by id");
    for (int part = 0; part < byYear.size(); part++) {
      parts.add(Sql.load("incident/rows").replace("<part>", Integer.toString(part)));
    }
    try (Query query = handle.createQuery(parts.toString())) {
      query.define("x", coordinates.x).define("y", coordinates.y).bind("city", city.id());
      int part = 0;
      for (Map.Entry<Integer, long[]> year : byYear.entrySet()) {
        query.bind("year" + part, year.getKey()).bind("ids" + part, year.getValue());
        part++;
      }
      query.setFetchSize(IncidentStore.ROWS_AT_A_TIME);
      try (ResultIterator<Incident> found =
          query.map((row, context) -> IncidentStore.incident(row)).iterator()) {
        found.forEachRemaining(sink);
      }
    }
  }
}
