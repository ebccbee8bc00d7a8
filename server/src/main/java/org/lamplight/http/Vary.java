package org.lamplight.http;

import io.javalin.http.Context;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of the request the answer depends on, for caches. Always one line: nginx before 1.23 heeds only the last of
 * several, and would then replay an answer to somebody else.
 */
final class Vary {

  /** Where the answer may depend on who asks; every answer does unless its handler says otherwise. */
  static final String CALLER = "Cookie, Authorization";

  private static final String HEADER = "Vary";
  private static final String ENCODING = "Accept-Encoding";
  private static final String FORMAT = "Accept";

  private Vary() {}

  static void onCaller(Context ctx) {
    ctx.res().setHeader(HEADER, CALLER);
  }

  /** The format of the answer was chosen. */
  static void onFormat(Context ctx) {
    add(ctx, FORMAT);
  }

  static void onEncoding(Context ctx) {
    add(ctx, ENCODING);
  }

  /** The answer is the same for everybody; a format that was chosen stays one that was chosen. */
  static void onCallerNoMore(Context ctx) {
    boolean chosen = names(ctx).contains(FORMAT);
    ctx.res().setHeader(HEADER, chosen ? FORMAT + ", " + ENCODING : ENCODING);
  }

  /** The answer depends on these headers too. */
  static void also(Context ctx, List<String> headers) {
    headers.forEach(header -> add(ctx, header));
  }

  private static void add(Context ctx, String name) {
    Set<String> names = names(ctx);
    names.add(name);
    ctx.res().setHeader(HEADER, String.join(", ", names));
  }

  private static Set<String> names(Context ctx) {
    String known = ctx.res().getHeader(HEADER);
    return known == null
        ? new LinkedHashSet<>()
        : new LinkedHashSet<>(List.of(known.split(", ", -1)));
  }
}
