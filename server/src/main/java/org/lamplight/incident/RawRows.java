package org.lamplight.incident;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneRules;
import org.lamplight.geo.MercatorAddress;

/** A batch of rows as they come from the database, decoded into columns but in no order. */
final class RawRows {

  static final int MOST = 1 << 16;

  /** Microseconds from 1970 to 2000, from where PostgreSQL counts. */
  private static final long EPOCH_2000 = 946_684_800_000_000L;

  private static final int WEEK = 7 * 24 * 60;
  private final AreaPositions positions;
  private final ZoneRules zone;
  int size;
  final long[] id = new long[MOST];
  final boolean[] placed = new boolean[MOST];
  final double[] lon = new double[MOST];
  final double[] lat = new double[MOST];
  final int[] x = new int[MOST];
  final int[] y = new int[MOST];
  final long[] micros = new long[MOST];
  final int[] month = new int[MOST];
  final short[] code = new short[MOST];
  final byte[] hourOfWeek = new byte[MOST];
  final short[] flags = new short[MOST];
  final short[] span = new short[MOST];
  final short[][] areas;

  RawRows(AreaPositions positions, ZoneRules zone) {
    this.positions = positions;
    this.zone = zone;
    this.areas = new short[positions.sets()][MOST];
  }

  boolean isFull() {
    return size == MOST;
  }

  /**
   * Adds a row of {@code incident/columns.sql} in PostgreSQL's binary format of COPY: for each field its length, -1 for none, and its
   * bytes, most significant first.
   */
  void add(ByteBuffer row) {
    row.getInt();
    id[size] = row.getLong();
    placed[size] = row.getInt() > 0 && row.get() != 0;
    lon[size] = real(row);
    lat[size] = real(row);
    x[size] = (int) Math.round(real(row) * 100);
    y[size] = (int) Math.round(real(row) * 100);
    row.getInt();
    micros[size] = row.getLong() + EPOCH_2000;
    month[size] = monthOf(Math.floorDiv(micros[size], 1_000_000L));
    span[size] = span(row);
    row.getInt();
    code[size] = row.getShort();
    row.getInt();
    int hour = row.getShort();
    row.getInt();
    hourOfWeek[size] = (byte) ((row.getShort() - 1) * 24 + hour);
    row.getInt();
    int bits = row.getInt();
    row.getInt();
    int firearm = row.get() != 0 ? SnapshotColumns.FIREARM : 0;
    flags[size] = (short) ((bits & (SnapshotColumns.FIREARM - 1)) | firearm);
    areas(row);
    size++;
  }

  private static double real(ByteBuffer row) {
    return row.getInt() < 0 ? 0 : row.getDouble();
  }

  private short span(ByteBuffer row) {
    if (row.getInt() < 0) {
      return (short) SnapshotColumns.NO_END;
    }
    long until = row.getLong() + EPOCH_2000;
    if (until < micros[size]) {
      return (short) SnapshotColumns.REVERSED;
    }
    long minutes = (until - micros[size]) / 60_000_000L;
    return (short) (minutes >= WEEK ? SnapshotColumns.LONG : minutes);
  }

  /** An array as PostgreSQL sends it: dimensions, whether it has nulls, type, and for the dimension length and first index. */
  private void areas(ByteBuffer row) {
    for (short[] column : areas) {
      column[size] = 0;
    }
    row.getInt();
    int dimensions = row.getInt();
    row.getLong();
    if (dimensions == 0) {
      return;
    }
    int length = row.getInt();
    row.getInt();
    for (int i = 0; i < length; i++) {
      if (row.getInt() > 0) {
        int area = row.getInt();
        int set = positions.setOf(area);
        if (set >= 0) {
          areas[set][size] = (short) positions.positionOf(area);
        }
      }
    }
  }

  private int monthOf(long second) {
    int offset = zone.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(second + offset, 86_400L));
    return day.getYear() * 12 + day.getMonthValue() - 1;
  }

  /** Whether the steps give every published coordinate of the batch back. */
  boolean stepsAreExact() {
    for (int row = 0; row < size; row++) {
      if (placed[row]
          && (MercatorAddress.lon(MercatorAddress.x(lon[row])) != lon[row]
              || MercatorAddress.lat(MercatorAddress.y(lat[row])) != lat[row])) {
        return false;
      }
    }
    return true;
  }
}
