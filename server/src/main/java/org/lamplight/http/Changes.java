package org.lamplight.http;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request that changes something must bring: it comes from our own pages, and its body is JSON of bounded size. */
final class Changes {

  static final int LARGEST_BODY = 1_000_000;
  private static final Set<String> FILES = Set.of(
      "application/octet-stream",
      "text/csv",
      "application/json",
      "application/geo+json",
      "application/gzip",
      "application/zip");
  private static final Set<String> SAFE = Set.of("GET", "HEAD");

  private Changes() {}

  /** Refuses what would change something and comes with a token; the only place that does. */
  static void refuseToken(Context ctx) {
    Account account = Caller.of(ctx).account();
    if (!SAFE.contains(ctx.req().getMethod())
        && account != null
        && account.proof() == Account.Proof.TOKEN) {
      throw new Refusal(403, "a token reads; it changes nothing");
    }
  }

  /** Refuses a request that would change something and may not. */
  static void check(Context ctx, Route route) {
    if (SAFE.contains(ctx.req().getMethod())) {
      return;
    }
    if (!route.computes()) {
      refuseToken(ctx);
    }
    Account account = Caller.of(ctx).account();
    boolean sentByItself = account == null || account.proof() == Account.Proof.SESSION;
    // No page can make a browser send a token, and who sends no proof is given nothing of
    // anybody's.
    if (sentByItself && !(route.computes() && account == null)) {
      requireOurOwnPage(ctx);
    }
    if (route.effect() == Route.Effect.TAKES_FILE) {
      requireFile(ctx);
      return;
    }
    requireJson(ctx);
    if (ctx.req().getContentLengthLong() > LARGEST_BODY) {
      throw new Refusal(413, "the body is larger than 1 MB");
    }
  }

  /** Browsers say from where they send; a page elsewhere cannot make them say otherwise. */
  private static void requireOurOwnPage(Context ctx) {
    String base = BaseUrl.origin(BaseUrl.of(ctx));
    if (!ours(ctx.header("Origin"), ctx.header("Sec-Fetch-Site"), base)) {
      throw new Refusal(403, "changes are taken only from the pages of " + base);
    }
  }

  private static boolean ours(@Nullable String origin, @Nullable String site, String base) {
    return origin == null ? "same-origin".equals(site) : BaseUrl.origin(origin).equals(base);
  }

  private static void requireJson(Context ctx) {
    boolean bodiless = ctx.req().getMethod().equals("DELETE")
        && ctx.req().getContentLengthLong() <= 0
        && ctx.header("Transfer-Encoding") == null;
    if (!bodiless && !bareType(ctx).equals("application/json")) {
      throw new Refusal(415, "the body must be application/json")
          .header("Accept", "application/json");
    }
  }

  /** None of these is a type that a form of another site can send. */
  private static void requireFile(Context ctx) {
    if (!FILES.contains(bareType(ctx))) {
      throw new Refusal(415, "the body must be a file, sent as application/octet-stream")
          .header("Accept", String.join(", ", FILES));
    }
  }

  private static String bareType(Context ctx) {
    String type = ctx.req().getContentType();
    return type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }
}
