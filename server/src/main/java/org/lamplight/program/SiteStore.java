package org.lamplight.program;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.lamplight.area.GeometryText;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.filter.Columns;
import org.lamplight.filter.Condition;
import org.lamplight.filter.SqlFilter;
import org.lamplight.geo.BBox;

/** Reads sites of programs. */
public final class SiteStore {

  /** Instants at which a site opened and closed, in the city's zone; unknown ends lie infinitely far away. */
  private static final Columns COLUMNS = new Columns(
      Map.ofEntries(
          Map.entry("slug", "s.slug"),
          Map.entry("program", "s.program"),
          Map.entry("programName", "p.name"),
          Map.entry("name", "s.name"),
          Map.entry("siteType", "s.site_type"),
          Map.entry("address", "s.address"),
          Map.entry("status", "s.status"),
          Map.entry("openedOn", "s.opened_on"),
          Map.entry("openedPrecision", "s.opened_precision"),
          Map.entry("closedOn", "s.closed_on"),
          Map.entry("listedYears", "cast(s.listed_years as integer[])"),
          Map.entry("seasonFrom", "s.season_from"),
          Map.entry("seasonUntil", "s.season_until"),
          Map.entry("weekdays", "cast(s.weekdays as integer[])"),
          Map.entry("hoursFrom", "to_char(s.hours_from, 'HH24:MI')"),
          Map.entry("hoursUntil", "to_char(s.hours_until, 'HH24:MI')"),
          Map.entry("scheduleNote", "s.schedule_note"),
          Map.entry("placePrecision", "s.place_precision"),
          Map.entry("placeSource", "s.place_source"),
          Map.entry("note", "s.note"),
          Map.entry("source", "s.source"),
          Map.entry("flags", "array_to_string(s.flags, ',')"),
          Map.entry(
              "openedAt",
              "(cast(coalesce(s.opened_on, '-infinity') as timestamp) at time zone c.time_zone)"),
          Map.entry(
              "closedAt",
              "(cast(coalesce(s.closed_on, 'infinity') as timestamp) at time zone c.time_zone)")),
      "s.geom",
      "s.geom_metric",
      Optional.empty());

  /** The box around all sites, where any has a place, and the first day of any, where one is known. */
  public record Extent(Optional<BBox> box, @Nullable LocalDate openedOn) {}

  /**
   * A page to read: at most {@code limit} sites whose slug comes after {@code after}.
   *
   * @param srid EPSG code of the CRS of the places
   */
  public record Page(Condition condition, String after, int limit, int srid) {}

  private final Database database;
  private final SiteScope sites;

  public SiteStore(Database database, SiteScope sites) {
    this.database = database;
    this.sites = sites;
  }

  /** Gives the sites of the page to the sink, in the order of their slugs. */
  public void page(City city, Page page, Consumer<Site> sink) {
    int metric = city.profile().metricSrid();
    SqlFilter filter = SqlFilter.of(page.condition(), COLUMNS, metric);
    database.jdbi().useTransaction(handle -> {
      try (Query query = handle.createQuery(Sql.load("program/site_page"))) {
        query
            .define("where", filter.where())
            .define("sites", sites.relation())
            .define("geometry", GeometryText.expression("s", page.srid(), metric))
            .bind("city", city.id())
            .bind("after", page.after())
            .bind("limit", page.limit())
            .bindMap(filter.bindings())
            .setFetchSize(200);
        try (ResultIterator<Site> rows = query.map((row, context) -> site(row)).iterator()) {
          rows.forEachRemaining(sink);
        }
      }
    });
  }

  private static Site site(ResultSet row) throws SQLException {
    return new Site(
        row.getString("slug"),
        row.getString("program"),
        row.getString("program_name"),
        row.getString("name"),
        row.getString("site_type"),
        row.getString("address"),
        row.getString("status"),
        row.getObject("opened_on", LocalDate.class),
        row.getString("opened_precision"),
        row.getObject("closed_on", LocalDate.class),
        numbers(row.getArray("listed_years")),
        schedule(row),
        row.getString("place_precision"),
        row.getString("place_source"),
        row.getString("note"),
        row.getString("source"),
        List.of((String[]) row.getArray("flags").getArray()),
        row.getString("geometry"));
  }

  private static Site.Schedule schedule(ResultSet row) throws SQLException {
    return new Site.Schedule(
        row.getString("season_from"),
        row.getString("season_until"),
        numbers(row.getArray("weekdays")),
        row.getString("hours_from"),
        row.getString("hours_until"),
        row.getString("schedule_note"));
  }

  private static List<Integer> numbers(@Nullable Array array) throws SQLException {
    List<Integer> numbers = new ArrayList<>();
    if (array != null) {
      for (Object number : (Object[]) array.getArray()) {
        numbers.add(((Number) number).intValue());
      }
    }
    return numbers;
  }

  /** How many sites satisfy the condition. */
  public long count(City city, Condition condition) {
    SqlFilter filter = SqlFilter.of(condition, COLUMNS, city.profile().metricSrid());
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("program/site_count"))
            .define("sites", sites.relation())
            .define("where", filter.where())
            .bind("city", city.id())
            .bindMap(filter.bindings())
            .mapTo(Long.class)
            .one());
  }

  /** Where and since when there are sites. */
  public Extent extent(City city) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("program/site_extent"))
            .define("sites", sites.relation())
            .bind("city", city.id())
            .map((row, context) -> {
              double west = row.getDouble("west");
              Optional<BBox> box = row.wasNull()
                  ? Optional.empty()
                  : Optional.of(new BBox(
                      west, row.getDouble("south"), row.getDouble("east"), row.getDouble("north")));
              return new Extent(box, row.getObject("opened_on", LocalDate.class));
            })
            .one());
  }
}
