package org.lamplight.ingest;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjLongConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.city.Offence;
import org.lamplight.db.Sql;
import org.lamplight.geo.BBox;
import org.lamplight.incident.Flag;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The staging tables of one import of incidents: temporary, gone with the transaction. */
final class IncidentStageStore {

  private static final String COPY =
      "copy stage (line, code, flags, record, year, hour, weekday, firearm, occurred_from,"
          + " occurred_to, reported_on, lon, lat, address, premises, weapon, status, beat, hash) from stdin";
  private final Handle handle;
  private final City city;
  private @Nullable CopyIn copy;

  IncidentStageStore(Handle handle, City city) {
    this.handle = handle;
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
    handle.execute(Sql.load("ingest/stage"));
    try {
      copy = handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
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

  void finish() {
    try {
      Objects.requireNonNull(copy).endCopy();
    } catch (SQLException e) {
      throw new IllegalStateException("the database refused staged rows", e);
    }
    handle.execute("analyze stage");
  }

  /** Leaves the copy so that the transaction can be rolled back. */
  void abandon() {
    try {
      if (copy != null && copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException e) {
      // The connection is lost; the transaction goes with it.
      copy = null;
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
      handle
          .createUpdate(Sql.load("ingest/renumber_codes"))
          .bindArray("provisional", Short.class, new ArrayList<>(codes.added().values()))
          .bindArray("stored", Short.class, stored)
          .execute();
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

  /** Finds the distinct places, the areas that hold them and the piles among them. */
  void locate(long rows, boolean anyBefore) {
    handle
        .createUpdate(Sql.load("ingest/place"))
        .bind("srid", city.profile().metricSrid())
        .execute();
    new LocatingStore(handle, city).findAreas();
    handle
        .createUpdate(Sql.load("ingest/pile"))
        .bind("rows", rows)
        .bind("city", city.id())
        .bind("default_flag", Flag.DEFAULT_LOCATION.bit())
        .bind("known", anyBefore)
        .execute();
  }

  boolean anyBefore() {
    return handle
        .createQuery("select exists (select from incident_key where city = :city)")
        .bind("city", city.id())
        .mapTo(Boolean.class)
        .one();
  }

  /** Judges every row against what was loaded before. */
  StagedCounts compare() {
    handle.execute(Sql.load("ingest/repeated"));
    handle.execute("analyze repeated");
    BBox extent = city.profile().extent();
    Update judged = handle.createUpdate(Sql.load("ingest/judged"));
    judged
        .bind("city", city.id())
        .bind("outside_flag", Flag.OUTSIDE_CITY.bit())
        .bind("default_flag", Flag.DEFAULT_LOCATION.bit())
        .bind("by_areas", new LocatingStore(handle, city).hasCityAreas())
        .bind("west", extent.west())
        .bind("south", extent.south())
        .bind("east", extent.east())
        .bind("north", extent.north())
        .execute();
    handle.execute("analyze judged");
    return handle
        .createQuery(Sql.load("ingest/judged_totals"))
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
    handle
        .createQuery(Sql.load("ingest/judged_flags"))
        .map((row, context) -> Map.entry(row.getInt("flags"), row.getLong("rows")))
        .forEach(entry ->
            Flag.of(entry.getKey()).forEach(flag -> counts.accept(flag.id(), entry.getValue())));
    handle
        .createQuery(Sql.load("ingest/judged_unmapped"))
        .bind("city", city.id())
        .map((row, context) -> Map.entry(row.getString("code"), row.getLong("rows")))
        .forEach(entry -> counts.accept("unmapped:" + entry.getKey(), entry.getValue()));
  }

  /** Tells of each flagged row: line, record, flags. */
  void eachFlagged(FlaggedRow told) {
    handle
        .createQuery(Sql.load("ingest/judged_flagged"))
        .setFetchSize(1_000)
        .map((row, context) -> {
          told.at(row.getLong("line"), row.getString("record"), row.getInt("flags"));
          return true;
        })
        .forEach(one -> {});
  }

  /** One flagged row. */
  interface FlaggedRow {
    void at(long line, String record, int flags);
  }
}
