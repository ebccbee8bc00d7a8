package org.lamplight.http;

import io.javalin.http.Context;

/** The address that a request comes from: the peer's, unless the server knows a proxy there and takes its word. */
public final class ClientAddress {

  static final String ATTRIBUTE = "lamplight.client";

  private ClientAddress() {}

  public static String of(Context ctx) {
    String known = ctx.attribute(ATTRIBUTE);
    return known == null ? ctx.req().getRemoteAddr() : known;
  }
}
