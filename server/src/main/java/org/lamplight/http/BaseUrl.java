package org.lamplight.http;

import io.javalin.http.Context;

/** What absolute links begin with: PUBLIC_URL, or the scheme and host that the request named; never a trailing slash. */
public final class BaseUrl {

  static final String ATTRIBUTE = "lamplight.base";

  private BaseUrl() {}

  public static String of(Context ctx) {
    String base = ctx.attribute(ATTRIBUTE);
    return base == null ? ctx.scheme() + "://" + ctx.host() : base;
  }
}
