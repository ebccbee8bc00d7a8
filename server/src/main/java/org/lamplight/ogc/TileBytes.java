package org.lamplight.ogc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of Protocol Buffers' wire format, as far as vector tiles use it. */
final class TileBytes {

  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int BYTES = 2;
  private byte[] bytes = new byte[1 << 12];
  private int size;

  void raw(long value) {
    room(10);
    long left = value;
    while ((left & ~0x7fL) != 0) {
      bytes[size++] = (byte) ((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
  }

  void number(int field, long value) {
    raw(field << 3 | VARINT);
    raw(value);
  }

  void real(int field, double value) {
    raw(field << 3 | EIGHT_BYTES);
    room(8);
    long bits = Double.doubleToRawLongBits(value);
    for (int shift = 0; shift < 64; shift += 8) {
      bytes[size++] = (byte) (bits >>> shift);
    }
  }

  void text(int field, String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    raw(field << 3 | BYTES);
    raw(encoded.length);
    put(encoded, encoded.length);
  }

  void message(int field, TileBytes message) {
    raw(field << 3 | BYTES);
    raw(message.size);
    put(message.bytes, message.size);
  }

  void append(TileBytes more) {
    put(more.bytes, more.size);
  }

  private void put(byte[] more, int length) {
    room(length);
    System.arraycopy(more, 0, bytes, size, length);
    size += length;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }

  void clear() {
    size = 0;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
