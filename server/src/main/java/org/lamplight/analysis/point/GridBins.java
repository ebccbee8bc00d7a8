package org.lamplight.analysis.point;

import java.util.Arrays;
import org.lamplight.geo.PlaneGrid;

/**
 * Weighted events sorted by the cells of a grid that is wider than the one asked for by a margin, in units of the bandwidth from the centre
 * of the first cell. Rows are sorted first, then each row by itself, so that every pass stays in the cache.
 */
final class GridBins {

  private static final int PARTS = 16;

  final int columns;
  final int rows;

  /** Width and height of a cell in bandwidths. */
  final double stepX;

  final double stepY;

  /** Where each row begins, and at the end the number of events. */
  final int[] start;

  /** By place: column, displacement from the column's and the row's centre line in bandwidths, weight. */
  final int[] column;

  final double[] offsetX;
  final double[] offsetY;
  final double[] weight;

  /**
   * The events.
   *
   * @param marginX columns added on each side
   * @param marginY rows added on each side
   */
  GridBins(Events events, PlaneGrid grid, double bandwidth, int marginX, int marginY) {
    this.columns = grid.columns() + 2 * marginX;
    this.rows = grid.rows() + 2 * marginY;
    this.stepX = grid.cellWidth() / bandwidth;
    this.stepY = grid.cellHeight() / bandwidth;
    double west = grid.west() - marginX * grid.cellWidth();
    double south = grid.south() - marginY * grid.cellHeight();
    int[] row = rowOfEach(events, south, grid.cellHeight());
    int[][] next = new int[PARTS][];
    this.start = starts(row, next);
    int kept = start[rows];
    this.column = new int[kept];
    this.offsetX = new double[kept];
    this.offsetY = new double[kept];
    this.weight = new double[kept];
    byRow(events, row, next);
    Parallel.each(rows, r -> byColumn(r, west, south, grid));
  }

  /**
   * Events with a weight each.
   *
   * @param weight null: 1 each
   */
  record Events(double[] x, double[] y, double @org.jspecify.annotations.Nullable [] weight) {
    double weightOf(int i) {
      return weight == null ? 1 : weight[i];
    }
  }

  /** The row of each event, -1 outside. */
  private int[] rowOfEach(Events events, double south, double height) {
    int[] row = new int[events.y().length];
    Parallel.ranges(row.length, (from, to) -> {
      for (int i = from; i < to; i++) {
        double found = Math.floor((events.y()[i] - south) / height);
        row[i] = found >= 0 && found < rows ? (int) found : -1;
      }
    });
    return row;
  }

  /** Where each row begins; fills in where each part of the events puts those of each row. */
  private int[] starts(int[] row, int[][] next) {
    Parallel.each(PARTS, part -> {
      int[] count = new int[rows];
      int to = Parallel.cut(row.length, PARTS, part + 1);
      for (int i = Parallel.cut(row.length, PARTS, part); i < to; i++) {
        if (row[i] >= 0) {
          count[row[i]]++;
        }
      }
      next[part] = count;
    });
    int[] starts = new int[rows + 1];
    int sum = 0;
    for (int r = 0; r < rows; r++) {
      starts[r] = sum;
      for (int part = 0; part < PARTS; part++) {
        int count = next[part][r];
        next[part][r] = sum;
        sum += count;
      }
    }
    starts[rows] = sum;
    return starts;
  }

  private void byRow(Events events, int[] row, int[][] next) {
    Parallel.each(PARTS, part -> {
      int to = Parallel.cut(row.length, PARTS, part + 1);
      for (int i = Parallel.cut(row.length, PARTS, part); i < to; i++) {
        if (row[i] >= 0) {
          int place = next[part][row[i]]++;
          offsetX[place] = events.x()[i];
          offsetY[place] = events.y()[i];
          weight[place] = events.weightOf(i);
        }
      }
    });
  }

  private void byColumn(int row, double west, double south, PlaneGrid grid) {
    int from = start[row];
    int size = start[row + 1] - from;
    double[] x = Arrays.copyOfRange(offsetX, from, from + size);
    double[] y = Arrays.copyOfRange(offsetY, from, from + size);
    double[] w = Arrays.copyOfRange(weight, from, from + size);
    int[] cell = new int[size];
    int[] next = new int[columns + 1];
    for (int i = 0; i < size; i++) {
      double found = Math.floor((x[i] - west) / grid.cellWidth());
      cell[i] = (int) Math.max(0, Math.min(columns - 1, found));
      w[i] = found >= 0 && found < columns ? w[i] : 0;
      next[cell[i] + 1]++;
    }
    for (int c = 0; c < columns; c++) {
      next[c + 1] += next[c];
    }
    double middle = south + (row + 0.5) * grid.cellHeight();
    for (int i = 0; i < size; i++) {
      int place = from + next[cell[i]]++;
      double centre = west + (cell[i] + 0.5) * grid.cellWidth();
      column[place] = cell[i];
      offsetX[place] = (x[i] - centre) / grid.cellWidth() * stepX;
      offsetY[place] = (y[i] - middle) / grid.cellHeight() * stepY;
      weight[place] = w[i];
    }
  }
}
