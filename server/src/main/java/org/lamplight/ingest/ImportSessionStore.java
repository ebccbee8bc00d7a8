package org.lamplight.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.lamplight.city.City;
import org.lamplight.city.CityStore;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;

/** Opens the transaction of an import, and ends it one way or the other. */
final class ImportSessionStore {

  private final Database database;

  ImportSessionStore(Database database) {
    this.database = database;
  }

  /** What happens within a transaction. */
  interface Work {
    ImportReport in(TransactionStore transaction) throws IOException;
  }

  /** Commits what was done, unless the file was refused or something was thrown. */
  ImportReport inTransaction(City city, Work work) {
    ImportReport result = committed(city, work);
    if (result.inserted() + result.updated() > 0) {
      refreshStatistics();
    }
    return result;
  }

  private ImportReport committed(City city, Work work) {
    try (BesideStore beside = new BesideStore(database, city)) {
      return database.jdbi().inTransaction(handle -> {
        ImportReport report = done(work, new TransactionStore(handle, city, beside));
        if (report.refused() != null) {
          handle.rollback();
        } else if (report.run() != null) {
          // Last of all: until the transaction ends nobody else can write to the trail.
          record(handle, "ingest/audit_load", report.run(), System.getProperty("user.name"));
        }
        return report;
      });
    }
  }

  Importer.Undone undo(Importer.CityOf cities, int run, String actor) {
    Importer.Undone undone = database.jdbi().inTransaction(handle -> {
      City city = ImportRunStore.city(handle, cities, run);
      ImportRunStore runs = new ImportRunStore(handle, city);
      runs.lockCity();
      runs.prepare();
      Importer.Undone result = new UndoStore(handle, city).undo(run);
      CityStore.bump(handle, city, false);
      record(handle, "ingest/audit_undo", run, actor);
      return result;
    });
    refreshStatistics();
    return undone;
  }

  /** The entry of a file that was refused; its own transaction, because that of the import has been rolled back. */
  void recordRefusal(ImportRequest request, String file, String why) {
    database
        .jdbi()
        .useTransaction(handle -> handle
            .createQuery(Sql.load("ingest/audit_refused"))
            .bind("actor", request.byWhom())
            .bind("city", request.city().slug())
            .bind("kind", request.kind().name().toLowerCase(Locale.ROOT))
            .bind("file", file)
            .bind("why", why)
            .mapTo(Long.class)
            .one());
  }

  /** The entry of what was done, in its own transaction: without it nothing was done. */
  private static void record(Handle handle, String entry, int run, String actor) {
    handle
        .createQuery(Sql.load(entry))
        .bind("run", run)
        .bind("actor", actor)
        .mapTo(Long.class)
        .findOne();
  }

  private static ImportReport done(Work work, TransactionStore transaction) {
    try {
      return work.in(transaction);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The planner's statistics; outside the transaction, because a killed import loses nothing by not having them. */
  private void refreshStatistics() {
    database.jdbi().useTransaction(handle -> {
      // A small sample: the shapes' histograms are dear, and the planner needs no more.
      handle.execute("set local default_statistics_target = 20");
      handle.execute("analyze incident, incident_key, area");
    });
  }
}
