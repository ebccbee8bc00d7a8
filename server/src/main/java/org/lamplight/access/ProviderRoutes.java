package org.lamplight.access;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.javalin.http.Context;
import java.net.URI;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;
import org.lamplight.http.Audit;
import org.lamplight.http.BaseUrl;
import org.lamplight.http.ClientAddress;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in by an OpenID provider: there with a state, a nonce and a challenge, and back with a code. */
final class ProviderRoutes {

  static final String START = "/session/oidc/start";
  private static final String RETURN = "/session/oidc/return";
  private static final String COOKIE = "provider";
  private static final int SECONDS = 600;
  private static final Logger LOG = LoggerFactory.getLogger(ProviderRoutes.class);
  private final Provider provider;
  private final ProviderStore store;
  private final AccountStore accounts;
  private final Audit audit;
  private final Settled settled;

  /** What is known beforehand: the claim of roles, the cities, and whom to tell of changes. */
  record Settled(String rolesClaim, Set<String> cities, Runnable changed) {}

  ProviderRoutes(
      Provider provider, ProviderStore store, AccountStore accounts, Audit audit, Settled settled) {
    this.provider = provider;
    this.store = store;
    this.accounts = accounts;
    this.audit = audit;
    this.settled = settled;
  }

  List<Route> routes() {
    return List.of(
        Route.get(START, Role.PUBLIC, Answers.of(this::start)),
        Route.get(RETURN, Role.PUBLIC, Answers.of(this::comeBack)));
  }

  private void start(Context ctx) {
    SessionCookie.requireSafe(ctx);
    Provider.Secrets secrets = Provider.Secrets.random();
    URI there = provider.start(secrets, callback(ctx));
    store.begin(secrets);
    // Only the browser that set out may come back: nobody is signed in to an account of somebody
    // else's.
    SessionCookie.setFor(ctx, COOKIE, secrets.state(), SECONDS);
    ctx.redirect(there.toString());
  }

  private static URI callback(Context ctx) {
    return URI.create(BaseUrl.of(ctx) + RETURN);
  }

  private void comeBack(Context ctx) {
    SessionCookie.requireSafe(ctx);
    SessionCookie.setFor(ctx, COOKIE, "", 0);
    try {
      StoredAccount account = account(ctx, identity(ctx));
      Proof before = ctx.attribute(Proof.ATTRIBUTE);
      String cookie = store.open(
          new AttemptStore.SignedIn(
              account.id(), ClientAddress.of(ctx), before == null ? 0 : before.session()),
          new Doer(account.name(), ClientAddress.of(ctx)));
      settled.changed().run();
      SessionCookie.set(ctx, cookie);
      ctx.redirect(BaseUrl.of(ctx) + "/");
    } catch (Provider.NotGood e) {
      LOG.info("a sign-in by the provider was refused: {}", e.getMessage());
      audit.write(
          Doer.of(ctx).refused("session.open", Map.of("why", String.valueOf(e.getMessage()))));
      ctx.redirect(BaseUrl.of(ctx) + "/sign-in#problem=provider");
    }
  }

  private ProviderStore.Identity identity(Context ctx) throws Provider.NotGood {
    String state = ctx.queryParam("state");
    String code = ctx.queryParam("code");
    String issuer = ctx.queryParam("iss");
    if (state == null || !same(state, SessionCookie.find(ctx, COOKIE))) {
      throw new Provider.NotGood("it did not set out from this browser", null);
    }
    Optional<Provider.Secrets> secrets = store.take(state);
    if (secrets.isEmpty()) {
      throw new Provider.NotGood("it came back twice, or too late", null);
    }
    if (issuer != null && !issuer.equals(provider.issuer())) {
      throw new Provider.NotGood("another provider answered", null);
    }
    if (code == null) {
      throw new Provider.NotGood("the provider gave no code", null);
    }
    IDTokenClaimsSet claims = provider.finish(code, secrets.get(), callback(ctx));
    return ProviderClaims.read(claims, settled.rolesClaim(), settled.cities());
  }

  private static boolean same(String state, @Nullable String cookie) {
    return cookie != null && MessageDigest.isEqual(Secret.hash(state), Secret.hash(cookie));
  }

  /** The account of the identity, made on its first sign-in, with the roles that the provider gives it today. */
  private StoredAccount account(Context ctx, ProviderStore.Identity identity)
      throws Provider.NotGood {
    String from = ClientAddress.of(ctx);
    String name = store.find(identity.subject()).orElseGet(() -> store.make(identity, from));
    StoredAccount account =
        accounts.find(name).orElseThrow(() -> Fault.missing("the account is gone"));
    if (account.disabled()) {
      throw new Provider.NotGood("the account is disabled", null);
    }
    if (!held(account).equals(granted(identity.grants()))) {
      store.follow(account, identity.grants(), from);
      settled.changed().run();
    }
    return account;
  }

  private static Set<String> held(StoredAccount account) {
    Map<String, Grant> grants = new HashMap<>();
    Set<String> cities = new HashSet<>(account.roles().keySet());
    cities.addAll(account.sensitive());
    cities.forEach(city -> grants.put(
        city, new Grant(city, account.rolesIn(city), account.sensitive().contains(city))));
    return granted(grants.values());
  }

  private static Set<String> granted(Iterable<Grant> grants) {
    Set<String> words = new HashSet<>();
    for (Grant grant : grants) {
      if (grant.sensitive() || !grant.roles().isEmpty()) {
        words.add(grant.city() + " " + Roles.words(grant.roles()) + " " + grant.sensitive());
      }
    }
    return words;
  }
}
