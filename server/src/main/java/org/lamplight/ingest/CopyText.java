package org.lamplight.ingest;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Builds rows in PostgreSQL's COPY text format, and a 64-bit hash of what was written since a mark. */
final class CopyText {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
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

  CopyText decimal(double value) {
    return ascii(Double.toString(value));
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
   * Hash of the bytes since a mark.
   *
   * <p>Source: G. Fowler, L. C. Noll, K.-P. Vo, FNV-1a (RFC 9923), with the finaliser of Stafford's mix 13.
   */
  long hashSince(int mark) {
    long hash = FNV_OFFSET;
    for (int i = mark; i < length; i++) {
      hash = (hash ^ bytes[i]) * FNV_PRIME;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
