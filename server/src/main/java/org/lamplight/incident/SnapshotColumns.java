package org.lamplight.incident;

/**
 * The columns of a snapshot, row by row, as they stand in memory and in its file. Filled by {@link SnapshotBuilder} or by {@link
 * SnapshotFile}, and then never changed.
 */
final class SnapshotColumns {

  /** Number of bits of {@link Flag}; the one above them says that a firearm was used. */
  static final int FIREARM = 1 << Flag.values().length;

  /** {@link #span} of an incident that has no end, whose end lies before its start, and that lasted a week or more. */
  static final int NO_END = 0xffff;

  static final int REVERSED = 0xfffe;
  static final int LONG = 0xfffd;

  int size;

  /** First row of each block, and the number of rows behind the last. Rows of a block occurred in one local month. */
  int[] blockStart = {0};

  /** First row of each block that has no place. */
  int[] blockPlaced = {};

  /** Local month of each block: twelve times the year, plus 0 for January. */
  int[] blockMonth = {};

  /** Steps of {@link org.lamplight.geo.MercatorAddress}; rows of a block with a place stand in the order of its codes. */
  int[] mercatorX = {};

  int[] mercatorY = {};

  /** Easting and northing in the metric CRS, centimetres. */
  int[] x = {};

  int[] y = {};

  /** Seconds since 1970, cut off at the ends of int; exact values of those that are no whole seconds or cut off are odd. */
  int[] second = {};

  /** Local hour of the week, 0 for Monday 0 h. */
  byte[] hourOfWeek = {};

  short[] code = {};

  /** Bits of {@link Flag}, and {@link #FIREARM}. */
  short[] flags = {};

  /** Minutes from the earliest to the latest moment, below a week, or one of the marks above. */
  short[] span = {};

  /** For each set, the position of the row's area in {@link #areaIds}, counted from 1; 0 for none. */
  short[][] areas = {};

  /** For each set, the numbers of its areas. */
  int[][] areaIds = {};

  /** Our own numbers where they fit; otherwise empty, and {@link #longId} holds them. */
  int[] id = {};

  long[] longId = {};

  /** Rows in the order of their numbers. */
  int[] byId = {};

  /** Rows whose second is not all there is to say, rising, and their microseconds since 1970. */
  int[] oddRow = {};

  long[] oddMicros = {};

  /** Degrees as published; empty where the steps give them back exactly. */
  double[] lon = {};

  double[] lat = {};

  /** Carries the columns one after the other through a file: gives what is there, or takes what is read. */
  interface Carrier {
    int[] ints(int[] column);

    long[] longs(long[] column);

    short[] shorts(short[] column);

    byte[] bytes(byte[] column);

    double[] doubles(double[] column);
  }

  void carry(Carrier carrier, int sets) {
    blockStart = carrier.ints(blockStart);
    blockPlaced = carrier.ints(blockPlaced);
    blockMonth = carrier.ints(blockMonth);
    mercatorX = carrier.ints(mercatorX);
    mercatorY = carrier.ints(mercatorY);
    x = carrier.ints(x);
    y = carrier.ints(y);
    second = carrier.ints(second);
    hourOfWeek = carrier.bytes(hourOfWeek);
    code = carrier.shorts(code);
    flags = carrier.shorts(flags);
    span = carrier.shorts(span);
    if (areas.length != sets) {
      areas = new short[sets][0];
      areaIds = new int[sets][0];
    }
    for (int set = 0; set < sets; set++) {
      areas[set] = carrier.shorts(areas[set]);
      areaIds[set] = carrier.ints(areaIds[set]);
    }
    id = carrier.ints(id);
    longId = carrier.longs(longId);
    byId = carrier.ints(byId);
    oddRow = carrier.ints(oddRow);
    oddMicros = carrier.longs(oddMicros);
    lon = carrier.doubles(lon);
    lat = carrier.doubles(lat);
    size = blockStart[blockStart.length - 1];
  }
}
