package org.lamplight.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.db.Sql;
import org.lamplight.fault.Fault;

/** The record of imports, and the lock that lets one at a time change a city. */
final class ImportRunStore {

  private static final JsonMapper JSON = new JsonMapper();
  private final Handle handle;
  private final City city;

  ImportRunStore(Handle handle, City city) {
    this.handle = handle;
    this.city = city;
  }

  /** The city of a run. */
  static City city(Handle handle, Importer.CityOf cities, int run) {
    String slug = handle
        .createQuery(
            "select slug from city join import_run r on r.city = city.id where r.id = :run")
        .bind("run", run)
        .mapTo(String.class)
        .findOne()
        .orElseThrow(() -> Fault.missing("no import has the number " + run));
    return cities.get(slug);
  }

  /** Holds the city until the transaction ends; a second import is told to wait. */
  void lockCity() {
    if (!tryLock(handle, city)) {
      throw new Fault(
          Fault.Kind.BUSY,
          "another import of " + city.profile().name().en()
              + " is running; try again when it is done");
    }
  }

  /** Holds the city until the transaction ends, unless another import does. */
  static boolean tryLock(Handle handle, City city) {
    return handle
        .createQuery("select pg_try_advisory_xact_lock(hashtext('lamplight import'), :city)")
        .bind("city", (int) city.id())
        .mapTo(Boolean.class)
        .one();
  }

  void prepare() {
    makeRoom(handle);
  }

  /** Room to sort a million rows, and no limit of time, for one transaction only. */
  static void makeRoom(Handle handle) {
    handle.execute("set local work_mem = '192MB'");
    handle.execute("set local maintenance_work_mem = '256MB'");
    handle.execute("set local statement_timeout = 0");
    handle.execute("set local idle_in_transaction_session_timeout = 0");
    handle.execute("set local jit = off");
    handle.execute("set local default_statistics_target = 20");
  }

  int nextNumber() {
    return handle
        .createQuery("select nextval(pg_get_serial_sequence('import_run', 'id'))::integer")
        .mapTo(Integer.class)
        .one();
  }

  /** The standing import of the same bytes; null when there is none. */
  @Nullable
  Integer sameFile(ImportRequest request, String sha256) {
    return sameFileBefore(request, sha256, Integer.MAX_VALUE);
  }

  /** The same, before a run that has been entered already. */
  @Nullable
  Integer sameFileBefore(ImportRequest request, String sha256, int run) {
    return handle
        .createQuery(Sql.load("ingest/same_file"))
        .bind("city", city.id())
        .bind("kind", request.kind().id())
        .bind("target", request.areaSet())
        .bind("sha256", sha256)
        .bind("before", run)
        .mapTo(Integer.class)
        .findOne()
        .orElse(null);
  }

  void insert(ImportRequest request, FileFacts file, ImportReport report) {
    totals(handle.createUpdate(Sql.load("ingest/insert_run")), report)
        .bind("city", city.id())
        .bind("kind", request.kind().id())
        .bind("target", request.areaSet())
        .bind("file_name", file.name())
        .bind("sha256", file.sha256())
        .bind("bytes", file.bytes())
        .bind("started_at", OffsetDateTime.ofInstant(file.startedAt(), ZoneOffset.UTC))
        .bind("by_whom", request.byWhom())
        .bind("synthetic", request.synthetic() || file.name().startsWith("synthetic-"))
        .execute();
  }

  /** Totals of a run that was entered before they were known. */
  void update(ImportReport report) {
    totals(handle.createUpdate(Sql.load("ingest/update_run")), report).execute();
  }

  private static Update totals(Update statement, ImportReport report) {
    return statement
        .bind("id", report.run())
        .bind("read", report.read())
        .bind("accepted", report.accepted())
        .bind("flagged", report.flagged())
        .bind("rejected", report.rejected())
        .bind("inserted", report.inserted())
        .bind("updated", report.updated())
        .bind("unchanged", report.unchanged())
        .bind("reasons", json(report))
        .bind("same_as", report.sameAs());
  }

  private static String json(ImportReport report) {
    try {
      return JSON.writeValueAsString(report.reasons());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
