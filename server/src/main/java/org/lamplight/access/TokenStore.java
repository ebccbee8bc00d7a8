package org.lamplight.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.fault.Fault;
import org.lamplight.http.Account;

/** Tokens for QGIS and scripts. */
final class TokenStore {

  private final Database database;

  TokenStore(Database database) {
    this.database = database;
  }

  /** One token as its owner sees it. */
  record Listed(
      long id,
      String name,
      String purpose,
      String prefix,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant lastUsedAt) {}

  /** A token as it is shown once. */
  record Made(long id, String token) {}

  /** The working token of that hash. */
  Optional<Proof> find(byte[] hash) {
    return SessionStore.find(database, "access/find_token", hash, Account.Proof.TOKEN);
  }

  /** Notes that the token is in use. */
  void touch(long id) {
    database
        .jdbi()
        .useHandle(handle ->
            handle.createUpdate(Sql.load("access/touch_token")).bind("id", id).execute());
  }

  /** Makes a token that reads. */
  Made make(StoredAccount account, TokenRequest request, Doer by) {
    String prefix = Tokens.prefix();
    String token = prefix + "_" + Secret.random();
    return database.jdbi().inTransaction(handle -> {
      long id = handle
          .createQuery(Sql.load("access/insert_token"))
          .bind("hash", Secret.hash(token))
          .bind("prefix", prefix)
          .bind("account", account.id())
          .bind("name", request.name())
          .bind("purpose", request.purpose())
          .bind("days", request.days())
          .mapTo(Long.class)
          .one();
      AuditStore.append(
          handle,
          by.done(
              "token.make",
              null,
              Map.of(
                  "account", account.name(),
                  "token", prefix,
                  "purpose", request.purpose(),
                  "days", Integer.toString(request.days()))));
      return new Made(id, token);
    });
  }

  List<Listed> list(long account) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("access/list_tokens"))
            .bind("account", account)
            .map((row, context) -> new Listed(
                row.getLong("id"),
                row.getString("name"),
                row.getString("purpose"),
                row.getString("prefix"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("last_used_at", OffsetDateTime.class))))
            .list());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  /**
   * Revokes a token.
   *
   * @param account whose it must be; null for anybody's
   */
  void revoke(long id, @Nullable Long account, Doer by) {
    database.jdbi().useTransaction(handle -> {
      Map<String, String> gone =
          delete(handle, id, account).orElseThrow(() -> Fault.missing("there is no token " + id));
      AuditStore.append(handle, by.done("token.revoke", null, gone));
    });
  }

  private static Optional<Map<String, String>> delete(
      Handle handle, long id, @Nullable Long account) {
    return handle
        .createQuery(Sql.load("access/delete_token"))
        .bind("id", id)
        .bind("account", account)
        .map((row, context) ->
            Map.of("account", row.getString("name"), "token", row.getString("prefix")))
        .findOne();
  }
}
