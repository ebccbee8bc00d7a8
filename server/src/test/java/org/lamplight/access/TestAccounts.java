package org.lamplight.access;

import java.util.Set;
import org.lamplight.db.Database;
import org.lamplight.http.Account;
import org.lamplight.http.Role;

/** Accounts for tests: made straight in the database, with no password to hash and no page to click through. */
public final class TestAccounts {

  private static final Doer BY = new Doer("a test", "command line");
  private final Database database;
  private final Accounts accounts;

  /**
   * Accounts of a database.
   *
   * @param database a pool of {@code DatabaseRole.AUTH}, or of the owner
   */
  public TestAccounts(Database database) {
    this.database = database;
    this.accounts = Accounts.of(database);
  }

  /** An account with roles in a city ({@code *} for every one), made on first use. */
  public TestAccounts with(String name, String city, Role... roles) {
    return with(name, new Grant(city, Set.of(roles), false));
  }

  public TestAccounts with(String name, Grant grant) {
    if (accounts.exists(name)) {
      accounts.add(name, grant, BY);
    } else {
      accounts.invite(name, grant, BY);
    }
    return this;
  }

  /** An analyst, a manager and an administrator of every city, named so; the analyst is marked for sensitive offences. */
  public TestAccounts withOneForEachRole() {
    return with("analyst", new Grant(Account.EVERY_CITY, Set.of(Role.ANALYST), true))
        .with("manager", Account.EVERY_CITY, Role.MANAGER)
        .with("administrator", Account.EVERY_CITY, Role.ADMINISTRATOR);
  }

  /** A token of the account, for {@code Authorization: Bearer}; it reads only. */
  public String token(String name) {
    return accounts.token(name, new TokenRequest("test", "a test", 1), BY);
  }

  /** What the cookie {@code lamplight} holds in a new session of the account, on plain http and loopback. */
  public String session(String name) {
    StoredAccount account = accounts.get(name);
    return database
        .jdbi()
        .inTransaction(handle -> SessionStore.open(handle, account.id(), "127.0.0.1"));
  }

  /** The header {@code Cookie} of a new session of the account. */
  public String cookie(String name) {
    return "lamplight=" + session(name);
  }
}
