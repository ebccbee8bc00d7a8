package org.lamplight.http;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;

/** What absolute links begin with: PUBLIC_URL, or the scheme and host that the request named; never a trailing slash. */
public final class BaseUrl {

  static final String ATTRIBUTE = "lamplight.base";

  private BaseUrl() {}

  public static String of(Context ctx) {
    String base = ctx.attribute(ATTRIBUTE);
    return base == null ? ctx.scheme() + "://" + ctx.host() : base;
  }

  /** The origin of an address as browsers write it: scheme, host, and the port where it is not the scheme's own. */
  static String origin(String address) {
    try {
      URI uri = URI.create(address);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
      boolean usual = uri.getPort() == -1
          || (scheme.equals("http") && uri.getPort() == 80)
          || (scheme.equals("https") && uri.getPort() == 443);
      return scheme + "://" + host + (usual ? "" : ":" + uri.getPort());
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
