package org.lamplight.access;

import org.lamplight.db.Database;
import org.lamplight.http.Audit;

/** The audit trail in the database, which only ever grows. What cannot be written is thrown, and so not done. */
public final class AuditTrail implements Audit {

  private final AuditStore store;

  public AuditTrail(Database database) {
    this.store = new AuditStore(database);
  }

  @Override
  public void write(Deed deed) {
    store.append(deed);
  }
}
