package org.lamplight.incident;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;
import org.lamplight.city.City;
import org.lamplight.city.CityProfile;
import org.lamplight.city.Offence;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.filter.Columns;
import org.lamplight.filter.Condition;
import org.lamplight.filter.SqlFilter;

/** Reads incidents from the database. */
public final class IncidentStore {

  /** A page of 1,000 and the one more that says whether another follows. */
  static final int ROWS_AT_A_TIME = 1_001;

  private static final LocalDate DAY_ZERO = LocalDate.of(2000, 1, 1);

  /** What a filter may touch of incidents in SQL, where the table is called i. */
  public static final Columns COLUMNS = new Columns(
      Map.ofEntries(
          Map.entry("id", "i.id"),
          Map.entry("codeId", "i.code"),
          Map.entry("hour", "i.hour"),
          Map.entry("weekday", "i.weekday"),
          Map.entry("flags", "i.flags"),
          Map.entry("firearm", "i.firearm"),
          Map.entry("occurredFrom", "i.occurred_from"),
          Map.entry("occurredTo", "i.occurred_to"),
          Map.entry("reportedOn", "i.reported_on"),
          Map.entry("areas", "i.areas"),
          Map.entry("record", "i.record"),
          Map.entry("address", "i.address"),
          Map.entry("premises", "i.premises"),
          Map.entry("weapon", "i.weapon"),
          Map.entry("status", "i.status"),
          Map.entry("beat", "i.beat")),
      "i.geom",
      "i.geom_metric",
      Optional.of(new Columns.Point("i.lon", "i.lat")));

  /** Which coordinates a page carries. */
  public enum Coordinates {
    DEGREES("i.lon", "i.lat"),
    METRIC("ST_X(i.geom_metric)", "ST_Y(i.geom_metric)");

    final String x;
    final String y;

    Coordinates(String x, String y) {
      this.x = "case when i.geom is not null then " + x + " end";
      this.y = y;
    }
  }

  /** A page to read: at most {@code limit} incidents whose number is above {@code after}. */
  public record Page(Condition condition, long after, int limit, Coordinates coordinates) {}

  private final Database database;

  public IncidentStore(Database database) {
    this.database = database;
  }

  /** Gives the incidents of the page to the sink as they come from the database, in the order of their numbers. */
  public void page(City city, Page page, Consumer<Incident> sink) {
    SqlFilter filter = SqlFilter.of(page.condition(), COLUMNS, city.profile().metricSrid());
    database.jdbi().useHandle(handle -> {
      if (page.limit() <= ROWS_AT_A_TIME) {
        read(handle, city, page, filter, sink);
      } else {
        // A cursor, which bounds memory, needs a transaction.
        handle.useTransaction(inside -> read(inside, city, page, filter, sink));
      }
    });
  }

  private static void read(
      Handle handle, City city, Page page, SqlFilter filter, Consumer<Incident> sink) {
    try (Query query = handle.createQuery(Sql.load("incident/page"))) {
      query
          .define("where", filter.where())
          .define("x", page.coordinates().x)
          .define("y", page.coordinates().y)
          .bind("city", city.id())
          .bind("after", page.after())
          .bind("limit", page.limit())
          .bindMap(filter.bindings())
          .setFetchSize(ROWS_AT_A_TIME);
      try (ResultIterator<Incident> rows =
          query.map((row, context) -> incident(row)).iterator()) {
        rows.forEachRemaining(sink);
      }
    }
  }

  /** Gives the incidents of these rows of a snapshot to the sink, in the order of their numbers. */
  public void rows(
      City city, Snapshot index, int[] rows, Coordinates coordinates, Consumer<Incident> sink) {
    new IncidentRowStore(database).read(city, index, rows, coordinates, sink);
  }

  static Incident incident(ResultSet row) throws SQLException {
    double x = row.getDouble(10);
    boolean place = !row.wasNull();
    double occurredTo = row.getDouble(8);
    Instant until = row.wasNull() ? null : instant(occurredTo);
    int reported = row.getInt(9);
    LocalDate reportedOn = row.wasNull() ? null : DAY_ZERO.plusDays(reported);
    return new Incident(
        row.getLong(1),
        row.getInt(2),
        row.getInt(3),
        row.getInt(4),
        row.getInt(5),
        row.getBoolean(6),
        instant(row.getDouble(7)),
        until,
        reportedOn,
        place,
        x,
        row.getDouble(11),
        numbers(row.getArray(12)),
        row.getString(13),
        row.getString(14),
        row.getString(15),
        row.getString(16),
        row.getString(17),
        row.getString(18));
  }

  private static Instant instant(double epochSeconds) {
    long micros = Math.round(epochSeconds * 1e6);
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
  }

  private static int[] numbers(Array array) throws SQLException {
    Integer[] boxed = (Integer[]) array.getArray();
    int[] plain = new int[boxed.length];
    for (int i = 0; i < boxed.length; i++) {
      plain[i] = boxed[i];
    }
    return plain;
  }

  /** Exact count by the database, for filters that the index in memory cannot answer. */
  public long count(City city, Condition condition) {
    SqlFilter filter = SqlFilter.of(condition, COLUMNS, city.profile().metricSrid());
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("incident/count"))
            .define("where", filter.where())
            .bind("city", city.id())
            .bindMap(filter.bindings())
            .mapTo(Long.class)
            .one());
  }

  /** The codes of the city; one whose offence the profile no longer has counts as "other". */
  public Taxonomy taxonomy(City city) {
    CityProfile profile = city.profile();
    Map<String, Offence> offences = new java.util.HashMap<>();
    profile.offences().forEach(offence -> offences.put(offence.id(), offence));
    Offence other = profile.offences().stream()
        .filter(offence -> offence.id().equals(Offence.OTHER))
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException("profile of " + profile.slug() + " has no offence other"));
    return new Taxonomy(
        database
            .jdbi()
            .withHandle(handle -> handle
                .createQuery(Sql.load("incident/codes"))
                .bind("city", city.id())
                .map((row, context) -> new Taxonomy.Code(
                    row.getInt("id"),
                    row.getString("code"),
                    row.getString("label"),
                    offences.getOrDefault(row.getString("offence"), other)))
                .list()),
        profile);
  }

  /** Reads of the same database for snapshots. */
  SnapshotStore snapshots() {
    return new SnapshotStore(database);
  }

  /** Shapes that were kept in the same database. */
  ShapeStore shapes() {
    return new ShapeStore(database);
  }

  /**
   * What is loaded of the city's incidents. Cost: one pass over them.
   *
   * @param codes numbers of the codes that the reader may see
   */
  public Summary summary(City city, List<Integer> codes) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("incident/summary"))
            .bind("city", city.id())
            .bind("zone", city.profile().zone().getId())
            .bind("implausible", Flag.IMPLAUSIBLE_DATE.bit())
            .bindArray("codes", Integer.class, codes)
            .map((row, context) -> {
              double imported = row.getDouble("last_import");
              return new Summary(
                  row.getLong("total"),
                  row.getLong("without_place"),
                  row.getString("first_day"),
                  row.getString("last_day"),
                  imported == 0 ? null : instant(imported));
            })
            .one());
  }
}
