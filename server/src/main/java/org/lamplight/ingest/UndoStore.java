package org.lamplight.ingest;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.lamplight.city.City;
import org.lamplight.db.Sql;
import org.lamplight.fault.Fault;

/** Takes an import of incidents back. */
final class UndoStore {

  private final Handle handle;
  private final City city;

  UndoStore(Handle handle, City city) {
    this.handle = handle;
    this.city = city;
  }

  Importer.Undone undo(int run) {
    check(run);
    bound("undo_delete_incidents", run).execute();
    long removed = bound("undo_delete_keys", run).execute();
    bound("undo_delete_changed", run).execute();
    bound("undo_restore_incidents", run).execute();
    long restored = bound("undo_restore_keys", run).execute();
    bound("undo_forget_replaced", run).execute();
    bound("undo_unsee", run).execute();
    bound("undo_mark", run).execute();
    if (areasChangedSince(run)) {
      new LocatingStore(handle, city).relocate();
    }
    return new Importer.Undone(removed, restored);
  }

  private void check(int run) {
    String standing = handle
        .createQuery(Sql.load("ingest/undo_standing"))
        .bind("city", city.id())
        .bind("run", run)
        .mapTo(String.class)
        .findOne()
        .orElseThrow(() -> Fault.missing("no import of " + city.slug() + " has the number " + run));
    Fault.require(!standing.equals("undone"), "import " + run + " has been taken back already");
    Fault.require(
        !standing.equals("other"),
        "only imports of incidents can be taken back; import the earlier file again");
    Fault.require(
        !standing.equals("later"),
        "import " + run + " is not the last one of incidents: take the later ones back first");
  }

  private boolean areasChangedSince(int run) {
    return handle
        .createQuery(
            "select exists (select from import_run where city = :city and kind = 'areas' and id > :run)")
        .bind("city", city.id())
        .bind("run", run)
        .mapTo(Boolean.class)
        .one();
  }

  private Update bound(String statement, int run) {
    return handle
        .createUpdate(Sql.load("ingest/" + statement))
        .bind("city", city.id())
        .bind("run", run);
  }
}
