package org.lamplight.release;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.fault.Fault;

/** Writes releases, as the role of imports; what is written stands. */
final class PublishedStore {

  private static final int BATCH = 2_000;
  private final Database database;
  private final ReleaseStore reading;

  PublishedStore(Database database) {
    this.database = database;
    this.reading = new ReleaseStore(database);
  }

  Optional<Published> latest(City city) {
    List<Published.Head> heads = reading.list(city);
    return heads.isEmpty() ? Optional.empty() : Optional.of(reading.load(city, heads.get(0)));
  }

  /** What was ever published: by group, then by {@link GroupTable#key}; null where it was hidden. */
  record Cells(Map<String, Map<String, @Nullable Integer>> byGroup) {

    Map<String, @Nullable Integer> of(String group) {
      return byGroup.getOrDefault(group, Map.of());
    }
  }

  Cells cells(City city) {
    Map<String, Map<String, @Nullable Integer>> cells = new HashMap<>();
    database
        .jdbi()
        .useTransaction(handle -> handle
            .createQuery(Sql.load("release/published_cells"))
            .bind("city", city.id())
            .setFetchSize(5_000)
            .map((row, context) -> {
              cells
                  .computeIfAbsent(row.getString("grp"), group -> new HashMap<>())
                  .put(
                      GroupTable.key(
                          row.getString("unit"), row.getString("area"), row.getString("period")),
                      row.getObject("count", Integer.class));
              return true;
            })
            .forEach(done -> {}));
    return new Cells(cells);
  }

  /** Quarters of the lines that were ever published, as {@code line@2024-Q2}. */
  Set<String> quarters(City city) {
    return new HashSet<>(database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("release/published_quarters"))
            .bind("city", city.id())
            .map((row, context) -> row.getString("line") + "@" + row.getString("period"))
            .list()));
  }

  /**
   * Publishes the draft, wholly or not at all.
   *
   * @param before run in the same transaction, before it commits; what it throws undoes the release
   */
  void publish(Draft draft, String by, Runnable before) {
    database.jdbi().useTransaction(handle -> {
      // One at a time for each city; who comes second finds the number taken.
      handle.execute(
          "select pg_advisory_xact_lock(hashtext('lamplight release'), ?)",
          draft.city().id());
      int latest = handle
          .createQuery("select coalesce(max(number), 0) from release where city = :city")
          .bind("city", draft.city().id())
          .mapTo(Integer.class)
          .one();
      if (latest != draft.head().number() - 1) {
        throw new Fault(
            Fault.Kind.CONFLICT,
            "release " + latest + " was published meanwhile: make a new preview");
      }
      insert(handle, draft, by);
      before.run();
    });
  }

  private static void insert(Handle handle, Draft draft, String by) {
    handle
        .createUpdate(Sql.load("release/insert_release"))
        .bind("city", draft.city().id())
        .bind("number", draft.head().number())
        .bind("at", Timestamp.from(draft.head().madeAt()))
        .bind("by", by)
        .bind("synthetic", draft.head().synthetic())
        .bind("facts", draft.facts().json())
        .execute();
    insertAreas(handle, draft);
    insertGroups(handle, draft);
    Rows cells = new Rows(handle, "release/insert_cell", draft);
    for (Draft.NewCell cell : draft.cells()) {
      cells.add(cells
          .row()
          .bind("group", cell.group())
          .bind("unit", cell.area().unit())
          .bind("area", cell.area().slug())
          .bind("period", cell.period().id())
          .bind("count", cell.count()));
    }
    cells.finish();
    Rows lines = new Rows(handle, "release/insert_line", draft);
    for (Draft.NewLine line : draft.lines()) {
      lines.add(lines
          .row()
          .bind("line", line.kind().id())
          .bind("period", line.quarter().id())
          .bind("count", line.count()));
    }
    lines.finish();
    Rows frozen = new Rows(handle, "release/insert_frozen", draft);
    for (FrozenCounts.Row row : draft.frozen()) {
      frozen.add(frozen
          .row()
          .bind("group", row.key().group())
          .bind("area", row.key().area())
          .bind("month", row.key().month().toString())
          .bind("count", row.count()));
    }
    frozen.finish();
  }

  private static void insertAreas(Handle handle, Draft draft) {
    Rows rows = new Rows(handle, "release/insert_area", draft);
    int place = 0;
    for (PublicArea area : draft.areas()) {
      rows.add(rows.row()
          .bind("unit", area.unit())
          .bind("slug", area.slug())
          .bind("place", place++)
          .bind("name", area.name())
          .bind("population", area.population())
          .bind("district", area.district())
          .bind("listed", area.listed())
          .bind("outline", area.outline()));
    }
    rows.finish();
  }

  private static void insertGroups(Handle handle, Draft draft) {
    Rows rows = new Rows(handle, "release/insert_group", draft);
    int place = 0;
    for (PublicGroup group : draft.groups()) {
      rows.add(rows.row()
          .bind("id", group.id())
          .bind("place", place++)
          .bind("en", group.title().en())
          .bind("es", group.title().es())
          .bind("exact", group.exact()));
    }
    rows.finish();
  }

  /** Rows of one release for one table, sent some thousands at a time. */
  private static final class Rows {

    private final PreparedBatch batch;
    private final Draft draft;

    Rows(Handle handle, String statement, Draft draft) {
      this.batch = handle.prepareBatch(Sql.load(statement));
      this.draft = draft;
    }

    PreparedBatch row() {
      return batch.bind("city", draft.city().id()).bind("number", draft.head().number());
    }

    void add(PreparedBatch row) {
      if (row.add().size() >= BATCH) {
        batch.execute();
      }
    }

    void finish() {
      if (batch.size() > 0) {
        batch.execute();
      }
    }
  }

  /**
   * Withdraws a release that stands; CONFLICT when it was withdrawn before, MISSING when there is none.
   *
   * @param before run in the same transaction, before it commits
   */
  void withdraw(City city, int number, Deed deed, Runnable before) {
    database.jdbi().useTransaction(handle -> {
      int changed = handle
          .createUpdate(Sql.load("release/withdraw"))
          .bind("city", city.id())
          .bind("number", number)
          .bind("at", Timestamp.from(deed.at()))
          .bind("by", deed.by())
          .bind("why", deed.why())
          .execute();
      if (changed == 0) {
        boolean exists = reading.list(city).stream().anyMatch(head -> head.number() == number);
        throw exists
            ? new Fault(Fault.Kind.CONFLICT, "release " + number + " was withdrawn before")
            : Fault.missing("there is no release " + number);
      }
      before.run();
    });
  }

  /** Who withdraws, when and why. */
  record Deed(Instant at, String by, String why) {}
}
