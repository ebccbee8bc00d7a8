package org.lamplight.access;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** How a token is written: a mark that scanners for leaked secrets know, a prefix to know it again by, 256 bits. */
final class Tokens {

  private static final String PATTERN = "ll_[0-9a-f]{8}_" + Secret.PATTERN;
  private static final String SCHEME = "Bearer ";

  private Tokens() {}

  static String prefix() {
    return "ll_" + HexFormat.of().formatHex(Secret.bytes(4));
  }

  /** Whether the header speaks for a token, good or not; a cookie is not looked at then. */
  static boolean offered(@Nullable String authorization) {
    return authorization != null
        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /** The token of an Authorization header; null unless it has the form of one. */
  static @Nullable String of(@Nullable String authorization) {
    if (authorization == null || !offered(authorization)) {
      return null;
    }
    String token = authorization.substring(SCHEME.length()).strip();
    return token.matches(PATTERN) ? token : null;
  }
}
