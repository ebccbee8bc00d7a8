package org.lamplight.ingest;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.city.Offence;
import org.lamplight.db.Sql;
import org.lamplight.geo.BBox;
import org.lamplight.incident.Flag;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The staging tables of one import of incidents: committed as they come to be, so that two connections can work on them. */
final class IncidentStageStore {

  private static final String COLUMNS =
      "line, code, flags, record, year, hour, weekday, firearm, occurred_from, occurred_to, reported_on,"
          + " lon, lat, address, premises, weapon, status, beat, hash";
  private final Handle handle;
  private final BesideStore beside;
  private final City city;
  private @Nullable Handle copying;
  private @Nullable CopyIn copy;

  /** @param handle of the import's own transaction */
  IncidentStageStore(Handle handle, BesideStore beside, City city) {
    this.handle = handle;
    this.beside = beside;
    this.city = city;
  }

  CodeBook codes() {
    return new CodeBook(handle
        .createQuery(Sql.load("ingest/known_codes"))
        .bind("city", city.id())
        .reduceRows(new HashMap<String, Short>(), (map, row) -> {
          map.put(row.getColumn("code", String.class), row.getColumn("id", Short.class));
          return map;
        }));
  }

  void open() {
    beside.begin();
    Handle work = beside.open();
    copying = work;
    update(work, "stage").execute();
    try {
      String statement = "copy " + table("stage") + " (" + COLUMNS + ") from stdin";
      copy = work.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void write(byte[] chunk) {
    try {
      Objects.requireNonNull(copy).writeToCopy(chunk, 0, chunk.length);
    } catch (SQLException e) {
      throw new IllegalStateException("the database refused staged rows", e);
    }
  }

  /** Ends the copy and takes out the rows of sealed records, before anything is judged by them; their lines. */
  List<Long> finish() {
    try {
      Objects.requireNonNull(copy).endCopy();
    } catch (SQLException e) {
      throw new IllegalStateException("the database refused staged rows", e);
    }
    Handle work = Objects.requireNonNull(copying);
    List<Long> sealed = work.createQuery(Sql.load("ingest/seal_stage"))
        .define("city", city.id())
        .bind("city", city.id())
        .mapTo(Long.class)
        .list();
    work.execute("analyze " + table("stage"));
    work.commit();
    return sealed;
  }

  /** Gives the connection back, whether the copy was finished or not. */
  void leave() {
    try {
      if (copy != null && copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException e) {
      // The connection is lost, and what it copied with it.
      copy = null;
    }
    if (copying != null) {
      leave(copying);
    }
  }

  private void leave(Handle work) {
    try (work) {
      if (work.isInTransaction()) {
        work.rollback();
      }
    } catch (JdbiException e) {
      // The connection is lost, and what it copied with it.
      copying = null;
    }
  }

  /** Gives new codes their numbers and keeps the source's words for all. */
  void storeCodes(CodeBook codes) {
    if (!codes.added().isEmpty()) {
      // Another start may register the profile meanwhile; numbers are given out one at a time.
      handle.execute("select pg_advisory_xact_lock(hashtext('lamplight register'))");
      List<Short> stored = new ArrayList<>();
      for (String code : codes.added().keySet()) {
        stored.add(addCode(code));
      }
      beside.run(work -> update(work, "renumber_codes")
          .bindArray("provisional", Short.class, new ArrayList<>(codes.added().values()))
          .bindArray("stored", Short.class, stored)
          .execute());
    }
    List<String> labelled = new ArrayList<>(codes.labels().keySet());
    handle
        .createUpdate(Sql.load("ingest/label_codes"))
        .bind("city", city.id())
        .bindArray("codes", String.class, labelled)
        .bindArray(
            "labels", String.class, labelled.stream().map(codes.labels()::get).toList())
        .execute();
  }

  private short addCode(String code) {
    return handle
        .createQuery(Sql.load("ingest/add_code"))
        .bind("city", city.id())
        .bind("code", code)
        .bind("other", Offence.OTHER)
        .mapTo(Short.class)
        .one();
  }

  /** Finds the distinct places, the areas that hold them and the piles among them; and meanwhile the rows that share a number. */
  void locate(long rows) {
    beside.together(List.of(work -> locate(work, rows), this::findRepeated));
  }

  private void locate(Handle work, long rows) {
    update(work, "place").bind("srid", city.profile().metricSrid()).execute();
    new LocatingStore(work, city).findAreas();
    update(work, "pile")
        .bind("rows", rows)
        .bind("city", city.id())
        .bind("default_flag", Flag.DEFAULT_LOCATION.bit())
        .bind("known", anyBefore(work))
        .execute();
  }

  private void findRepeated(Handle work) {
    update(work, "repeated").execute();
    work.execute("analyze " + table("repeated"));
  }

  private boolean anyBefore(Handle work) {
    return work.createQuery("select exists (select from incident_key where city = :city)")
        .bind("city", city.id())
        .mapTo(Boolean.class)
        .one();
  }

  /** Judges every row against what was loaded before. */
  void compare() {
    BBox extent = city.profile().extent();
    beside.run(work -> {
      update(work, "judged")
          .bind("city", city.id())
          .bind("outside_flag", Flag.OUTSIDE_CITY.bit())
          .bind("default_flag", Flag.DEFAULT_LOCATION.bit())
          .bind("by_areas", new LocatingStore(work, city).hasCityAreas())
          .bind("west", extent.west())
          .bind("south", extent.south())
          .bind("east", extent.east())
          .bind("north", extent.north())
          .execute();
      work.execute("analyze " + table("judged"));
    });
  }

  private Update update(Handle work, String statement) {
    return work.createUpdate(Sql.load("ingest/" + statement)).define("city", city.id());
  }

  private String table(String name) {
    return "import_" + city.id() + "_" + name;
  }
}
