package org.lamplight.incident;

/**
 * Columns of a snapshot that counts run over, row by row. They are the snapshot's own: never written to.
 *
 * @param code number of the source's code
 * @param hourOfWeek local hour of the week, 0 for Monday 0 h, unsigned
 * @param flags bits of {@link Flag}, and {@link #FIREARM}
 * @param span minutes from the earliest to the latest moment, unsigned; {@link #NO_END}, {@link #REVERSED} or {@link #LONG}
 * @param second seconds since 1970 of the earliest moment
 * @param areas for each set, positions of areas counted from 1, unsigned; 0 for none
 * @param x easting in the metric CRS, centimetres
 * @param y northing, centimetres
 */
public record CountColumns(
    short[] code,
    byte[] hourOfWeek,
    short[] flags,
    short[] span,
    int[] second,
    short[][] areas,
    int[] x,
    int[] y) {

  public static final int FIREARM = SnapshotColumns.FIREARM;

  /** Values of {@code flags} lie below this. */
  public static final int FLAG_VALUES = 2 * FIREARM;

  public static final int NO_END = SnapshotColumns.NO_END;
  public static final int REVERSED = SnapshotColumns.REVERSED;
  public static final int LONG = SnapshotColumns.LONG;
}
