package org.lamplight.ingest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Builds rows in PostgreSQL's COPY text format, and a 64-bit hash of what was written since a mark. */
final class CopyText {

  private static final int SCALE = 10_000_000;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private byte[] bytes;
  private int length;

  CopyText(int capacity) {
    bytes = new byte[capacity];
  }

  int length() {
    return length;
  }

  byte[] taken() {
    byte[] copy = Arrays.copyOf(bytes, length);
    length = 0;
    return copy;
  }

  /** Forgets what was written after the mark: a row that turned out to be unusable. */
  void cut(int mark) {
    length = mark;
  }

  CopyText text(@Nullable String value) {
    if (value == null) {
      return missing();
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= 0x80) {
        return wide(value);
      }
    }
    room(2 * value.length() + 1);
    for (int i = 0; i < value.length(); i++) {
      escaped((byte) value.charAt(i));
    }
    bytes[length++] = '\t';
    return this;
  }

  private CopyText wide(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    room(2 * utf8.length + 1);
    for (byte b : utf8) {
      escaped(b);
    }
    bytes[length++] = '\t';
    return this;
  }

  /** Fields are tidied before, so that the backslash is all that needs an escape. */
  private void escaped(byte b) {
    if (b == '\\') {
      bytes[length++] = '\\';
    }
    bytes[length++] = b;
  }

  CopyText missing() {
    room(3);
    bytes[length++] = '\\';
    bytes[length++] = 'N';
    bytes[length++] = '\t';
    return this;
  }

  CopyText number(long value) {
    return ascii(Long.toString(value));
  }

  /** Coordinates have few decimals: those are written from whole numbers, in a tenth of the time of the general way. */
  CopyText decimal(double value) {
    long scaled = Math.round(value * SCALE);
    if (Math.abs(value) >= 1000 || (double) scaled / SCALE != value) {
      return ascii(Double.toString(value));
    }
    room(16);
    if (scaled < 0) {
      bytes[length++] = '-';
    }
    long size = Math.abs(scaled);
    whole((int) (size / SCALE));
    bytes[length++] = '.';
    fraction((int) (size % SCALE));
    bytes[length++] = '\t';
    return this;
  }

  private void whole(int value) {
    if (value >= 100) {
      bytes[length++] = (byte) ('0' + value / 100);
    }
    if (value >= 10) {
      bytes[length++] = (byte) ('0' + value / 10 % 10);
    }
    bytes[length++] = (byte) ('0' + value % 10);
  }

  /** Decimals without the zeros at their end, but at least one. */
  private void fraction(int decimals) {
    int rest = decimals;
    for (int unit = SCALE / 10; unit > 0 && (rest > 0 || unit == SCALE / 10); unit /= 10) {
      bytes[length++] = (byte) ('0' + rest / unit);
      rest %= unit;
    }
  }

  CopyText truth(boolean value) {
    return ascii(value ? "t" : "f");
  }

  CopyText day(@Nullable LocalDate day) {
    if (day == null) {
      return missing();
    }
    room(12);
    date(day);
    bytes[length++] = '\t';
    return this;
  }

  /** A moment in universal time. */
  CopyText utc(@Nullable LocalDateTime at) {
    if (at == null) {
      return missing();
    }
    room(24);
    date(at.toLocalDate());
    bytes[length++] = ' ';
    two(at.getHour());
    bytes[length++] = ':';
    two(at.getMinute());
    bytes[length++] = ':';
    two(at.getSecond());
    bytes[length++] = '+';
    two(0);
    bytes[length++] = '\t';
    return this;
  }

  private void date(LocalDate day) {
    two(day.getYear() / 100);
    two(day.getYear() % 100);
    bytes[length++] = '-';
    two(day.getMonthValue());
    bytes[length++] = '-';
    two(day.getDayOfMonth());
  }

  private void two(int value) {
    bytes[length++] = (byte) ('0' + value / 10);
    bytes[length++] = (byte) ('0' + value % 10);
  }

  private CopyText ascii(String value) {
    room(value.length() + 1);
    for (int i = 0; i < value.length(); i++) {
      bytes[length++] = (byte) value.charAt(i);
    }
    bytes[length++] = '\t';
    return this;
  }

  /** Ends the row: the last tab becomes a line break. */
  void end() {
    bytes[length - 1] = '\n';
  }

  /**
   * Hash of the bytes since a mark, eight at a time.
   *
   * <p>Source: A. Appleby, MurmurHash3 (2011), the mixing of its 128-bit form, one lane.
   */
  long hashSince(int mark) {
    long hash = (long) length - mark;
    int i = mark;
    for (; i + Long.BYTES <= length; i += Long.BYTES) {
      hash = mixed(hash, (long) LONGS.get(bytes, i));
    }
    long tail = 0;
    for (; i < length; i++) {
      tail = tail << 8 | (bytes[i] & 0xff);
    }
    hash = mixed(hash, tail);
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }

  private static long mixed(long hash, long word) {
    long scrambled = Long.rotateLeft(word * 0x87c37b91114253d5L, 31) * 0x4cf5ad432745937fL;
    return Long.rotateLeft(hash ^ scrambled, 27) * 5 + 0x52dce729;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
