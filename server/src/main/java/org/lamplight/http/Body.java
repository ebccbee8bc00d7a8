package org.lamplight.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Sends the body of an answer, compressed when the client asks for it; HEAD gets the headers alone. */
public final class Body {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int BUFFER = 32 * 1024;

  /** Writes a body to the socket. */
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private Body() {}

  /** Sends bytes that are there already. */
  public static void send(Context ctx, String type, byte[] bytes) {
    ctx.contentType(type);
    try {
      byte[] body = bytes;
      if (bytes.length >= Gzip.WORTH_IT && compressed(ctx)) {
        body = Gzip.quickly(bytes);
      }
      ctx.res().setContentLengthLong(body.length);
      if (!isHead(ctx)) {
        ctx.res().getOutputStream().write(body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a document of maps, lists and values as JSON. */
  public static void json(Context ctx, Media media, Object document) {
    try {
      send(ctx, media.type(), MAPPER.writeValueAsBytes(document));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sends a body as it is made. When writing fails the exception leaves this method and the stream stays open, so that no
   * end of a compressed or chunked body makes a cut answer look whole; {@link Problems} then aborts the connection.
   */
  public static void stream(Context ctx, String type, Writing writing) {
    ctx.contentType(type);
    boolean compressed = compressed(ctx);
    if (isHead(ctx)) {
      return;
    }
    try {
      OutputStream socket = ctx.res().getOutputStream();
      if (compressed) {
        GZIPOutputStream gzip = new GZIPOutputStream(socket, BUFFER);
        writing.to(gzip);
        gzip.finish();
      } else {
        writing.to(socket);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static boolean isHead(Context ctx) {
    return ctx.req().getMethod().equals("HEAD");
  }

  private static boolean compressed(Context ctx) {
    Vary.onEncoding(ctx);
    boolean wanted = Gzip.wanted(ctx.header("Accept-Encoding"));
    if (wanted) {
      ctx.header("Content-Encoding", "gzip");
    }
    return wanted;
  }
}
