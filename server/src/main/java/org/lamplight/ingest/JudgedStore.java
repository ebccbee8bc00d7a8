package org.lamplight.ingest;

import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.lamplight.city.City;
import org.lamplight.db.Sql;
import org.lamplight.incident.Flag;

/** What there is to say of the judged rows of an import, before any of them is stored. */
final class JudgedStore {

  private final Handle handle;
  private final City city;

  /** @param handle of the import's own transaction, which knows the codes that the file brought */
  JudgedStore(Handle handle, City city) {
    this.handle = handle;
    this.city = city;
  }

  StagedCounts totals() {
    return query("judged_totals")
        .map((row, context) -> new StagedCounts(
            row.getLong("accepted"),
            row.getLong("flagged"),
            row.getLong("inserted"),
            row.getLong("updated"),
            row.getLong("unchanged")))
        .one();
  }

  /** Rows by flag and by unmapped code, into the report's counts. */
  void countReasons(ObjLongConsumer<String> counts) {
    query("judged_flags")
        .map((row, context) -> Map.entry(row.getInt("flags"), row.getLong("rows")))
        .forEach(entry ->
            Flag.of(entry.getKey()).forEach(flag -> counts.accept(flag.id(), entry.getValue())));
    query("judged_unmapped")
        .bind("city", city.id())
        .map((row, context) -> Map.entry(row.getString("code"), row.getLong("rows")))
        .forEach(entry -> counts.accept("unmapped:" + entry.getKey(), entry.getValue()));
  }

  /** Tells of each flagged row: line, record, flags. */
  void eachFlagged(FlaggedRow told) {
    query("judged_flagged")
        .setFetchSize(1_000)
        .map((row, context) -> {
          told.at(row.getLong("line"), row.getString("record"), row.getInt("flags"));
          return true;
        })
        .forEach(one -> {});
  }

  private Query query(String statement) {
    return handle.createQuery(Sql.load("ingest/" + statement)).define("city", city.id());
  }

  /** One flagged row. */
  interface FlaggedRow {
    void at(long line, String record, int flags);
  }
}
