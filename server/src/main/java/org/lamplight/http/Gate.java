package org.lamplight.http;

import io.javalin.http.Context;
import java.util.Set;

/** What every request passes before its route is looked at, and then before its handler runs. */
final class Gate {

  private static final int LONGEST_URL = 4_094;
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
  private final ServerSettings settings;
  private final SecurityHeaders headers;
  private final Proxies proxies;
  private final RequestRate rate;

  Gate(ServerSettings settings, SecurityHeaders headers) {
    this.settings = settings;
    this.headers = headers;
    this.proxies = new Proxies(settings.trustedProxies());
    ServerLimits limits = settings.limits();
    this.rate = new RequestRate(limits.requestsPerSecond(), limits.burst());
  }

  /** Finds from where and from whom the request comes, and what the answer carries in any case. */
  void enter(Context ctx) {
    ctx.attribute(ClientAddress.ATTRIBUTE, proxies.client(ctx.req()));
    String base = settings.publicUrl() == null ? proxies.base(ctx.req()) : settings.publicUrl();
    ctx.attribute(BaseUrl.ATTRIBUTE, base);
    headers.apply(ctx);
    Crossing.apply(ctx);
    requireWellFormed(ctx);
    ctx.attribute(Caller.ATTRIBUTE, identify(ctx));
    Crossing.apply(ctx);
  }

  private static void requireWellFormed(Context ctx) {
    String query = ctx.req().getQueryString();
    int length = ctx.req().getRequestURI().length() + (query == null ? 0 : query.length() + 1);
    if (length > LONGEST_URL) {
      throw new Refusal(414, "the URL is longer than 4094 bytes");
    }
    if (!ctx.req().getRequestURI().startsWith("/")) {
      throw new Refusal(400, "the request names no path");
    }
    if (!METHODS.contains(ctx.req().getMethod())) {
      throw new Refusal(405, "this method is not allowed here")
          .header("Allow", "GET, HEAD, OPTIONS");
    }
    if (ctx.header("X-HTTP-Method-Override") != null) {
      // A cache between would take the answer for that of the method in the first line.
      throw new Refusal(400, "X-HTTP-Method-Override: is not taken; send the method itself");
    }
  }

  /** Whoever shows one bad proof after the other is turned away before the next one is looked at. */
  private Caller identify(Context ctx) {
    String address = ClientAddress.of(ctx);
    boolean proves = ctx.header("Authorization") != null || ctx.header("Cookie") != null;
    if (proves) {
      rate.require(Allowance.PROOFS, address);
    }
    Caller caller = settings.callers().identify(ctx);
    if (proves && caller.isAnybody()) {
      rate.draw(Allowance.PROOFS, address);
    }
    return caller;
  }

  /** Narrows the caller to the path's city, and counts the request where he is anybody. */
  Caller arrive(Context ctx, Allowance allowance) {
    Caller caller = Caller.of(ctx).in(ctx.pathParamMap().get("city"));
    ctx.attribute(Caller.ATTRIBUTE, caller);
    if (caller.isAnybody()) {
      rate.draw(allowance, ClientAddress.of(ctx));
    }
    return caller;
  }

  /** Lets the request through to the route's handler, or refuses it. */
  void pass(Context ctx, Route route) {
    Caller caller = arrive(ctx, route.allowance());
    if (!route.computes()) {
      Changes.refuseToken(ctx);
    }
    if (!caller.may(route.role())) {
      settings.callers().refused(ctx, route);
      throw nothingHere();
    }
    Changes.check(ctx, route);
  }

  /** The same words for what is not there and for what the caller may not see. */
  static Refusal nothingHere() {
    return new Refusal(404, "there is nothing here");
  }
}
