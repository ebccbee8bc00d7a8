package org.lamplight.access;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.http.Audit.Deed;

/** The second factor of accounts, and the codes that stand in for it. */
final class FactorStore {

  private final Database database;

  FactorStore(Database database) {
    this.database = database;
  }

  /** Uses a time step up; false where it, or a later one, was used before. */
  boolean useStep(long account, long step) {
    return database
            .jdbi()
            .withHandle(handle -> handle
                .createUpdate(Sql.load("access/use_step"))
                .bind("account", account)
                .bind("step", step)
                .execute())
        == 1;
  }

  /** Uses a recovery code up; false where there is none such. */
  boolean useRecoveryCode(long account, byte[] hash, Deed deed) {
    return database.jdbi().inTransaction(handle -> {
      boolean used = handle
              .createUpdate(Sql.load("access/use_recovery_code"))
              .bind("account", account)
              .bind("hash", hash)
              .execute()
          == 1;
      if (used) {
        AuditStore.append(handle, deed);
      }
      return used;
    });
  }

  /** Keeps a secret that does not count yet; false where a second factor counts already. */
  boolean propose(long account, byte[] secret) {
    return database
            .jdbi()
            .withHandle(handle -> handle
                .createUpdate(Sql.load("access/set_factor"))
                .bind("account", account)
                .bind("secret", secret)
                .execute())
        == 1;
  }

  /** The second factor counts from now on, its first code used; false where one counted already. */
  boolean confirm(long account, long step, List<byte[]> recoveryCodes, Deed deed) {
    return database.jdbi().inTransaction(handle -> {
      boolean confirmed = handle
              .createUpdate(Sql.load("access/confirm_factor"))
              .bind("account", account)
              .bind("step", step)
              .execute()
          == 1;
      if (confirmed) {
        replaceCodes(handle, account, recoveryCodes);
        AuditStore.append(handle, deed);
      }
      return confirmed;
    });
  }

  private static void replaceCodes(Handle handle, long account, List<byte[]> hashes) {
    handle
        .createUpdate(Sql.load("access/forget_recovery_codes"))
        .bind("account", account)
        .execute();
    hashes.forEach(hash -> handle
        .createUpdate(Sql.load("access/insert_recovery_code"))
        .bind("account", account)
        .bind("hash", hash)
        .execute());
  }

  void remove(long account, Deed deed) {
    database.jdbi().useTransaction(handle -> {
      remove(handle, account);
      AuditStore.append(handle, deed);
    });
  }

  static void remove(Handle handle, long account) {
    handle
        .createUpdate(Sql.load("access/forget_factor"))
        .bind("account", account)
        .execute();
  }
}
