package org.lamplight.access;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lamplight.http.Account;
import org.lamplight.http.ClientAddress;
import org.lamplight.http.Params;
import org.lamplight.http.Role;
import org.lamplight.http.Route;

/** Signing in and out, and who one is. */
final class SessionRoutes {

  private final SignIn signIn;
  private final AccountStore accounts;
  private final SessionStore sessions;
  private final AccessCallers callers;
  private final @Nullable Map<String, String> provider;

  /**
   * The routes.
   *
   * @param provider name and href of the other way to sign in; null where there is none
   */
  SessionRoutes(
      SignIn signIn,
      AccountStore accounts,
      SessionStore sessions,
      AccessCallers callers,
      @Nullable Map<String, String> provider) {
    this.signIn = signIn;
    this.accounts = accounts;
    this.sessions = sessions;
    this.callers = callers;
    this.provider = provider;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/session", Role.PUBLIC, Answers.of(this::open)),
        Route.get("/session", Role.PUBLIC, Answers.of(this::show)),
        Route.delete("/session", Role.SIGNED_IN, Answers.of(this::end)));
  }

  private void open(Context ctx) {
    SessionCookie.requireSafe(ctx);
    Fields fields = Fields.of(ctx, "name", "password", "code");
    Proof before = ctx.attribute(Proof.ATTRIBUTE);
    SignIn.Given given = new SignIn.Given(
        fields.text("name"),
        fields.text("password"),
        fields.find("code"),
        ClientAddress.of(ctx),
        before == null ? 0 : before.session());
    String cookie = signIn.open(given);
    callers.changed();
    SessionCookie.set(ctx, cookie);
    Account account =
        sessions.find(Secret.hash(cookie)).map(Proof::account).orElseThrow(Refusals::wrong);
    Answers.json(ctx, 200, document(account));
  }

  private void show(Context ctx) {
    Params.of(ctx, List.of());
    Proof proof = ctx.attribute(Proof.ATTRIBUTE);
    Answers.json(ctx, 200, document(proof == null ? null : proof.account()));
  }

  private Map<String, @Nullable Object> document(@Nullable Account account) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("account", account == null ? null : describe(account));
    document.put("oidc", provider);
    return document;
  }

  private Map<String, Object> describe(Account account) {
    boolean secondFactor =
        accounts.find(account.name()).map(StoredAccount::secondFactor).orElse(false);
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("name", account.name());
    described.put("roles", Roles.words(account.roles()));
    described.put("sensitive", new TreeSet<>(account.sensitive()));
    described.put("secondFactor", secondFactor);
    described.put("proof", account.proof().name().toLowerCase(Locale.ROOT));
    return described;
  }

  private void end(Context ctx) {
    Proof proof = Answers.proof(ctx);
    sessions.end(proof.session(), Doer.of(ctx).done("session.close", null, Map.of()));
    callers.changed();
    SessionCookie.clear(ctx);
    ctx.status(204);
  }
}
