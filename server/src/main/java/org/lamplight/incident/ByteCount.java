package org.lamplight.incident;

/** Adds up how much memory columns take. */
record ByteCount(long[] bytes) implements SnapshotColumns.Carrier {

  @Override
  public int[] ints(int[] column) {
    bytes[0] += 4L * column.length;
    return column;
  }

  @Override
  public long[] longs(long[] column) {
    bytes[0] += 8L * column.length;
    return column;
  }

  @Override
  public short[] shorts(short[] column) {
    bytes[0] += 2L * column.length;
    return column;
  }

  @Override
  public byte[] bytes(byte[] column) {
    bytes[0] += column.length;
    return column;
  }

  @Override
  public double[] doubles(double[] column) {
    bytes[0] += 8L * column.length;
    return column;
  }
}
