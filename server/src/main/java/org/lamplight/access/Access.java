package org.lamplight.access;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
   * @param oidc the provider by which people may sign in too; null for none
   */
  public record Setting(
      Path home, Set<String> cities, Clock clock, @Nullable Oidc oidc) {

    public Setting {
      cities = Set.copyOf(cities);
    }
  }

  /**
   * An OpenID provider.
   *
   * @param issuer its address, exactly as its tokens spell it
   * @param name what the sign-in page calls it
   * @param rolesClaim the claim that holds roles, such as {@code los-angeles:analyst}
   */
  public record Oidc(
      String issuer, String clientId, String clientSecret, String name, String rolesClaim) {}

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
    Set<String> cities = setting.cities();
    Oidc oidc = setting.oidc();
    Map<String, String> offered =
        oidc == null ? null : Map.of("name", oidc.name(), "href", ProviderRoutes.START);
    routes.addAll(new SessionRoutes(signIn, store, sessions, callers, offered).routes());
    if (oidc != null) {
      routes.addAll(new ProviderRoutes(
              new Provider(oidc),
              new ProviderStore(database),
              store,
              audit,
              new ProviderRoutes.Settled(oidc.rolesClaim(), cities, callers::changed))
          .routes());
    }
    routes.addAll(new PasswordRoutes(accounts, signIn, factor).routes());
    routes.addAll(new AccountRoutes(accounts, sessions, tokens, callers).routes());
    routes.addAll(new AdministrationRoutes(accounts, sessions, callers, cities).routes());
    routes.addAll(new AuditRoutes(new AuditReadStore(database), audit, cities).routes());
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
