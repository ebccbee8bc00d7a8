package org.lamplight.access;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Set;
import org.lamplight.fault.Fault;
import org.lamplight.http.Body;
import org.lamplight.http.Caching;
import org.lamplight.http.Media;

/** How the routes of this package answer: nothing of it is kept by anybody. */
final class Answers {

  private Answers() {}

  /** A handler whose answers nobody keeps. */
  static Handler of(Handler handler) {
    return ctx -> {
      ctx.header("Cache-Control", Caching.NEVER);
      handler.handle(ctx);
    };
  }

  static void json(Context ctx, int status, Object document) {
    ctx.status(status);
    Body.json(ctx, Media.JSON, document);
  }

  /** The city of the path; MISSING when it is not served. */
  static String city(Context ctx, Set<String> cities) {
    String city = ctx.pathParam("city");
    if (!cities.contains(city)) {
      throw Fault.missing("there is no such city");
    }
    return city;
  }

  /** The proof of a caller who is signed in, as the route's role says that he is. */
  static Proof proof(Context ctx) {
    Proof proof = ctx.attribute(Proof.ATTRIBUTE);
    if (proof == null) {
      throw Fault.missing("there is nothing here");
    }
    return proof;
  }
}
