package org.lamplight.access;

import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;

/** Links that set a password once. */
final class LinkStore {

  private final Database database;

  LinkStore(Database database) {
    this.database = database;
  }

  /** Why a link was made. */
  enum Kind {
    SET_UP("set-up"),
    INVITATION("invitation"),
    LOST_PASSWORD("lost-password");

    private final String id;

    Kind(String id) {
      this.id = id;
    }
  }

  /** Whose password a link sets. */
  record Target(long account, String name, boolean lostPassword) {}

  /** Makes a link, in the place of earlier ones of the account; what stands behind its "#". */
  String make(StoredAccount account, Kind kind, Doer by, @Nullable String city) {
    return database.jdbi().inTransaction(handle -> {
      String secret = make(handle, account.id(), kind);
      AuditStore.append(
          handle, by.done("link.make", city, Map.of("account", account.name(), "kind", kind.id)));
      return secret;
    });
  }

  static String make(Handle handle, long account, Kind kind) {
    String secret = Secret.random();
    handle
        .createUpdate(Sql.load("access/insert_link"))
        .bind("hash", Secret.hash(secret))
        .bind("account", account)
        .bind("kind", kind.id)
        .execute();
    return secret;
  }

  /** Whose password the link sets, while it works. */
  Optional<Target> find(String secret) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("access/find_link"))
            .bind("hash", Secret.hash(secret))
            .map((row, context) -> new Target(
                row.getLong("id"),
                row.getString("name"),
                row.getString("kind").equals(Kind.LOST_PASSWORD.id)))
            .findOne());
  }

  /** Uses the link up and sets the password; every session ends. False where it was used meanwhile. */
  boolean use(String secret, Target target, String password, Doer by) {
    return database.jdbi().inTransaction(handle -> {
      Optional<Long> account = handle
          .createQuery(Sql.load("access/use_link"))
          .bind("hash", Secret.hash(secret))
          .mapTo(Long.class)
          .findOne();
      if (account.isEmpty()) {
        return false;
      }
      AccountStore.setPassword(handle, target.account(), password, 0);
      if (target.lostPassword()) {
        FactorStore.remove(handle, target.account());
      }
      AuditStore.append(
          handle,
          by.done("password.set", null, Map.of("account", target.name(), "by", "one-time link")));
      return true;
    });
  }
}
