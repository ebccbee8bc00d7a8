package org.lamplight.http;

import io.javalin.http.Context;
import java.util.List;

/**
 * What of the request the answer depends on, for caches. Always one line: nginx before 1.23 heeds only the last of
 * several, and would then replay an answer to somebody else.
 */
final class Vary {

  /** Where the answer may depend on who asks; every answer does unless its handler says otherwise. */
  static final String CALLER = "Cookie, Authorization";

  private static final String HEADER = "Vary";
  private static final String ENCODING = "Accept-Encoding";

  private Vary() {}

  static void onCaller(Context ctx) {
    ctx.res().setHeader(HEADER, CALLER);
  }

  static void onEncoding(Context ctx) {
    String known = ctx.res().getHeader(HEADER);
    if (known == null) {
      ctx.res().setHeader(HEADER, ENCODING);
    } else if (!known.contains(ENCODING)) {
      ctx.res().setHeader(HEADER, known + ", " + ENCODING);
    }
  }

  /** Where it is the same for everybody; a format that was chosen by Accept still depends on that. */
  static void onEncodingAlone(Context ctx) {
    boolean chosen = ctx.res().getHeaders(HEADER).contains("Accept");
    ctx.res().setHeader(HEADER, chosen ? "Accept, " + ENCODING : ENCODING);
  }

  /** Where it depends on these headers too; on the line that is there already. */
  static void also(Context ctx, List<String> headers) {
    String known = ctx.res().getHeader(HEADER);
    for (String header : headers) {
      if (!List.of(known.split(", ")).contains(header)) {
        known = known + ", " + header;
      }
    }
    ctx.res().setHeader(HEADER, known);
  }
}
