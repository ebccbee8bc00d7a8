package org.lamplight.area;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.filter.Columns;
import org.lamplight.filter.Condition;
import org.lamplight.filter.SqlFilter;
import org.lamplight.geo.BBox;

/** Reads areas and their outlines. */
public final class AreaStore {

  private static final Columns COLUMNS = new Columns(
      Map.of(
          "slug", "a.slug",
          "name", "a.name",
          "code", "a.code",
          "population", "a.population",
          "populationOf", "a.population_of",
          "areaKm2", "a.area_km2"),
      "a.geom",
      "a.geom_metric",
      Optional.empty());

  /** A set that has areas, with the box around them. */
  public record SetExtent(String set, long areas, BBox box) {}

  /** A simplified outline for the map. */
  public record Outline(String slug, String name, @Nullable Integer population, String geometry) {}

  /**
   * A page to read: at most {@code limit} areas whose slug comes after {@code after}.
   *
   * @param srid EPSG code of the CRS of the outlines
   */
  public record Page(String set, Condition condition, String after, int limit, int srid) {}

  private final Database database;

  public AreaStore(Database database) {
    this.database = database;
  }

  /** The sets of the city that have areas. */
  public List<SetExtent> sets(City city) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("area/sets"))
            .bind("city", city.id())
            .map((row, context) -> new SetExtent(
                row.getString("set_id"),
                row.getLong("areas"),
                new BBox(
                    row.getDouble("west"),
                    row.getDouble("south"),
                    row.getDouble("east"),
                    row.getDouble("north"))))
            .list());
  }

  /** Gives the areas of the page to the sink, in the order of their slugs. */
  public void page(City city, Page page, Consumer<Area> sink) {
    int metric = city.profile().metricSrid();
    SqlFilter filter = SqlFilter.of(page.condition(), COLUMNS, metric);
    // A cursor, which keeps outlines from piling up in memory, needs a transaction.
    database.jdbi().useTransaction(handle -> {
      try (Query query = handle.createQuery(Sql.load("area/page"))) {
        query
            .define("where", filter.where())
            .define("geometry", GeometryText.expression("a", page.srid(), metric))
            .bind("city", city.id())
            .bind("set", page.set())
            .bind("after", page.after())
            .bind("limit", page.limit())
            .bindMap(filter.bindings())
            .setFetchSize(50);
        try (ResultIterator<Area> rows = query.map((row, context) -> area(row)).iterator()) {
          rows.forEachRemaining(sink);
        }
      }
    });
  }

  private static Area area(ResultSet row) throws SQLException {
    return new Area(
        row.getString("slug"),
        row.getString("name"),
        row.getString("code"),
        row.getObject("population", Integer.class),
        row.getString("population_of"),
        row.getDouble("area_km2"),
        row.getString("geometry"));
  }

  /** How many areas of the set satisfy the condition. */
  public long count(City city, String set, Condition condition) {
    SqlFilter filter = SqlFilter.of(condition, COLUMNS, city.profile().metricSrid());
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("area/count"))
            .define("where", filter.where())
            .bind("city", city.id())
            .bind("set", set)
            .bindMap(filter.bindings())
            .mapTo(Long.class)
            .one());
  }

  /** Simplified outlines of the set; empty when the city has no such areas. */
  public List<Outline> outlines(City city, String set) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("area/outlines"))
            .bind("city", city.id())
            .bind("set", set)
            .map((row, context) -> new Outline(
                row.getString("slug"),
                row.getString("name"),
                row.getObject("population", Integer.class),
                row.getString("geometry")))
            .list());
  }
}
