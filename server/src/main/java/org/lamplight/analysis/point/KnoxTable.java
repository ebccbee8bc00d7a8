package org.lamplight.analysis.point;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Brings numbers of all cells into a table of the bands asked for. */
final class KnoxTable {

  private final KnoxBands distance;
  private final KnoxBands time;

  KnoxTable(KnoxBands distance, KnoxBands time) {
    this.distance = distance;
    this.time = time;
  }

  private int cell(int row, int column) {
    return distance.inner(row) * time.all() + time.inner(column);
  }

  /** The cells asked for, row by row. */
  int[] cells() {
    return IntStream.range(0, distance.shown * time.shown)
        .map(i -> cell(i / time.shown, i % time.shown))
        .toArray();
  }

  double[][] numbers(IntToDoubleFunction byCell) {
    double[][] table = new double[distance.shown][time.shown];
    for (int row = 0; row < table.length; row++) {
      for (int column = 0; column < time.shown; column++) {
        table[row][column] = byCell.applyAsDouble(cell(row, column));
      }
    }
    return table;
  }

  long[][] counts(long[] byCell) {
    long[][] table = new long[distance.shown][time.shown];
    for (int row = 0; row < table.length; row++) {
      for (int column = 0; column < time.shown; column++) {
        table[row][column] = byCell[cell(row, column)];
      }
    }
    return table;
  }

  /** Of a margin, the bands asked for. */
  static long[] margin(KnoxMargin margin, KnoxBands bands) {
    return IntStream.range(0, bands.shown)
        .mapToLong(band -> margin.pairs()[bands.inner(band)])
        .toArray();
  }
}
