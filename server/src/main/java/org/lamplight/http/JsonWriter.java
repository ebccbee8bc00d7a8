package org.lamplight.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON straight into bytes, for answers of many rows: no tree, no map, no string for each number. The caller says
 * where commas stand by the names and prefixes that it passes as ready bytes.
 */
public final class JsonWriter {

  private static final byte[] HEX = bytes("0123456789abcdef");
  private static final byte[] NULL = bytes("null");
  private static final byte[] TRUE = bytes("true");
  private static final byte[] FALSE = bytes("false");
  private static final long[] POWERS = {
    1L,
    10L,
    100L,
    1_000L,
    10_000L,
    100_000L,
    1_000_000L,
    10_000_000L,
    100_000_000L,
    1_000_000_000L,
    10_000_000_000L,
    100_000_000_000L,
    1_000_000_000_000L,
    10_000_000_000_000L,
    100_000_000_000_000L,
    1_000_000_000_000_000L,
    10_000_000_000_000_000L,
    100_000_000_000_000_000L,
    1_000_000_000_000_000_000L
  };

  private final OutputStream out;
  private final byte[] buffer = new byte[16 * 1024];
  private int used;

  public JsonWriter(OutputStream out) {
    this.out = out;
  }

  /** Ready-made bytes of a text that needs no escaping, such as {@code ,"id":}. */
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Bytes as they are. */
  public JsonWriter raw(byte[] bytes) throws IOException {
    if (bytes.length > buffer.length - used) {
      flush();
      if (bytes.length > buffer.length) {
        out.write(bytes);
        return this;
      }
    }
    System.arraycopy(bytes, 0, buffer, used, bytes.length);
    used += bytes.length;
    return this;
  }

  /** Text that is JSON already, such as a geometry made by the database; null is null. */
  public JsonWriter rawText(@Nullable String json) throws IOException {
    return raw(json == null ? NULL : bytes(json));
  }

  /** A quoted, escaped string; null is null. */
  public JsonWriter string(@Nullable String text) throws IOException {
    if (text == null) {
      return raw(NULL);
    }
    one('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
        one(c);
      } else if (c < 0x80) {
        escape(c);
      } else {
        i += encode(text, i);
      }
    }
    return one('"');
  }

  private void escape(char c) throws IOException {
    room(6);
    buffer[used++] = '\\';
    if (c == '"' || c == '\\') {
      buffer[used++] = (byte) c;
      return;
    }
    buffer[used++] = 'u';
    buffer[used++] = '0';
    buffer[used++] = '0';
    buffer[used++] = HEX[c >> 4];
    buffer[used++] = HEX[c & 0xf];
  }

  /** Writes one code point as UTF-8; returns how many further chars it took. */
  private int encode(String text, int at) throws IOException {
    int point = text.codePointAt(at);
    boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    raw(bytes(lone ? "\ufffd" : Character.toString(point)));
    return Character.charCount(point) - 1;
  }

  public JsonWriter number(long value) throws IOException {
    room(20);
    if (value < 0) {
      if (value == Long.MIN_VALUE) {
        return raw(bytes(Long.toString(value)));
      }
      buffer[used++] = '-';
    }
    digits(Math.abs(value), 1);
    return this;
  }

  /** A number rounded to at most nine decimals, trailing zeros left out; what is not finite is null. */
  public JsonWriter decimal(double value, int decimals) throws IOException {
    if (!(Math.abs(value) < 1e9)) {
      return raw(Double.isFinite(value) ? bytes(Double.toString(value)) : NULL);
    }
    long scaled = Math.round(Math.abs(value) * POWERS[decimals]);
    int places = decimals;
    while (places > 0 && scaled % 10 == 0) {
      scaled /= 10;
      places--;
    }
    room(24);
    if (value < 0 && scaled != 0) {
      buffer[used++] = '-';
    }
    digits(scaled / POWERS[places], 1);
    if (places > 0) {
      buffer[used++] = '.';
      digits(scaled % POWERS[places], places);
    }
    return this;
  }

  /** At least so many digits of a value that is not negative; the caller has made room. */
  private void digits(long value, int atLeast) {
    int length = atLeast;
    while (length < POWERS.length && value >= POWERS[length]) {
      length++;
    }
    long rest = value;
    for (int i = used + length - 1; i >= used; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    used += length;
  }

  public JsonWriter bool(boolean value) throws IOException {
    return raw(value ? TRUE : FALSE);
  }

  /** One ASCII character. */
  public JsonWriter one(char c) throws IOException {
    room(1);
    buffer[used++] = (byte) c;
    return this;
  }

  private void room(int bytes) throws IOException {
    if (buffer.length - used < bytes) {
      flush();
    }
  }

  /** Hands over what is buffered; the stream itself is not flushed. */
  public void flush() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
  }
}
