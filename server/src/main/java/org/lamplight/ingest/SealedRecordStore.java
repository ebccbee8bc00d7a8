package org.lamplight.ingest;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.lamplight.city.City;
import org.lamplight.city.CityStore;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;

/** Deletes the records that a court sealed, and knows them when a later file holds them again. */
public final class SealedRecordStore {

  private static final List<String> TRACES =
      List.of("seal_delete_incidents", "seal_delete_keys", "seal_delete_replaced");
  private final Database database;

  /**
   * The store.
   *
   * @param database a pool of the role that imports
   */
  public SealedRecordStore(Database database) {
    this.database = database;
  }

  /** A record to be deleted. */
  public record Sealing(String record, String byWhom, String reason) {}

  /** What is to be done before the deletion is committed; what it throws takes the deletion back. */
  @FunctionalInterface
  public interface BeforeCommit {
    void with(int incidents);
  }

  /**
   * Deletes every incident of the record, with what they were before imports changed them; a record that was never loaded is
   * sealed all the same. Answers to the public do not change.
   *
   * @return how many incidents were deleted
   */
  public int seal(City city, Sealing sealing, BeforeCommit before) {
    return database.jdbi().inTransaction(handle -> {
      new ImportRunStore(handle, city).lockCity();
      int incidents = 0;
      for (String trace : TRACES) {
        int rows = about(handle, trace, city, sealing).execute();
        incidents = trace.equals("seal_delete_incidents") ? rows : incidents;
      }
      about(handle, "seal_record", city, sealing)
          .bind("by_whom", sealing.byWhom())
          .bind("reason", sealing.reason())
          .bind("incidents", incidents)
          .execute();
      CityStore.bump(handle, city, false);
      before.with(incidents);
      return incidents;
    });
  }

  private static Update about(Handle handle, String statement, City city, Sealing sealing) {
    return handle
        .createUpdate(Sql.load("ingest/" + statement))
        .bind("city", city.id())
        .bind("record", sealing.record());
  }
}
