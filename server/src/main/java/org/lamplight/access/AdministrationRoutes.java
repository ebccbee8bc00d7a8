package org.lamplight.access;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;
import org.lamplight.http.Account;
import org.lamplight.http.BaseUrl;
import org.lamplight.http.Params;
import org.lamplight.http.Role;
import org.lamplight.http.Route;

/** The accounts of a city, for its administrators. What concerns other cities too is for who administers those as well. */
final class AdministrationRoutes {

  private final Accounts accounts;
  private final SessionStore sessions;
  private final AccessCallers callers;
  private final Set<String> cities;

  AdministrationRoutes(
      Accounts accounts, SessionStore sessions, AccessCallers callers, Set<String> cities) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.callers = callers;
    this.cities = cities;
  }

  List<Route> routes() {
    String path = "/cities/{city}/accounts";
    return List.of(
        Route.get(path, Role.ADMINISTRATOR, Answers.of(this::list)),
        Route.post(path, Role.ADMINISTRATOR, Answers.of(this::invite)),
        Route.put(path + "/{name}", Role.ADMINISTRATOR, Answers.of(this::change)),
        Route.post(path + "/{name}/link", Role.ADMINISTRATOR, Answers.of(this::link)));
  }

  private void list(Context ctx) {
    String city = Answers.city(ctx, cities);
    Params.of(ctx, List.of());
    Answers.json(
        ctx,
        200,
        Map.of(
            "accounts",
            accounts.in(city).stream().map(account -> document(account, city)).toList()));
  }

  private static Map<String, @Nullable Object> document(StoredAccount account, String city) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("name", account.name());
    document.put("roles", Roles.words(account.rolesIn(city)));
    document.put("rolesEverywhere", Roles.words(account.rolesIn(Account.EVERY_CITY)));
    document.put("sensitive", account.sensitive().contains(city));
    document.put("disabled", account.disabled());
    document.put("secondFactor", account.secondFactor());
    document.put("provider", account.issuer() != null);
    document.put(
        "lastSeenAt", account.lastSeenAt() == null ? null : account.lastSeenAt().toString());
    return document;
  }

  private void invite(Context ctx) {
    String city = Answers.city(ctx, cities);
    Fields fields = Fields.of(ctx, "name", "roles", "sensitive");
    Grant grant = grant(city, fields);
    Fault.require(!grant.roles().isEmpty(), "roles: give at least one");
    String secret = accounts.invite(fields.text("name"), grant, Doer.of(ctx));
    Answers.json(ctx, 201, Map.of("link", link(ctx, secret)));
  }

  private static Grant grant(String city, Fields fields) {
    return new Grant(city, Roles.parse("roles", fields.texts("roles")), fields.flag("sensitive"));
  }

  private static String link(Context ctx, String secret) {
    return BaseUrl.of(ctx) + "/set-password#" + secret;
  }

  private void change(Context ctx) {
    String city = Answers.city(ctx, cities);
    Fields fields = Fields.of(ctx, "roles", "sensitive", "disabled");
    Grant grant = grant(city, fields);
    boolean disabled = fields.flag("disabled");
    StoredAccount account = accounts.get(ctx.pathParam("name"));
    Proof proof = Answers.proof(ctx);
    boolean own = proof.account().id() == account.id();
    if (disabled != account.disabled()) {
      requireAll(ctx, account);
      if (own) {
        throw new Fault(Fault.Kind.CONFLICT, "disabled: nobody can shut himself out");
      }
    }
    change(ctx, account, grant, own ? proof.session() : 0);
    accounts.setDisabled(account.name(), disabled, Doer.of(ctx));
    Answers.json(ctx, 200, document(accounts.get(account.name()), city));
  }

  /** New roles; whose own session goes on, goes on under a new id. */
  private void change(Context ctx, StoredAccount account, Grant grant, long ownSession) {
    if (account.issuer() != null && !account.rolesIn(grant.city()).equals(grant.roles())) {
      throw new Fault(
          Fault.Kind.CONFLICT, "roles: those of " + account.name() + " come from its provider");
    }
    if (accounts.setGrant(account, grant, ownSession, Doer.of(ctx)) && ownSession != 0) {
      String cookie = sessions.renew(ownSession);
      callers.changed();
      SessionCookie.set(ctx, cookie);
    }
  }

  private void link(Context ctx) {
    Answers.city(ctx, cities);
    Fields.of(ctx);
    StoredAccount account = accounts.get(ctx.pathParam("name"));
    requireAll(ctx, account);
    String secret = accounts.link(account.name(), Doer.of(ctx));
    Answers.json(ctx, 200, Map.of("link", link(ctx, secret)));
  }

  /** FORBIDDEN unless the caller administers every city in which the account has a role: these changes hold in all of them. */
  private static void requireAll(Context ctx, StoredAccount account) {
    Map<String, Set<Role>> own = Answers.proof(ctx).account().roles();
    boolean all = administers(own, Account.EVERY_CITY)
        || account.roles().keySet().stream().allMatch(city -> administers(own, city));
    if (!all) {
      throw new Fault(
          Fault.Kind.FORBIDDEN,
          account.name() + " has roles in other cities; this is for an administrator of them all");
    }
  }

  private static boolean administers(Map<String, Set<Role>> roles, String city) {
    return roles.getOrDefault(city, Set.of()).contains(Role.ADMINISTRATOR);
  }
}
