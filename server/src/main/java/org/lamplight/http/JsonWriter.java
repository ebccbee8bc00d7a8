package org.lamplight.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
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
  public JsonWriter raw(byte[] bytes) {
    if (bytes.length > buffer.length - used) {
      flush();
      if (bytes.length > buffer.length) {
        hand(bytes, bytes.length);
        return this;
      }
    }
    System.arraycopy(bytes, 0, buffer, used, bytes.length);
    used += bytes.length;
    return this;
  }

  /** Text that is JSON already, such as a geometry made by the database; null is null. */
  public JsonWriter rawText(@Nullable String json) {
    return raw(json == null ? NULL : bytes(json));
  }

  /** A quoted, escaped string; null is null. */
  public JsonWriter string(@Nullable String text) {
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

  private void escape(char c) {
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
  private int encode(String text, int at) {
    int point = text.codePointAt(at);
    boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    raw(bytes(lone ? "\ufffd" : Character.toString(point)));
    return Character.charCount(point) - 1;
  }

  public JsonWriter number(long value) {
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
  public JsonWriter decimal(double value, int decimals) {
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

  /** A quoted local date; null is null. */
  public JsonWriter date(@Nullable LocalDate value) {
    if (value == null) {
      return raw(NULL);
    }
    if (value.getYear() < 0 || value.getYear() > 9999) {
      return string(value.toString());
    }
    room(24);
    buffer[used++] = '"';
    day(value);
    buffer[used++] = '"';
    return this;
  }

  private void day(LocalDate value) {
    digits(value.getYear(), 4);
    buffer[used++] = '-';
    digits(value.getMonthValue(), 2);
    buffer[used++] = '-';
    digits(value.getDayOfMonth(), 2);
  }

  /** A quoted instant in UTC as RFC 3339, to the second where it is whole; null is null. */
  public JsonWriter instant(@Nullable Instant value) {
    if (value == null) {
      return raw(NULL);
    }
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(value.getEpochSecond(), 86_400L));
    if (value.getNano() != 0 || day.getYear() < 0 || day.getYear() > 9999) {
      return string(value.toString());
    }
    int second = (int) Math.floorMod(value.getEpochSecond(), 86_400L);
    room(24);
    buffer[used++] = '"';
    day(day);
    buffer[used++] = 'T';
    digits(second / 3_600, 2);
    buffer[used++] = ':';
    digits(second / 60 % 60, 2);
    buffer[used++] = ':';
    digits(second % 60, 2);
    buffer[used++] = 'Z';
    buffer[used++] = '"';
    return this;
  }

  public JsonWriter bool(boolean value) {
    return raw(value ? TRUE : FALSE);
  }

  /** One ASCII character. */
  public JsonWriter one(char c) {
    room(1);
    buffer[used++] = (byte) c;
    return this;
  }

  private void room(int bytes) {
    if (buffer.length - used < bytes) {
      flush();
    }
  }

  /** Hands over what is buffered; the stream itself is not flushed. */
  public void flush() {
    hand(buffer, used);
    used = 0;
  }

  /** Unchecked, because rows arrive in callbacks of the database's reader. */
  private void hand(byte[] bytes, int length) {
    try {
      out.write(bytes, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
