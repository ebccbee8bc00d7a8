package org.lamplight.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Until there are accounts: who asks from this machine, by its own name, without a proxy between, is an analyst; all
 * others are anybody. The name matters because a page elsewhere can point its own host name at 127.0.0.1, and the origin
 * because any page that the analyst has open can send requests here.
 */
public final class LoopbackCallers implements Callers {

  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final Caller ANALYST = new Caller(
      new Account(
          0,
          "this machine",
          Account.Proof.TOKEN,
          Map.of(Account.EVERY_CITY, Set.of(Role.ANALYST)),
          Set.of(Account.EVERY_CITY)),
      null);

  @Override
  public Caller identify(Context ctx) {
    boolean own = fromLoopback(ctx.req().getRemoteAddr())
        && ctx.header("Forwarded") == null
        && ctx.header("X-Forwarded-For") == null
        && namesThisMachine(ctx.header("Host"))
        && !fromAnotherSite(ctx);
    return own ? ANALYST : Caller.ANYBODY;
  }

  private static boolean fromLoopback(String address) {
    try {
      // A literal address: nothing is looked up.
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  static boolean namesThisMachine(@Nullable String host) {
    return host != null
        && OWN_NAMES.contains(host.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", ""));
  }

  private static boolean fromAnotherSite(Context ctx) {
    String origin = ctx.header("Origin");
    if (origin != null) {
      return !origin.equalsIgnoreCase(ctx.scheme() + "://" + ctx.header("Host"));
    }
    String site = ctx.header("Sec-Fetch-Site");
    // Following a link from elsewhere is a navigation: the page that holds the link does not see
    // the answer.
    return "cross-site".equals(site) && !"navigate".equals(ctx.header("Sec-Fetch-Mode"));
  }
}
