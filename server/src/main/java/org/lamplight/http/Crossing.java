package org.lamplight.http;

import io.javalin.http.Context;

/** What pages of other sites may do with an answer (CORS, CORP), and whether shared caches may replay it. */
final class Crossing {

  private static final String READABLE = "Access-Control-Allow-Origin";
  private static final String EXPOSED = "Access-Control-Expose-Headers";
  private static final String EMBEDDABLE = "Cross-Origin-Resource-Policy";

  private Crossing() {}

  /**
   * What holds unless the handler says otherwise: the answer depends on who asks and is kept by nobody. Pages of other
   * sites may read what anybody gets who shows nothing of himself; what staff see they may not even embed.
   */
  static void apply(Context ctx) {
    Vary.onCaller(ctx);
    ctx.header("Cache-Control", Caching.NEVER);
    boolean anybody = Caller.of(ctx).isAnybody();
    ctx.header(EMBEDDABLE, anybody ? "cross-origin" : "same-origin");
    if (anybody && ctx.header("Cookie") == null && ctx.header("Authorization") == null) {
      readable(ctx);
    } else {
      forbid(ctx);
    }
  }

  /** The answer shows everybody the same, whoever asks: shared caches and pages of other sites may have it. */
  static void sameForEverybody(Context ctx) {
    Vary.onCallerNoMore(ctx);
    ctx.header(EMBEDDABLE, "cross-origin");
    readable(ctx);
  }

  /** The answer to a browser that asks whether a page of another site may read. */
  static void allowReading(Context ctx) {
    ctx.header("Access-Control-Allow-Methods", "GET, HEAD");
    ctx.header("Access-Control-Allow-Headers", "Accept, If-None-Match, Prefer");
    ctx.header("Access-Control-Max-Age", "600");
  }

  /** Pages of other sites get no word of this. */
  static void forbid(Context ctx) {
    ctx.res().setHeader(READABLE, null);
    ctx.res().setHeader(EXPOSED, null);
  }

  private static void readable(Context ctx) {
    ctx.header(READABLE, "*");
    ctx.header(EXPOSED, "Content-Crs, ETag, Link");
  }
}
