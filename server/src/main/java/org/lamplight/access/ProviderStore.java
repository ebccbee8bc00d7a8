package org.lamplight.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.lamplight.db.Database;
import org.lamplight.db.Sql;

/** Sign-ins by a provider: those under way, and the accounts that they end in. */
final class ProviderStore {

  private final Database database;

  ProviderStore(Database database) {
    this.database = database;
  }

  /**
   * Whom a provider vouches for.
   *
   * @param wanted the name that the account gets where it is free
   * @param grants what it may do, city by city
   */
  record Identity(AccountStore.Subject subject, String wanted, List<Grant> grants) {}

  void begin(Provider.Secrets secrets) {
    database
        .jdbi()
        .useHandle(handle -> handle
            .createUpdate(Sql.load("access/begin_provider_sign_in"))
            .bind("hash", Secret.hash(secrets.state()))
            .bind("nonce", secrets.nonce())
            .bind("verifier", secrets.verifier())
            .execute());
  }

  /** The secrets of a sign-in that comes back; each comes back once. */
  Optional<Provider.Secrets> take(String state) {
    return database
        .jdbi()
        .withHandle(handle -> handle
            .createQuery(Sql.load("access/take_provider_sign_in"))
            .bind("hash", Secret.hash(state))
            .map((row, context) ->
                new Provider.Secrets(state, row.getString("nonce"), row.getString("verifier")))
            .findOne());
  }

  /** The name of the account that the provider vouches for, where there is one. */
  Optional<String> find(AccountStore.Subject subject) {
    return database.jdbi().withHandle(handle -> find(handle, subject));
  }

  private static Optional<String> find(Handle handle, AccountStore.Subject subject) {
    return handle
        .createQuery(Sql.load("access/find_subject"))
        .bind("issuer", subject.issuer())
        .bind("subject", subject.subject())
        .mapTo(String.class)
        .findOne();
  }

  /** Makes the account of an identity, under the wanted name or one like it: a local account of that name is somebody else. */
  String make(Identity identity, String from) {
    return database.jdbi().inTransaction(handle -> {
      String name = free(handle, identity.wanted());
      long id = AccountStore.insert(handle, name, null, identity.subject());
      identity.grants().forEach(grant -> AccountStore.grant(handle, id, grant));
      AuditStore.append(
          handle,
          new Doer(name, from)
              .done("account.make", null, Map.of("account", name, "by", "provider")));
      return name;
    });
  }

  private static String free(Handle handle, String wanted) {
    String name = wanted;
    for (int next = 2; taken(handle, name); next++) {
      name = wanted + "-" + next;
    }
    return name;
  }

  private static boolean taken(Handle handle, String name) {
    return handle
        .createQuery(Sql.load("access/find_account"))
        .bind("name", name)
        .mapToMap()
        .findOne()
        .isPresent();
  }

  /** The account has the roles of the provider and no other; its earlier sessions end when that changes anything. */
  void follow(StoredAccount account, List<Grant> grants, String from) {
    database.jdbi().useTransaction(handle -> {
      handle
          .createUpdate(Sql.load("access/delete_all_roles"))
          .bind("account", account.id())
          .execute();
      grants.forEach(grant -> AccountStore.grant(handle, account.id(), grant));
      SessionStore.endAll(handle, account.id(), 0);
      String roles = String.join(
          " ",
          grants.stream()
              .map(grant -> grant.city() + ":" + String.join("+", Roles.words(grant.roles())))
              .toList());
      AuditStore.append(
          handle,
          new Doer(account.name(), from)
              .done(
                  "account.roles",
                  null,
                  Map.of("account", account.name(), "roles", roles, "by", "provider")));
    });
  }

  /** Begins a session; what its cookie holds. */
  String open(AttemptStore.SignedIn signedIn, Doer by) {
    return database
        .jdbi()
        .inTransaction(handle -> AttemptStore.open(
            handle, signedIn, by.done("session.open", null, Map.of("with", "provider"))));
  }
}
