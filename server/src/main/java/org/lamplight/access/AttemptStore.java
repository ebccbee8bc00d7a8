package org.lamplight.access;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.http.Audit.Deed;
import org.lamplight.http.Refusal;

/** Attempts to sign in, counted by account and by client: five that fail in a quarter of an hour, and no more are judged. */
final class AttemptStore {

  private final Database database;

  AttemptStore(Database database) {
    this.database = database;
  }

  /**
   * An attempt that is being judged. It counts as failed until it is forgotten, so that many at once are not judged before the
   * first has failed.
   *
   * @param account what is counted for the account
   * @param rows its two rows
   */
  record Attempt(String account, List<Long> rows) {}

  /**
   * Enters an attempt.
   *
   * @throws Refusal when the account or the client has failed too often
   */
  Attempt begin(String name, String client) {
    // In one order, so that two attempts do not wait for each other.
    List<String> keys = List.of("account " + name, "client " + client);
    return database.jdbi().inTransaction(handle -> {
      keys.forEach(key -> handle
          .createQuery(Sql.load("access/lock_attempts"))
          .bind("key", key)
          .mapToMap()
          .list());
      long wait =
          keys.stream().mapToLong(key -> secondsLocked(handle, key)).max().orElse(0);
      if (wait > 0) {
        throw Refusals.locked(wait);
      }
      return new Attempt(
          keys.get(0), keys.stream().map(key -> insert(handle, key)).toList());
    });
  }

  private static long secondsLocked(Handle handle, String key) {
    Optional<Double> seconds = handle
        .createQuery(Sql.load("access/attempts_locked"))
        .bind("key", key)
        .mapTo(Double.class)
        .findOne();
    return seconds.map(left -> Math.max(1, (long) Math.ceil(left))).orElse(0L);
  }

  private static long insert(Handle handle, String key) {
    return handle
        .createQuery(Sql.load("access/insert_attempt"))
        .bind("key", key)
        .mapTo(Long.class)
        .one();
  }

  /** The attempt was not one: it could not be judged, or was right as far as it went. */
  void forget(Attempt attempt) {
    database.jdbi().useTransaction(handle -> forget(handle, attempt));
  }

  private static void forget(Handle handle, Attempt attempt) {
    attempt
        .rows()
        .forEach(id -> handle
            .createUpdate(Sql.load("access/forget_attempt"))
            .bind("id", id)
            .execute());
  }

  /** The attempt was right: the account begins anew, and so does its session; what the cookie holds. */
  String succeed(Attempt attempt, SignedIn signedIn, Deed deed) {
    return database.jdbi().inTransaction(handle -> {
      forget(handle, attempt);
      handle
          .createUpdate(Sql.load("access/forget_attempts"))
          .bind("key", attempt.account())
          .execute();
      return open(handle, signedIn, deed);
    });
  }

  /**
   * Who signed in.
   *
   * @param before number of the session that the browser had; it ends; 0 for none
   */
  record SignedIn(long account, String from, long before) {}

  static String open(Handle handle, SignedIn signedIn, Deed deed) {
    handle.createUpdate(Sql.load("access/purge")).execute();
    SessionStore.end(handle, signedIn.before());
    String secret = SessionStore.open(handle, signedIn.account(), signedIn.from());
    AuditStore.append(handle, deed);
    return secret;
  }
}
