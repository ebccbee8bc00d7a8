package org.lamplight.analysis.point;

import org.lamplight.geo.PlaneGrid;

/**
 * Exact sums of the quartic kernel at the centres of a grid.
 *
 * <p>Within its radius the kernel is a polynomial of the place, so the events of a cell that lies wholly within reach act through nine sums
 * over them; in rows with many events those sums are used, a whole row of the grid at a time. Events of cells that the radius cuts, and
 * rows with few events, are summed one by one. Both are exact: they differ by rounding (about 1e-14).
 *
 * <p>Cost: cells times the cells in reach, plus events times the cells on the rim of their reach; one row after the other is free of the
 * others, so that the number of processors changes nothing.
 */
final class QuarticGrid {

  /** Events for each column of a row from which the nine sums cost less than the events. */
  private static final int DENSE = 2;

  private final GridBins bins;
  private final int marginX;
  private final int marginY;

  /** By row distance: how many columns away cells are wholly in reach, and how many away they may be in reach; -1: none. */
  private final int[] inner;

  private final int[] outer;
  private final QuarticSums[] sums;

  private QuarticGrid(GridBins.Events events, PlaneGrid grid, double radius) {
    this.marginX = (int) Math.min(1e6, Math.ceil(radius / grid.cellWidth() + 0.5));
    this.marginY = (int) Math.min(1e6, Math.ceil(radius / grid.cellHeight() + 0.5));
    this.bins = new GridBins(events, grid, radius, marginX, marginY);
    this.inner = new int[marginY + 1];
    this.outer = new int[marginY + 1];
    for (int k = 0; k <= marginY; k++) {
      double far = (k + 0.5) * bins.stepY;
      double near = Math.max(0, (k - 0.5) * bins.stepY);
      inner[k] = far >= 1 ? -1 : (int) Math.floor(Math.sqrt(1 - far * far) / bins.stepX - 0.5);
      outer[k] = near >= 1
          ? -1
          : (int) Math.min(marginX, Math.ceil(Math.sqrt(1 - near * near) / bins.stepX + 0.5) - 1);
    }
    this.sums = new QuarticSums[bins.rows];
    Parallel.each(bins.rows, row -> {
      if (bins.start[row + 1] - bins.start[row] > DENSE * bins.columns) {
        sums[row] = new QuarticSums(bins, row);
      }
    });
  }

  /** Sum over events of weight times (1 - d2/R2)2, cell by cell. */
  static double[] of(GridBins.Events events, PlaneGrid grid, double radius) {
    QuarticGrid work = new QuarticGrid(events, grid, radius);
    double[] result = new double[grid.cells()];
    Parallel.each(
        grid.rows(),
        row -> System.arraycopy(
            work.row(row), work.marginX, result, row * grid.columns(), grid.columns()));
    return result;
  }

  private double[] row(int target) {
    double[] sum = new double[bins.columns];
    Scratch scratch = new Scratch();
    int middle = target + marginY;
    for (int source = middle - marginY; source <= middle + marginY; source++) {
      int distance = Math.abs(source - middle);
      if (bins.start[source] == bins.start[source + 1] || outer[distance] < 0) {
        continue;
      }
      double north = (middle - source) * bins.stepY;
      QuarticSums dense = sums[source];
      if (dense != null) {
        for (int o = -inner[distance]; o <= inner[distance]; o++) {
          dense.add(sum, o, o * bins.stepX, north);
        }
      }
      rests(scratch, source, north);
      for (int o = -outer[distance]; o <= outer[distance]; o++) {
        if (dense == null || Math.abs(o) > inner[distance]) {
          values(scratch, source, o * bins.stepX);
          put(
              sum,
              scratch.value,
              bins.column,
              bins.start[source],
              bins.start[source + 1] - bins.start[source],
              o);
        }
      }
    }
    return sum;
  }

  /** Buffers that grow with the longest row. */
  private static final class Scratch {
    double[] rest = new double[0];
    double[] value = new double[0];

    void grow(int size) {
      if (rest.length < size) {
        rest = new double[size + size / 2];
        value = new double[size + size / 2];
      }
    }
  }

  /** What is left of the radius squared after the distance north, by event of the row. */
  private void rests(Scratch scratch, int source, double north) {
    int from = bins.start[source];
    int size = bins.start[source + 1] - from;
    scratch.grow(size);
    double[] rest = scratch.rest;
    double[] offsetY = bins.offsetY;
    for (int i = 0; i < size; i++) {
      double d = offsetY[from + i] - north;
      rest[i] = 1 - d * d;
    }
  }

  private void values(Scratch scratch, int source, double east) {
    int from = bins.start[source];
    int size = bins.start[source + 1] - from;
    values(scratch, bins.offsetX, bins.weight, from, size, east);
  }

  /** Without a branch, so that the compiler uses vectors: v + |v| is 0 beyond the radius and 2 v within. */
  private static void values(
      Scratch scratch, double[] x, double[] w, int from, int size, double east) {
    double[] rest = scratch.rest;
    double[] value = scratch.value;
    for (int i = 0; i < size; i++) {
      double d = x[from + i] - east;
      double v = rest[i] - d * d;
      v += Math.abs(v);
      value[i] = w[from + i] * v * v;
    }
  }

  /** Adds the events' values to the targets so many columns to the east, one sum for each column. */
  private static void put(double[] sum, double[] value, int[] column, int from, int size, int o) {
    int first = 0;
    int last = size;
    while (first < last && column[from + first] + o < 0) {
      first++;
    }
    while (last > first && column[from + last - 1] + o >= sum.length) {
      last--;
    }
    int i = first;
    while (i < last) {
      int here = column[from + i];
      double all = value[i++];
      while (i < last && column[from + i] == here) {
        all += value[i++];
      }
      sum[here + o] += all * 0.25;
    }
  }
}
