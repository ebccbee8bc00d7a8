package org.lamplight.ingest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.lamplight.city.AreaSet;
import org.lamplight.city.City;
import org.lamplight.db.Sql;

/** Stages areas and makes a set equal to them. */
final class AreaImportStore {

  private final Handle handle;
  private final City city;

  AreaImportStore(Handle handle, City city) {
    this.handle = handle;
    this.city = city;
  }

  /** Stages the rows of a set, made valid; those that are left without any area are told and not kept. The number kept. */
  int stage(List<AreaRow> rows, ReportFile report) {
    handle.execute("drop table if exists area_stage");
    handle.execute(Sql.load("ingest/area_stage"));
    PreparedBatch batch = handle.prepareBatch(Sql.load("ingest/stage_area"));
    for (AreaRow row : rows) {
      batch
          .bind("srid", city.profile().metricSrid())
          .bind("number", row.number())
          .bind("slug", row.slug())
          .bind("name", row.name())
          .bind("code", row.code())
          .bind("population", row.population())
          .bind("population_of", row.populationOf())
          .bind("wkb", row.wkb())
          .add();
    }
    if (batch.size() > 0) {
      batch.execute();
    }
    List<Rejection> empty = handle
        .createQuery("delete from area_stage where ST_IsEmpty(geom) returning number, name")
        .map((row, context) ->
            new Rejection(row.getLong("number"), row.getString("name"), "no_area", null))
        .list();
    empty.forEach(report::rejected);
    return rows.size() - empty.size();
  }

  /** Stages the unions of a set's areas that another set is made of. */
  void stageUnions(AreaSet set, AreaSet.Unions unions) {
    handle.execute("drop table if exists area_stage");
    handle.execute(Sql.load("ingest/area_stage"));
    int number = 0;
    for (AreaSet.Union union : unions.areas()) {
      handle
          .createUpdate(Sql.load("ingest/stage_union"))
          .bind("city", city.id())
          .bind("of", unions.of())
          .bind("srid", city.profile().metricSrid())
          .bind("number", ++number)
          .bind("slug", Slugs.of(union.name()))
          .bind("name", union.name())
          .bindArray("members", String.class, members(union))
          .execute();
    }
  }

  private static List<String> members(AreaSet.Union union) {
    return union.members().stream().map(Slugs::of).toList();
  }

  /** How the staged areas differ from those that stand. */
  StagedCounts compare(String set) {
    return handle
        .createQuery(Sql.load("ingest/area_totals"))
        .bind("city", city.id())
        .bind("set", set)
        .map((row, context) -> new StagedCounts(
            row.getLong("read"),
            0,
            row.getLong("inserted"),
            row.getLong("updated"),
            row.getLong("unchanged")))
        .one();
  }

  /** Makes the set equal to what is staged; the number of areas that the file no longer has. */
  int store(String set, int run) {
    int gone = bound("ingest/delete_areas", set).execute();
    bound("ingest/upsert_areas", set).bind("run", run).execute();
    return gone;
  }

  /** Areas of the set that the staged ones do not name. */
  long gone(String set) {
    return handle
        .createQuery(Sql.load("ingest/areas_gone"))
        .bind("city", city.id())
        .bind("set", set)
        .mapTo(Long.class)
        .one();
  }

  private org.jdbi.v3.core.statement.Update bound(String statement, String set) {
    return handle.createUpdate(Sql.load(statement)).bind("city", city.id()).bind("set", set);
  }

  /** Spreads the staged residents over the areas of the given sets, in proportion to shared area; areas that changed. */
  int spread(Collection<String> sets, String source) {
    return handle
        .createUpdate(Sql.load("ingest/spread_population"))
        .bind("city", city.id())
        .bindArray("sets", String.class, List.copyOf(sets))
        .bind("source", source)
        .execute();
  }

  /** Residents of unions are the sums of their members'; areas that changed. */
  int sumUnions(AreaSet set, AreaSet.Unions unions) {
    int changed = 0;
    for (AreaSet.Union union : unions.areas()) {
      changed += bound("ingest/sum_population", set.id())
          .bind("of", unions.of())
          .bind("slug", Slugs.of(union.name()))
          .bindArray("members", String.class, members(union))
          .execute();
    }
    return changed;
  }

  /** Number of areas by set. */
  Map<String, Long> sets() {
    return handle
        .createQuery(
            "select set_id, count(*) as areas from area where city = :city group by set_id")
        .bind("city", city.id())
        .reduceRows(new java.util.TreeMap<String, Long>(), (map, row) -> {
          map.put(row.getColumn("set_id", String.class), row.getColumn("areas", Long.class));
          return map;
        });
  }
}
