package org.lamplight.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.http.Account;
import org.lamplight.http.Audit.Deed;

/** Sessions: who is signed in, and since when. */
final class SessionStore {

  private final Database database;

  SessionStore(Database database) {
    this.database = database;
  }

  /** One session as its owner sees it. */
  record Listed(long id, String from, Instant startedAt, Instant seenAt) {}

  /** The standing session of that hash. */
  Optional<Proof> find(byte[] hash) {
    return find(database, "access/find_session", hash, Account.Proof.SESSION);
  }

  static Optional<Proof> find(
      Database database, String statement, byte[] hash, Account.Proof kind) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load(statement))
            .bind("hash", hash)
            .map((row, context) -> proof(row, kind))
            .findOne());
  }

  private static Proof proof(ResultSet row, Account.Proof kind) throws SQLException {
    Account account = new Account(
        row.getLong("id"),
        row.getString("name"),
        kind,
        Roles.stored(AccountStore.texts(row.getArray("roles"))),
        Set.of(AccountStore.texts(row.getArray("sensitive"))));
    return new Proof(
        account, row.getLong("proof"), row.getString("purpose"), row.getBoolean("stale"));
  }

  /** Notes that the session is in use. */
  void touch(long id) {
    database
        .jdbi()
        .useHandle(handle ->
            handle.createUpdate(Sql.load("access/touch_session")).bind("id", id).execute());
  }

  /** Begins a session; what its cookie holds. */
  static String open(Handle handle, long account, String from) {
    String secret = Secret.random();
    handle
        .createUpdate(Sql.load("access/insert_session"))
        .bind("hash", Secret.hash(secret))
        .bind("account", account)
        .bind("from", from)
        .execute();
    return secret;
  }

  /** The same session under a new id; what its cookie holds from now on. */
  String renew(long id) {
    String secret = Secret.random();
    database
        .jdbi()
        .useHandle(handle -> handle
            .createUpdate(Sql.load("access/renew_session"))
            .bind("id", id)
            .bind("hash", Secret.hash(secret))
            .execute());
    return secret;
  }

  void end(long id, Deed deed) {
    database.jdbi().useTransaction(handle -> {
      end(handle, id);
      AuditStore.append(handle, deed);
    });
  }

  static void end(Handle handle, long id) {
    handle.createUpdate(Sql.load("access/end_session")).bind("id", id).execute();
  }

  void endAll(long account, Deed deed) {
    database.jdbi().useTransaction(handle -> {
      endAll(handle, account, 0);
      AuditStore.append(handle, deed);
    });
  }

  static void endAll(Handle handle, long account, long spared) {
    handle
        .createUpdate(Sql.load("access/end_sessions"))
        .bind("account", account)
        .bind("spared", spared)
        .execute();
  }

  List<Listed> list(long account) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("access/list_sessions"))
            .bind("account", account)
            .map((row, context) -> new Listed(
                row.getLong("id"),
                row.getString("from_address"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant()))
            .list());
  }
}
