package org.lamplight.access;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lamplight.db.Database;
import org.lamplight.http.Audit;
import org.lamplight.http.Callers;
import org.lamplight.http.Route;

/** Accounts for a server: finds its callers, keeps its trail, answers the routes of signing in and of accounts. */
public final class Access {

  private final AccessCallers callers;
  private final AuditTrail audit;
  private final Accounts accounts;
  private final List<Route> routes = new ArrayList<>();

  /**
   * What accounts need of a server.
   *
   * @param home the folder of the key of second factors
   * @param cities slugs of the cities served
   */
  public record Setting(Path home, Set<String> cities, Clock clock) {

    public Setting {
      cities = Set.copyOf(cities);
    }
  }

  /**
   * Accounts of a database.
   *
   * @param database a pool of the role that reads accounts
   */
  public Access(Database database, Setting setting) {
    this(database, setting, new Passwords(Argon2id::hash));
  }

  Access(Database database, Setting setting, Passwords passwords) {
    AccountStore store = new AccountStore(database);
    SessionStore sessions = new SessionStore(database);
    TokenStore tokens = new TokenStore(database);
    audit = new AuditTrail(database);
    callers = new AccessCallers(sessions, tokens, audit);
    accounts = new Accounts(store, new LinkStore(database), tokens, passwords, callers::changed);
    SecondFactor factor =
        new SecondFactor(new FactorStore(database), HomeKey.of(setting.home()), setting.clock());
    SignIn signIn = new SignIn(store, new AttemptStore(database), passwords, factor, audit);
    routes.addAll(new SessionRoutes(signIn, store, sessions, callers, null).routes());
  }

  public Callers callers() {
    return callers;
  }

  public Audit audit() {
    return audit;
  }

  public Accounts accounts() {
    return accounts;
  }

  public List<Route> routes() {
    return List.copyOf(routes);
  }
}
