package org.lamplight.app.bench;

import java.util.List;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseAddress;
import org.lamplight.db.Sql;

/** A city ten times as large: each incident of the million-row city and nine more near it. It has no indexes, which only loading needs. */
final class ExploreScaleStore {

  private static final String NAME = "lamplight_ten";
  private static final List<String> BARE = List.of(
      "alter table incident drop constraint incident_pkey",
      "drop index incident_geom",
      "drop index incident_geom_metric",
      "drop index incident_occurred",
      "drop index incident_code",
      "drop index incident_record",
      "drop index incident_areas");

  private ExploreScaleStore() {}

  /** The database, made if it is not there: a copy of the other, whose connections must all be closed. */
  static DatabaseAddress ensure(DatabaseAddress million, Report report) {
    try (Database admin = Database.open(million.withDatabase("postgres"), "bench-admin", 1, 0)) {
      boolean there = admin
              .jdbi()
              .withHandle(handle -> handle
                  .createQuery("select count(*) from pg_database where datname = :name")
                  .bind("name", NAME + "_ready")
                  .mapTo(Integer.class)
                  .one())
          > 0;
      if (!there) {
        report.say("  making a city of ten million ...");
        admin.jdbi().useHandle(handle -> {
          handle.execute("drop database if exists " + NAME + " with (force)");
          handle.execute("create database " + NAME + " template lamplight");
        });
        fill(million.withDatabase(NAME));
        admin
            .jdbi()
            .useHandle(handle ->
                handle.execute("alter database " + NAME + " rename to " + NAME + "_ready"));
      }
    }
    return million.withDatabase(NAME + "_ready");
  }

  private static void fill(DatabaseAddress address) {
    try (Database database = Database.open(address, "bench-ten", 1, 0)) {
      database.jdbi().useHandle(handle -> {
        BARE.forEach(handle::execute);
        handle
            .createQuery(Sql.load("bench/partitions"))
            .mapTo(String.class)
            .list()
            .forEach(partition -> handle.execute("alter table " + partition + " set unlogged"));
        handle.execute("set synchronous_commit = off");
        handle.createUpdate(Sql.load("bench/repeat_incidents")).execute();
        handle.execute("checkpoint");
      });
    }
  }
}
