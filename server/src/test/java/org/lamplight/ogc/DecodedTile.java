package org.lamplight.ogc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A vector tile of one layer read back, after the Mapbox Vector Tile Specification 2.1 alone. */
final class DecodedTile {

  /** A feature: its number, kind of geometry, first place and properties. */
  record Feature(long id, int type, int[] place, int corners, Map<String, Object> properties) {}

  String name = "";
  long extent;
  long version;
  final List<Feature> features = new ArrayList<>();
  private final List<ByteBuffer> raw = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  DecodedTile(byte[] tile) {
    ByteBuffer in = ByteBuffer.wrap(tile).order(ByteOrder.LITTLE_ENDIAN);
    field(in, 3);
    layer(bytes(in));
    raw.forEach(each -> features.add(feature(each)));
    if (in.hasRemaining()) {
      throw new IllegalStateException("more than one layer");
    }
  }

  private static void field(ByteBuffer in, int expected) {
    long tag = varint(in);
    if (tag >>> 3 != expected) {
      throw new IllegalStateException("field " + (tag >>> 3));
    }
  }

  private void layer(ByteBuffer in) {
    while (in.hasRemaining()) {
      long tag = varint(in);
      switch ((int) (tag >>> 3)) {
        case 15 -> version = varint(in);
        case 1 -> name = text(in);
        case 2 -> raw.add(bytes(in));
        case 3 -> keys.add(text(in));
        case 4 -> values.add(value(bytes(in)));
        case 5 -> extent = varint(in);
        default -> throw new IllegalStateException("field " + (tag >>> 3));
      }
    }
  }

  private static Object value(ByteBuffer in) {
    long tag = varint(in);
    return switch ((int) (tag >>> 3)) {
      case 1 -> text(in);
      case 3 -> in.getDouble();
      case 4 -> varint(in);
      default -> throw new IllegalStateException("value " + tag);
    };
  }

  private Feature feature(ByteBuffer in) {
    long id = 0;
    int type = 0;
    int[] place = {0, 0};
    int corners = 0;
    Map<String, Object> properties = new LinkedHashMap<>();
    while (in.hasRemaining()) {
      long tag = varint(in);
      switch ((int) (tag >>> 3)) {
        case 1 -> id = varint(in);
        case 3 -> type = (int) varint(in);
        case 2 -> {
          ByteBuffer tags = bytes(in);
          while (tags.hasRemaining()) {
            properties.put(keys.get((int) varint(tags)), values.get((int) varint(tags)));
          }
        }
        default -> {
          ByteBuffer geometry = bytes(in);
          varint(geometry);
          place = new int[] {zigzag(varint(geometry)), zigzag(varint(geometry))};
          corners = geometry.hasRemaining() ? 1 + (int) (varint(geometry) >>> 3) : 1;
        }
      }
    }
    return new Feature(id, type, place, corners, properties);
  }

  private static int zigzag(long value) {
    return (int) ((value >>> 1) ^ -(value & 1));
  }

  private static String text(ByteBuffer in) {
    ByteBuffer bytes = bytes(in);
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }

  private static ByteBuffer bytes(ByteBuffer in) {
    int length = (int) varint(in);
    ByteBuffer slice = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    in.position(in.position() + length);
    return slice;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
