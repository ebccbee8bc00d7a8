package org.lamplight.ingest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.IncidentFormat.LonLat;

/** A point in (extended) well-known binary, written in hexadecimal. */
final class WkbPoint {

  private static final int SRID_BIT = 0x20000000;
  private static final int POINT = 1;

  private WkbPoint() {}

  /** Null for what is not a 4326 point. */
  static @Nullable LonLat parse(String hex) {
    byte[] bytes;
    try {
      bytes = HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException e) {
      return null;
    }
    if (bytes.length < 21) {
      return null;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    in.order(in.get() == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int type = in.getInt();
    boolean withSrid = (type & SRID_BIT) != 0;
    if ((type & 0xffff) % 1000 != POINT
        || (withSrid && (bytes.length < 25 || in.getInt() != 4326))) {
      return null;
    }
    return new LonLat(in.getDouble(), in.getDouble());
  }
}
