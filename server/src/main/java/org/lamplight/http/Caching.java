package org.lamplight.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Validators and lifetimes of answers (RFC 9110 section 13, RFC 9111). */
public final class Caching {

  /** Kept by anybody, asked again each time. */
  public static final String REVALIDATE = "public, no-cache";

  /** Kept by nobody: what staff see. */
  public static final String NEVER = "private, no-store";

  /** For content that never changes under its URL. */
  public static final String FOREVER = "public, max-age=31536000, immutable";

  private Caching() {}

  /** A lifetime in every cache, shared ones too. */
  public static String keptFor(Duration time) {
    return "public, max-age=" + time.toSeconds();
  }

  /**
   * Sets both headers; when the client holds this very answer, sends 304 and returns true: the handler is done. The
   * answer to somebody who is signed in is never made public, whatever lifetime is given.
   */
  public static boolean answered(Context ctx, String etag, String cacheControl) {
    ctx.header("ETag", etag);
    ctx.header("Cache-Control", lifetime(ctx, cacheControl));
    if (!matches(ctx.header("If-None-Match"), etag)) {
      return false;
    }
    Vary.onEncoding(ctx);
    ctx.status(304);
    return true;
  }

  /** What somebody who is signed in gets is never made public. */
  static String lifetime(Context ctx, String cacheControl) {
    return Caller.of(ctx).isAnybody() || cacheControl.startsWith("private") ? cacheControl : NEVER;
  }

  /** A weak validator of what the answer is made from; weak because the compressed form carries the same one. */
  public static String etag(Object... parts) {
    MessageDigest digest = sha256();
    for (Object part : parts) {
      digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return "W/\"" + HexFormat.of().formatHex(digest.digest(), 0, 12) + "\"";
  }

  /** A weak validator of the content itself. */
  public static String etagOf(byte[] content) {
    return "W/\"" + hash(content) + "\"";
  }

  static String hash(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content), 0, 12);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean matches(@Nullable String ifNoneMatch, String etag) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String candidate : ifNoneMatch.split(",", -1)) {
      String plain = candidate.strip();
      if (plain.equals("*") || opaque(plain).equals(opaque(etag))) {
        return true;
      }
    }
    return false;
  }

  private static String opaque(String etag) {
    return etag.startsWith("W/") ? etag.substring(2) : etag;
  }
}
