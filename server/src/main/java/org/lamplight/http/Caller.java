package org.lamplight.http;

import io.javalin.http.Context;

/** Who asks, as far as it matters for what he may see. */
public record Caller(Role role) {

  static final String ATTRIBUTE = "lamplight.caller";

  /** Anybody. */
  public static final Caller ANYBODY = new Caller(Role.PUBLIC);

  /** The caller of the request; the server has found him before any handler runs. */
  public static Caller of(Context ctx) {
    Caller caller = ctx.attribute(ATTRIBUTE);
    return caller == null ? ANYBODY : caller;
  }

  public boolean may(Role needed) {
    return role.compareTo(needed) >= 0;
  }
}
