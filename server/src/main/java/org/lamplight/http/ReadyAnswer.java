package org.lamplight.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is made once, kept in memory and sent often: its bytes plain and compressed, each form with a strong
 * validator of its content. It is the same for everybody, and says so to shared caches; what depends on who asks must
 * never be sent this way.
 */
public final class ReadyAnswer {

  private final String type;
  private final Form plain;
  private final @Nullable Form packed;

  /** The answer as it travels. */
  private record Form(byte[] bytes, String length, String etag, boolean compressed) {

    static Form of(byte[] bytes, String etag, boolean compressed) {
      return new Form(bytes, Integer.toString(bytes.length), etag, compressed);
    }
  }

  private ReadyAnswer(String type, Form plain, @Nullable Form packed) {
    this.type = type;
    this.plain = plain;
    this.packed = packed;
  }

  /**
   * Takes the content and packs it, which costs some milliseconds for a megabyte; the bytes must not change afterwards.
   *
   * @param type the Content-Type, parameters included
   */
  public static ReadyAnswer of(String type, byte[] content) {
    String hash = Caching.hash(content);
    Form plain = Form.of(content, "\"" + hash + "\"", false);
    if (content.length < Gzip.WORTH_IT) {
      return new ReadyAnswer(type, plain, null);
    }
    byte[] packed = Gzip.tightly(content);
    return new ReadyAnswer(
        type,
        plain,
        packed.length < content.length ? Form.of(packed, "\"" + hash + "-gzip\"", true) : null);
  }

  /** Bytes that it holds in memory. */
  public long size() {
    return plain.bytes().length + (packed == null ? 0L : packed.bytes().length);
  }

  /**
   * Sends it in the form that the client takes, or 304 where the client holds that form.
   *
   * @param cacheControl such as {@link Caching#keptFor} gives
   */
  public void send(Context ctx, String cacheControl) {
    send(ctx, cacheControl, List.of());
  }

  /**
   * Sends one of several answers between which the request chose by more than its address and encoding.
   *
   * @param chosenBy the headers that it chose by, such as Accept-Language, for caches to tell the answers apart
   */
  public void send(Context ctx, String cacheControl, List<String> chosenBy) {
    boolean byCaller = chosenBy.contains("Cookie");
    if (byCaller) {
      // It depends on who asks, so that what holds for answers to him stays.
      Vary.onEncoding(ctx);
    } else {
      Crossing.sameForEverybody(ctx);
    }
    Vary.also(ctx, chosenBy);
    Form form = packed != null && Gzip.wanted(ctx.header("Accept-Encoding")) ? packed : plain;
    ctx.header("ETag", form.etag());
    ctx.header("Cache-Control", byCaller ? Caching.lifetime(ctx, cacheControl) : cacheControl);
    if (Caching.matches(ctx.header("If-None-Match"), form.etag())) {
      ctx.status(304);
      return;
    }
    ctx.contentType(type);
    if (form.compressed()) {
      ctx.header("Content-Encoding", "gzip");
    }
    ctx.res().setHeader("Content-Length", form.length());
    if (!Body.isHead(ctx)) {
      write(ctx, form.bytes());
    }
  }

  private static void write(Context ctx, byte[] bytes) {
    try {
      ctx.res().getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
