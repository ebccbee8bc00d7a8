package org.lamplight.access;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;
import org.lamplight.http.Account;
import org.lamplight.http.Params;
import org.lamplight.http.Role;
import org.lamplight.http.Route;

/** The account of the caller: its sessions and tokens. */
final class AccountRoutes {

  private static final int MOST_TOKENS = 50;
  private final Accounts accounts;
  private final SessionStore sessions;
  private final TokenStore tokens;
  private final AccessCallers callers;

  AccountRoutes(
      Accounts accounts, SessionStore sessions, TokenStore tokens, AccessCallers callers) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.tokens = tokens;
    this.callers = callers;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/account", Role.SIGNED_IN, Answers.of(this::show)),
        Route.post("/account/tokens", Role.SIGNED_IN, Answers.of(this::makeToken)),
        Route.delete("/account/tokens/{id}", Role.SIGNED_IN, Answers.of(this::revokeToken)),
        Route.delete("/account/sessions", Role.SIGNED_IN, Answers.of(this::endSessions)));
  }

  private void show(Context ctx) {
    Params.of(ctx, List.of());
    Proof proof = Answers.proof(ctx);
    Account account = proof.account();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", account.name());
    document.put("roles", Roles.words(account.roles()));
    document.put("secondFactor", accounts.get(account.name()).secondFactor());
    document.put(
        "sessions",
        sessions.list(account.id()).stream()
            .map(session -> session(session, proof.session()))
            .toList());
    document.put(
        "tokens", tokens.list(account.id()).stream().map(AccountRoutes::token).toList());
    Answers.json(ctx, 200, document);
  }

  private static Map<String, Object> session(SessionStore.Listed session, long current) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", session.id());
    document.put("from", session.from());
    document.put("startedAt", session.startedAt().toString());
    document.put("seenAt", session.seenAt().toString());
    document.put("current", session.id() == current);
    return document;
  }

  private static Map<String, @Nullable Object> token(TokenStore.Listed token) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("id", token.id());
    document.put("name", token.name());
    document.put("purpose", token.purpose());
    document.put("prefix", token.prefix());
    document.put("createdAt", token.createdAt().toString());
    document.put("expiresAt", token.expiresAt().toString());
    document.put(
        "lastUsedAt", token.lastUsedAt() == null ? null : token.lastUsedAt().toString());
    return document;
  }

  private void makeToken(Context ctx) {
    Fields fields = Fields.of(ctx, "name", "purpose", "days");
    TokenRequest request =
        new TokenRequest(fields.text("name"), fields.text("purpose"), fields.number("days"));
    StoredAccount account = accounts.get(Answers.proof(ctx).account().name());
    if (tokens.list(account.id()).size() >= MOST_TOKENS) {
      throw new Fault(Fault.Kind.CONFLICT, "an account has at most 50 tokens; revoke one first");
    }
    TokenStore.Made made = tokens.make(account, request, Doer.of(ctx));
    Answers.json(ctx, 201, Map.of("id", made.id(), "token", made.token()));
  }

  private void revokeToken(Context ctx) {
    String id = ctx.pathParam("id");
    if (!id.matches("[1-9]\\d{0,17}")) {
      throw Fault.missing("there is no such token");
    }
    tokens.revoke(Long.parseLong(id), Answers.proof(ctx).account().id(), Doer.of(ctx));
    callers.changed();
    ctx.status(204);
  }

  private void endSessions(Context ctx) {
    sessions.endAll(
        Answers.proof(ctx).account().id(),
        Doer.of(ctx).done("session.close", null, Map.of("which", "all")));
    callers.changed();
    SessionCookie.clear(ctx);
    ctx.status(204);
  }
}
