package org.lamplight.explore.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.filter.Condition;
import org.lamplight.filter.SqlFilter;
import org.lamplight.incident.Flag;
import org.lamplight.incident.IncidentStore;

/** Counts by address, pile, year and import: what the columns in memory do not hold. */
public final class CountedStore {

  private final Database database;

  public CountedStore(Database database) {
    this.database = database;
  }

  /** The addresses with the most incidents, and those at which 1, 5, 10, 20 and 50 % of the addresses end. */
  List<Counted.Address> addresses(City city, Condition condition, int limit) {
    return database
        .jdbi()
        .withHandle(handle -> filtered(handle, "addresses", city, condition)
            .bind("pile", Flag.DEFAULT_LOCATION.bit())
            .bind("limit", limit)
            .map((row, context) -> new Counted.Address(
                row.getString("address"),
                row.getLong("n"),
                row.getLong("rank"),
                row.getLong("running"),
                row.getLong("total"),
                row.getLong("addresses"),
                decimal(row, "lon"),
                decimal(row, "lat")))
            .list());
  }

  /** Incidents of these addresses under another condition; an address that has none is left out. */
  Map<String, Long> counts(City city, Condition condition, List<String> addresses) {
    Map<String, Long> counts = new HashMap<>();
    database
        .jdbi()
        .useHandle(handle -> filtered(handle, "address_counts", city, condition)
            .bind("pile", Flag.DEFAULT_LOCATION.bit())
            .bindArray("addresses", String.class, addresses)
            .map((row, context) -> Map.entry(row.getString("address"), row.getLong("n")))
            .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
    return counts;
  }

  List<Counted.Pile> piles(City city, Condition condition) {
    return database
        .jdbi()
        .withHandle(handle -> filtered(handle, "piles", city, condition)
            .bind("pile", Flag.DEFAULT_LOCATION.bit())
            .map((row, context) -> new Counted.Pile(
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getLong("n"),
                row.getLong("addresses")))
            .list());
  }

  Counted.Missing missing(City city, Condition condition) {
    return database
        .jdbi()
        .withHandle(handle -> filtered(handle, "missing", city, condition)
            .bind("none", Flag.NO_LOCATION.bit())
            .bind("pile", Flag.DEFAULT_LOCATION.bit())
            .bind("outside", Flag.OUTSIDE_CITY.bit())
            .map((row, context) -> new Counted.Missing(
                row.getLong("matched"),
                row.getLong("without_place"),
                row.getLong("no_location"),
                row.getLong("default_location"),
                row.getLong("outside_city"),
                row.getLong("no_address")))
            .one());
  }

  /** What is loaded of each year, whoever may see it. */
  List<Counted.Year> years(City city) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("view/years"))
            .bind("city", city.id())
            .map((row, context) -> new Counted.Year(row.getInt("year"), row.getLong("n")))
            .list());
  }

  /** The latest imports of incidents, the newest first. */
  List<Counted.Run> runs(City city) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("view/runs"))
            .bind("city", city.id())
            .map((row, context) -> run(row))
            .list());
  }

  private static Counted.Run run(ResultSet row) throws SQLException {
    return new Counted.Run(
        row.getInt("id"),
        row.getString("file_name"),
        row.getObject("finished_at", OffsetDateTime.class).toInstant().toString(),
        row.getString("by_whom"),
        row.getLong("rows_read"),
        row.getLong("accepted"),
        row.getLong("flagged"),
        row.getLong("rejected"),
        row.getLong("inserted"),
        row.getLong("updated"),
        row.getLong("unchanged"),
        row.getBoolean("same"),
        row.getBoolean("undone"),
        row.getBoolean("last"));
  }

  private static Query filtered(Handle handle, String statement, City city, Condition condition) {
    SqlFilter filter =
        SqlFilter.of(condition, IncidentStore.COLUMNS, city.profile().metricSrid());
    return handle
        .createQuery(Sql.load("view/" + statement))
        .define("where", filter.where())
        .bind("city", city.id())
        .bindMap(filter.bindings());
  }

  private static @Nullable Double decimal(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
