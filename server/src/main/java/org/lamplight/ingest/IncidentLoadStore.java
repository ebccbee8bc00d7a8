package org.lamplight.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.db.Sql;
import org.lamplight.incident.Flag;

/**
 * Moves judged rows from staging into the incidents. New years, and a city's first keys, are filled and indexed as plain tables
 * beside the import's transaction, which then attaches them: readers see all of a file or nothing of it.
 */
final class IncidentLoadStore {

  private static final int FIRST_OWN_YEAR = 2000;
  private static final int FIRST_SHARED_YEAR = 2100;
  private final Handle handle;
  private final BesideStore beside;
  private final City city;
  private final int run;

  /** @param handle of the import's own transaction */
  IncidentLoadStore(Handle handle, BesideStore beside, City city, int run) {
    this.handle = handle;
    this.beside = beside;
    this.city = city;
    this.run = run;
  }

  void store(StagedCounts counts) {
    List<Integer> years = handle
        .createQuery(Sql.load("ingest/judged_years"))
        .define("city", city.id())
        .mapTo(Integer.class)
        .list();
    List<Integer> missing = missing(years);
    String keys = "incident_key_" + city.id();
    boolean firstKeys = counts.inserted() > 0 && !BesideStore.attached(handle, keys);
    long first = counts.inserted() > 0 ? reserve(counts.inserted()) : 0;
    build(missing, firstKeys, first);
    missing.forEach(this::attachYear);
    if (firstKeys) {
      handle.execute("alter table incident_key attach partition " + keys + " for values in ("
          + city.id() + ")");
    }
    if (counts.inserted() > 0) {
      insertIntoStanding(years, missing, firstKeys ? null : keys, first);
    }
    if (counts.updated() > 0) {
      update();
    }
    if (counts.updated() + counts.unchanged() > 0) {
      bound("see_known").execute();
    }
  }

  /** The years that have no table yet, which nobody else makes while this transaction lasts. */
  private List<Integer> missing(List<Integer> years) {
    List<Integer> own = years.stream()
        .filter(year -> year >= FIRST_OWN_YEAR && year < FIRST_SHARED_YEAR)
        .toList();
    if (own.stream().allMatch(this::attached)) {
      return List.of();
    }
    BesideStore.lockYears(handle);
    return own.stream().filter(year -> !attached(year)).toList();
  }

  private boolean attached(int year) {
    return BesideStore.attached(handle, "incident_" + year);
  }

  /** Numbers for so many new incidents; the first of them. */
  private long reserve(long count) {
    long[] first = new long[1];
    beside.run(work -> {
      work.execute("select pg_advisory_xact_lock(hashtext('lamplight numbers'))");
      first[0] = work.createQuery(Sql.load("ingest/reserve"))
          .bind("count", count)
          .mapTo(Long.class)
          .one();
    });
    return first[0];
  }

  private void build(List<Integer> years, boolean keys, long first) {
    List<String> indexes = handle
        .createQuery(Sql.load("ingest/parent_indexes"))
        .mapTo(String.class)
        .list();
    List<Consumer<Handle>> works = new ArrayList<>();
    // The longest first, so that neither connection waits long for the other at the end.
    if (keys) {
      works.add(work -> buildKeys(work, first));
    }
    years.forEach(year -> works.add(work -> buildYear(work, year, indexes, first)));
    beside.together(works);
  }

  private void buildYear(Handle work, int year, List<String> indexes, long first) {
    String table = "incident_" + year;
    make(work, table, "incident", "Incidents of " + year + ".");
    insertInto(work, table, List.of(year), first);
    work.execute("alter table " + table + " add primary key (city, id, year)");
    for (String index : indexes) {
      work.execute("create index on " + table + index);
    }
  }

  private void buildKeys(Handle work, long first) {
    String table = "incident_key_" + city.id();
    make(work, table, "incident_key", "Keys of the incidents of " + city.slug() + ".");
    insertKeys(work, table, first);
    work.execute("alter table " + table + " add primary key (city, record, code, ordinal)");
  }

  /** An empty table, in place of one that an import cut short left. */
  private void make(Handle work, String table, String parent, String comment) {
    beside.built(table);
    // The other connection indexes meanwhile: helpers would only take its processor.
    work.execute("set local max_parallel_maintenance_workers = 0");
    work.execute("drop table if exists " + table);
    work.execute("create table " + table + " (like " + parent
        + " including all excluding indexes excluding comments)");
    work.execute("comment on table " + table + " is '" + comment + "'");
  }

  /** Locks the table first: a vacuum that already holds it would wait for the grant, and the attaching for the vacuum. */
  private void attachYear(int year) {
    handle.execute("lock table incident_" + year + " in access exclusive mode");
    // Whoever reads the years side by side names their tables.
    handle.execute("grant select on incident_" + year + " to lamplight_staff");
    handle.execute("alter table incident attach partition incident_" + year + " for values from ("
        + year + ") to (" + (year + 1) + ")");
  }

  /** @param keys the standing table of keys; null when the new keys are in a table of their own */
  private void insertIntoStanding(
      List<Integer> years, List<Integer> missing, @Nullable String keys, long first) {
    if (keys != null) {
      insertKeys(handle, keys, first);
    }
    List<Integer> standing =
        years.stream().filter(year -> !missing.contains(year)).toList();
    if (!standing.isEmpty()) {
      insertInto(handle, "incident", standing, first);
    }
  }

  private void insertKeys(Handle work, String table, long first) {
    work.createUpdate(Sql.load("ingest/insert_keys"))
        .define("table", table)
        .define("city", city.id())
        .bind("city", city.id())
        .bind("run", run)
        .bind("first", first)
        .execute();
  }

  private void insertInto(Handle work, String table, List<Integer> years, long first) {
    work.createUpdate(Sql.load("ingest/insert_new"))
        .define("table", table)
        .define("city", city.id())
        .bind("city", city.id())
        .bind("default_flag", Flag.DEFAULT_LOCATION.bit())
        .bind("first", first)
        .bindArray("years", Integer.class, years)
        .execute();
  }

  private void update() {
    bound("keep_replaced").execute();
    handle
        .createUpdate(Sql.load("ingest/update_changed"))
        .define("city", city.id())
        .bind("city", city.id())
        .bind("default_flag", Flag.DEFAULT_LOCATION.bit())
        .execute();
  }

  private Update bound(String statement) {
    return handle
        .createUpdate(Sql.load("ingest/" + statement))
        .define("city", city.id())
        .bind("city", city.id())
        .bind("run", run);
  }
}
