package org.lamplight.access;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.fault.Fault;
import org.lamplight.http.ClientAddress;
import org.lamplight.http.Role;
import org.lamplight.http.Route;

/** Passwords and second factors: what an account's owner proves with his password, or with a one-time link. */
final class PasswordRoutes {

  private final Accounts accounts;
  private final SignIn signIn;
  private final SecondFactor factor;

  PasswordRoutes(Accounts accounts, SignIn signIn, SecondFactor factor) {
    this.accounts = accounts;
    this.signIn = signIn;
    this.factor = factor;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/password", Role.PUBLIC, Answers.of(this::byLink)),
        Route.post("/account/password", Role.SIGNED_IN, Answers.of(this::change)),
        Route.post("/account/totp", Role.SIGNED_IN, Answers.of(this::propose)),
        Route.post("/account/totp/confirm", Role.SIGNED_IN, Answers.of(this::confirm)),
        Route.delete("/account/totp", Role.SIGNED_IN, Answers.of(this::remove)));
  }

  private void byLink(Context ctx) {
    SessionCookie.requireSafe(ctx);
    Fields fields = Fields.of(ctx, "link", "password");
    accounts.setPassword(fields.text("link"), fields.text("password"), Doer.of(ctx));
    ctx.status(204);
  }

  private void change(Context ctx) {
    Fields fields = Fields.of(ctx, "current", "password");
    StoredAccount account = prove(ctx, fields.text("current"));
    accounts.setPassword(
        account, fields.text("password"), Answers.proof(ctx).session(), Doer.of(ctx));
    ctx.status(204);
  }

  private void propose(Context ctx) {
    StoredAccount account = prove(ctx, Fields.of(ctx, "password").text("password"));
    SecondFactor.Proposal proposal = factor.propose(account);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("secret", proposal.secret());
    document.put("uri", proposal.uri());
    document.put("qr", Map.of("rows", QrCode.rows(proposal.uri())));
    Answers.json(ctx, 200, document);
  }

  private void confirm(Context ctx) {
    String code = Fields.of(ctx, "code").text("code");
    StoredAccount account = accounts.get(Answers.proof(ctx).account().name());
    Answers.json(ctx, 200, Map.of("recoveryCodes", factor.confirm(account, code, Doer.of(ctx))));
  }

  private void remove(Context ctx) {
    StoredAccount account = prove(ctx, Fields.of(ctx, "password").text("password"));
    factor.remove(account, Doer.of(ctx));
    ctx.status(204);
  }

  /** The caller's account, when this is its password. */
  private StoredAccount prove(Context ctx, String password) {
    String name = Answers.proof(ctx).account().name();
    if (accounts.get(name).issuer() != null) {
      throw new Fault(
          Fault.Kind.CONFLICT, "this account signs in by a provider and has no password here");
    }
    return signIn.prove(name, password, ClientAddress.of(ctx));
  }
}
