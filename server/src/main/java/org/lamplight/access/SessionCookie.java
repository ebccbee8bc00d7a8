package org.lamplight.access;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;
import org.lamplight.http.BaseUrl;

/** The cookie of a session: sent over https alone, except to this very machine. */
final class SessionCookie {

  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String SECURE = "__Host-lamplight";
  private static final String PLAIN = "lamplight";

  private SessionCookie() {}

  /** What the cookie holds; null where there is none, or none that could be ours. */
  static @Nullable String of(Context ctx) {
    String value = ctx.cookie(secure(ctx) ? SECURE : PLAIN);
    return value != null && value.matches(Secret.PATTERN) ? value : null;
  }

  /** Lets the browser keep the session until it is closed; the server ends it sooner. */
  static void set(Context ctx, String secret) {
    write(ctx, "", secret, "");
  }

  static void clear(Context ctx) {
    write(ctx, "", "", "; Max-Age=0");
  }

  /** A second cookie beside that of the session, for the way to a provider and back. */
  static void setFor(Context ctx, String purpose, String secret, int seconds) {
    write(ctx, "-" + purpose, secret, "; Max-Age=" + seconds);
  }

  static @Nullable String find(Context ctx, String purpose) {
    return ctx.cookie((secure(ctx) ? SECURE : PLAIN) + "-" + purpose);
  }

  /**
   * CONFLICT where a password or a session would travel in the clear.
   *
   * @throws Fault when the request came over plain http, and not from this machine by its own name
   */
  static void requireSafe(Context ctx) {
    if (!secure(ctx) && !OWN_NAMES.contains(host(ctx))) {
      throw new Fault(
          Fault.Kind.CONFLICT,
          "signing in needs https: set PUBLIC_URL to the https address of this server");
    }
  }

  private static void write(Context ctx, String suffix, String value, String lifetime) {
    boolean secure = secure(ctx);
    ctx.res()
        .addHeader(
            "Set-Cookie",
            (secure ? SECURE : PLAIN) + suffix + "=" + value + "; Path=/; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "") + lifetime);
  }

  private static boolean secure(Context ctx) {
    return BaseUrl.of(ctx).startsWith("https://");
  }

  private static String host(Context ctx) {
    try {
      return String.valueOf(URI.create(BaseUrl.of(ctx)).getHost());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
