package org.lamplight.program;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lamplight.area.GeometryText;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.filter.Columns;
import org.lamplight.filter.Condition;
import org.lamplight.filter.SqlFilter;

/** Reads programs. */
public final class ProgramStore {

  private static final Columns COLUMNS = new Columns(
      Map.of(
          "slug", "p.slug",
          "name", "p.name",
          "nameEs", "p.name_es",
          "operator", "p.operator",
          "description", "p.description",
          "sign", "p.sign",
          "source", "p.source"),
      "places.geom",
      "places.geom_metric",
      Optional.empty());

  private final Database database;
  private final SiteScope sites;

  public ProgramStore(Database database, SiteScope sites) {
    this.database = database;
    this.sites = sites;
  }

  /** Gives the programs of the page to the sink, in the order of their slugs. */
  public void page(City city, SiteStore.Page page, Consumer<Program> sink) {
    int metric = city.profile().metricSrid();
    SqlFilter filter = SqlFilter.of(page.condition(), COLUMNS, metric);
    database
        .jdbi()
        .useHandle(handle -> handle
            .createQuery(Sql.load("program/page"))
            .define("sites", sites.relation())
            .define("where", filter.where())
            .define("geometry", GeometryText.expression("places", page.srid(), metric))
            .bind("city", city.id())
            .bind("after", page.after())
            .bind("limit", page.limit())
            .bindMap(filter.bindings())
            .map((row, context) -> program(row))
            .forEach(sink));
  }

  private static Program program(ResultSet row) throws SQLException {
    return new Program(
        row.getString("slug"),
        row.getString("name"),
        row.getString("name_es"),
        row.getString("operator"),
        row.getString("description"),
        row.getString("sign"),
        row.getString("source"),
        row.getString("geometry"));
  }

  /** How many programs satisfy the condition. */
  public long count(City city, Condition condition) {
    SqlFilter filter = SqlFilter.of(condition, COLUMNS, city.profile().metricSrid());
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("program/count"))
            .define("sites", sites.relation())
            .define("where", filter.where())
            .bind("city", city.id())
            .bindMap(filter.bindings())
            .mapTo(Long.class)
            .one());
  }
}
