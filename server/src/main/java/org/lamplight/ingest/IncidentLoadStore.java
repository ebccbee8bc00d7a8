package org.lamplight.ingest;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.lamplight.city.City;
import org.lamplight.db.Sql;
import org.lamplight.incident.Flag;

/** Moves judged rows from staging into the incidents. */
final class IncidentLoadStore {

  private static final int FIRST_OWN_YEAR = 2000;
  private static final int FIRST_SHARED_YEAR = 2100;
  private final Handle handle;
  private final City city;
  private final int run;

  IncidentLoadStore(Handle handle, City city, int run) {
    this.handle = handle;
    this.city = city;
    this.run = run;
  }

  void store(StagedCounts counts) {
    List<Integer> years =
        handle.createQuery(Sql.load("ingest/judged_years")).mapTo(Integer.class).list();
    List<Integer> missing = years.stream().filter(this::needsPartition).toList();
    if (counts.inserted() > 0) {
      insert(years, missing);
    }
    if (counts.updated() > 0) {
      update(counts.inserted() > 0 ? List.of() : missing);
    }
    if (counts.updated() + counts.unchanged() > 0) {
      bound("see_known").execute();
    }
  }

  private void insert(List<Integer> years, List<Integer> missing) {
    insertKeys();
    missing.forEach(this::makeYear);
    List<Integer> standing =
        years.stream().filter(year -> !missing.contains(year)).toList();
    if (!standing.isEmpty()) {
      insertInto("incident", standing);
    }
  }

  private boolean needsPartition(int year) {
    return year >= FIRST_OWN_YEAR && year < FIRST_SHARED_YEAR && missing("incident_" + year);
  }

  /** A year is filled as a plain table, indexed once and only then attached: the fast way in, and readers see all of it or nothing. */
  private void makeYear(int year) {
    String table = "incident_" + year;
    handle.execute("create table " + table
        + " (like incident including all excluding indexes excluding comments)");
    handle.execute("comment on table " + table + " is 'Incidents of " + year + ".'");
    insertInto(table, List.of(year));
    handle.execute("alter table " + table + " add primary key (city, id, year)");
    for (String index : parentIndexes()) {
      handle.execute("create index on " + table + index);
    }
    handle.execute("alter table incident attach partition " + table + " for values from (" + year
        + ") to (" + (year + 1) + ")");
  }

  /** A city's first keys are filled and indexed before they are attached, like a year. */
  private void insertKeys() {
    String table = "incident_key_" + city.id();
    boolean first = missing(table);
    if (first) {
      handle.execute("create table " + table
          + " (like incident_key including all excluding indexes excluding comments)");
      handle.execute(
          "comment on table " + table + " is 'Keys of the incidents of " + city.slug() + ".'");
    }
    bound("insert_keys").define("table", table).execute();
    if (first) {
      handle.execute("alter table " + table + " add primary key (city, record, code, ordinal)");
      handle.execute("alter table incident_key attach partition " + table + " for values in ("
          + city.id() + ")");
    }
  }

  private boolean missing(String table) {
    return handle
        .createQuery(Sql.load("ingest/table_missing"))
        .bind("name", "lamplight." + table)
        .mapTo(Boolean.class)
        .one();
  }

  private List<String> parentIndexes() {
    return handle
        .createQuery(Sql.load("ingest/parent_indexes"))
        .mapTo(String.class)
        .list();
  }

  private void insertInto(String table, List<Integer> years) {
    handle
        .createUpdate(Sql.load("ingest/insert_new"))
        .define("table", table)
        .bind("city", city.id())
        .bind("default_flag", Flag.DEFAULT_LOCATION.bit())
        .bindArray("years", Integer.class, years)
        .execute();
  }

  private void update(List<Integer> missing) {
    missing.forEach(this::makeYear);
    bound("keep_replaced").execute();
    handle
        .createUpdate(Sql.load("ingest/update_changed"))
        .bind("city", city.id())
        .bind("default_flag", Flag.DEFAULT_LOCATION.bit())
        .execute();
  }

  private Update bound(String statement) {
    return handle
        .createUpdate(Sql.load("ingest/" + statement))
        .bind("city", city.id())
        .bind("run", run);
  }
}
