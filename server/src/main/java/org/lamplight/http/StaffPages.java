package org.lamplight.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The pages of staff by their names. Where the API answers the same path, a browser that opens it gets the page. */
public final class StaffPages {

  private static final String SIGN_IN = "/sign-in";

  private static final Map<String, String> OPEN =
      Map.of(SIGN_IN, "sign_in.html", "/set-password", "set_password.html");
  private static final Map<String, String> SIGNED_IN =
      Map.of("/account", "account.html", "/admin", "admin.html");

  /** What decides whether the page comes, the API's answer, or the way to the sign-in page. */
  private static final List<String> CHOSEN_BY = List.of("Accept", "Cookie", "Authorization");

  private final StaticFiles files;

  public StaffPages(StaticFiles files) {
    this.files = files;
  }

  /** The given routes with the pages among them. */
  public List<Route> with(List<Route> routes) {
    List<Route> all = new ArrayList<>();
    OPEN.forEach((path, file) ->
        all.add(StaticFiles.file(path, ctx -> send(ctx, file, Caching.REVALIDATE, List.of()))));
    SIGNED_IN.forEach((path, file) -> {
      if (routes.stream().noneMatch(route -> answers(route, path))) {
        all.add(Route.get(path, Role.SIGNED_IN, ctx -> send(ctx, file, Caching.NEVER, CHOSEN_BY)));
      }
    });
    for (Route route : routes) {
      String file = SIGNED_IN.get(route.path());
      all.add(file != null && answers(route, route.path()) ? pageOr(route, file) : route);
    }
    return all;
  }

  private Route pageOr(Route route, String file) {
    return route.handledBy(ctx -> {
      if (asksForPage(ctx)) {
        send(ctx, file, Caching.NEVER, CHOSEN_BY);
      } else {
        route.handler().handle(ctx);
      }
    });
  }

  private void send(Context ctx, String file, String cacheControl, List<String> chosenBy) {
    files.send(ctx, "/web/staff/" + file, cacheControl, chosenBy);
  }

  private static boolean answers(Route route, String path) {
    return route.method().equals(HandlerType.GET) && route.path().equals(path);
  }

  /**
   * Whether a browser opens a page that asks for nothing but being signed in, and its session is over or was never begun: that
   * such pages exist is no secret.
   */
  static boolean needsSignIn(Context ctx, Route route) {
    return route.role() == Role.SIGNED_IN
        && SIGNED_IN.containsKey(route.path())
        && answers(route, route.path())
        && Caller.of(ctx).isAnybody()
        && asksForPage(ctx);
  }

  /** The way to the sign-in page and back; the browser keeps the part of the address after "#". */
  static void leadToSignIn(Context ctx) {
    ctx.header("Cache-Control", Caching.NEVER);
    ctx.header(
        "Location", SIGN_IN + "?next=" + URLEncoder.encode(ctx.path(), StandardCharsets.UTF_8));
    ctx.status(303);
  }

  private static boolean asksForPage(Context ctx) {
    String accept = ctx.header("Accept");
    return accept != null
        && Media.HTML.equals(Negotiation.best(accept, List.of(Media.JSON, Media.HTML)));
  }
}
