package org.lamplight.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;
import org.lamplight.fault.Fault;
import org.lamplight.http.Audit.Deed;
import org.lamplight.http.Role;

/** Accounts and what they may do. Each change is one transaction with its entry in the audit trail. */
final class AccountStore {

  private final Database database;

  AccountStore(Database database) {
    this.database = database;
  }

  /** The account of that name, in small letters. */
  Optional<StoredAccount> find(String name) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("access/find_account"))
            .bind("name", name)
            .map((row, context) -> account(row))
            .findOne());
  }

  /** Accounts by name; where a city is given those with a role there, in every city, or in none. */
  List<StoredAccount> list(@Nullable String city) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("access/list_accounts"))
            .bind("city", city)
            .map((row, context) -> account(row))
            .list());
  }

  /** Whether anybody at all can sign in. */
  boolean anyCanSignIn() {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("access/can_sign_in"))
            .mapTo(Boolean.class)
            .one());
  }

  /**
   * Makes an account; its number.
   *
   * @throws Fault CONFLICT when the name is taken
   */
  long insert(String name, @Nullable String password, Grant grant, Deed deed) {
    return database.jdbi().inTransaction(handle -> {
      long id = insert(handle, name, password, null);
      grant(handle, id, grant);
      AuditStore.append(handle, deed);
      return id;
    });
  }

  /** How a provider names an account. */
  record Subject(String issuer, String subject) {}

  static long insert(
      Handle handle, String name, @Nullable String password, @Nullable Subject subject) {
    return handle
        .createQuery(Sql.load("access/insert_account"))
        .bind("name", name)
        .bind("password", password)
        .bind("issuer", subject == null ? null : subject.issuer())
        .bind("subject", subject == null ? null : subject.subject())
        .mapTo(Long.class)
        .findOne()
        .orElseThrow(() -> new Fault(
            Fault.Kind.CONFLICT, "name: there is an account of the name " + name + " already"));
  }

  /** Replaces what an account may do in a city. Its sessions end, all but one (0 for none). */
  void setGrant(long account, Grant grant, long spared, Deed deed) {
    database.jdbi().useTransaction(handle -> {
      handle
          .createUpdate(Sql.load("access/delete_roles"))
          .bind("account", account)
          .bind("city", grant.city())
          .execute();
      grant(handle, account, grant);
      SessionStore.endAll(handle, account, spared);
      AuditStore.append(handle, deed);
    });
  }

  static void grant(Handle handle, long account, Grant grant) {
    for (Role role : grant.roles()) {
      handle
          .createUpdate(Sql.load("access/insert_role"))
          .bind("account", account)
          .bind("city", grant.city())
          .bind("role", Roles.word(role))
          .execute();
    }
    if (grant.sensitive()) {
      handle
          .createUpdate(Sql.load("access/insert_sensitive"))
          .bind("account", account)
          .bind("city", grant.city())
          .execute();
    }
  }

  /** Shuts an account out, and ends its sessions; or lets it in again. */
  void setDisabled(long account, boolean disabled, Deed deed) {
    database.jdbi().useTransaction(handle -> {
      handle
          .createUpdate(Sql.load("access/set_disabled"))
          .bind("account", account)
          .bind("disabled", disabled)
          .execute();
      AuditStore.append(handle, deed);
    });
  }

  /** A new password; every session ends but one (0 for none). */
  void setPassword(long account, String password, long spared, Deed deed) {
    database.jdbi().useTransaction(handle -> {
      setPassword(handle, account, password, spared);
      AuditStore.append(handle, deed);
    });
  }

  static void setPassword(Handle handle, long account, String password, long spared) {
    handle
        .createUpdate(Sql.load("access/set_password"))
        .bind("account", account)
        .bind("password", password)
        .execute();
    SessionStore.endAll(handle, account, spared);
  }

  private static StoredAccount account(ResultSet row) throws SQLException {
    OffsetDateTime seen = row.getObject("last_seen_at", OffsetDateTime.class);
    return new StoredAccount(
        row.getLong("id"),
        row.getString("name"),
        row.getString("password"),
        row.getString("issuer"),
        row.getBoolean("disabled"),
        row.getBytes("totp_secret"),
        row.getBoolean("second_factor"),
        seen == null ? null : seen.toInstant(),
        Roles.stored(texts(row.getArray("roles"))),
        Set.of(texts(row.getArray("sensitive"))));
  }

  static String[] texts(Array array) throws SQLException {
    return (String[]) array.getArray();
  }
}
