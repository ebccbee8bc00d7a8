package org.lamplight.app.bench;

import java.util.List;
import org.lamplight.db.Database;
import org.lamplight.db.DatabaseAddress;
import org.lamplight.db.Sql;
import org.lamplight.geo.BBox;

/** What the benchmarks do with SQL. */
final class BenchStore {

  private static final double HALF_METRES = 1_000;
  private static final double METRES_PER_DEGREE = 111_195;

  /** The indexes of {@code incident}, on the bare table. */
  private static final List<String> INDEXES = List.of(
      "alter table bare add primary key (city, id, year)",
      "create index on bare using gist (geom)",
      "create index on bare using gist (geom_metric)",
      "create index on bare (city, occurred_from)",
      "create index on bare (city, code, occurred_from)",
      "create index on bare (city, record)",
      "create index on bare using gin (areas)");

  private final Database database;

  BenchStore(Database database) {
    this.database = database;
  }

  /** An empty database in place of the one of that name. */
  static DatabaseAddress recreate(DatabaseAddress address, String name) {
    try (Database admin = Database.open(address.withDatabase("postgres"), "bench-admin", 1, 0)) {
      admin.jdbi().useHandle(handle -> {
        handle.execute("drop database if exists " + name + " with (force)");
        handle.execute("create database " + name);
      });
    }
    return address.withDatabase(name);
  }

  long incidents() {
    return database
        .jdbi()
        .withHandle(h ->
            h.createQuery("select count(*) from incident").mapTo(Long.class).one());
  }

  long releases() {
    return database
        .jdbi()
        .withHandle(
            h -> h.createQuery("select count(*) from release").mapTo(Long.class).one());
  }

  /** Empties the tables of releases, which only a superuser can who puts their triggers out of force. */
  void forgetReleases() {
    database.jdbi().useTransaction(handle -> {
      handle.execute("set local session_replication_role = replica");
      handle.execute("truncate release cascade");
    });
  }

  /** Writes the final rows to a file of the database server. */
  void copyOut() {
    database.jdbi().useHandle(handle -> {
      handle.execute(copy("copy (select * from incident order by id) to"));
      handle.execute("checkpoint");
    });
  }

  /** Loads the file into a bare table and builds the indexes, as the least that any load must do. */
  void copyIn() {
    database.jdbi().useTransaction(handle -> {
      handle.execute("create table bare (like incident)");
      handle.execute(copy("copy bare from"));
      INDEXES.forEach(handle::execute);
    });
  }

  void dropBare() {
    database.jdbi().useHandle(handle -> {
      handle.execute("drop table if exists bare");
      handle.execute("checkpoint");
    });
  }

  /** {@code COPY} takes no expression for the file's name, so that the server puts the statement together. */
  private static String copy(String what) {
    return "do $$ begin execute format('" + what
        + " %L', current_setting('data_directory') || '/bench.copy'); end $$";
  }

  void settle() {
    database.jdbi().useHandle(handle -> {
      handle.execute("vacuum analyze");
      handle.execute("checkpoint");
    });
  }

  /** Boxes of 2 km about places of incidents. */
  List<BBox> boxes(int count) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("bench/boxes"))
            .bind("count", count)
            .map((row, context) -> around(row.getDouble("lon"), row.getDouble("lat")))
            .list());
  }

  private static BBox around(double lon, double lat) {
    double high = HALF_METRES / METRES_PER_DEGREE;
    double wide = high / Math.cos(Math.toRadians(lat));
    return new BBox(round(lon - wide), round(lat - high), round(lon + wide), round(lat + high));
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }

  /** The one text that a statement gives. */
  String text(String sql) {
    return database
        .jdbi()
        .withHandle(h -> h.createQuery(sql).mapTo(String.class).one());
  }

  /** Seconds that an exact count by the database takes for a box. */
  double countSeconds(BBox box) throws Exception {
    String sql =
        "select count(*) from incident i where i.city = 1 and " + PageStatements.where(box);
    return Timings.seconds(() ->
        database.jdbi().withHandle(h -> h.createQuery(sql).mapTo(Long.class).one()));
  }
}
