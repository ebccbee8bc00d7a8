package org.lamplight.analysis.area;

import java.util.Arrays;
import org.lamplight.fault.Fault;

/** Points sorted into square cells, to find those near another. */
final class PointGrid {

  private static final int MOST_CELLS = 4_000_000;
  private static final int MOST_NEAR = 100_000;

  private final double[] x;
  private final double[] y;
  private final double west;
  private final double south;
  private final double cell;
  private final int columns;
  private final int rows;
  private final int[] start;
  private final int[] order;

  private PointGrid(double[] x, double[] y, double wanted) {
    this.x = x;
    this.y = y;
    west = Arrays.stream(x).min().orElse(0);
    south = Arrays.stream(y).min().orElse(0);
    double width = Arrays.stream(x).max().orElse(0) - west;
    double height = Arrays.stream(y).max().orElse(0) - south;
    double least = Math.max(
        Math.sqrt(width * height / MOST_CELLS), Math.max(width, height) / (MOST_CELLS / 4.0));
    cell = Math.max(Math.max(wanted, least), Double.MIN_NORMAL);
    columns = (int) (width / cell) + 1;
    rows = (int) (height / cell) + 1;
    start = new int[columns * rows + 1];
    order = new int[x.length];
    sort();
  }

  static PointGrid forDistance(double[] x, double[] y, double metres) {
    return new PointGrid(x, y, metres);
  }

  /** Cells that hold about k points each if these are spread evenly. */
  static PointGrid forNearest(double[] x, double[] y, int k) {
    double width = Arrays.stream(x).max().orElse(0) - Arrays.stream(x).min().orElse(0);
    double height = Arrays.stream(y).max().orElse(0) - Arrays.stream(y).min().orElse(0);
    double even = Math.sqrt(width * height * k / x.length);
    return new PointGrid(x, y, even > 0 ? even : Math.max(width, height) * k / x.length);
  }

  private void sort() {
    for (int i = 0; i < x.length; i++) {
      start[cellOf(i) + 1]++;
    }
    for (int c = 0; c < start.length - 1; c++) {
      start[c + 1] += start[c];
    }
    int[] next = Arrays.copyOf(start, start.length - 1);
    for (int i = 0; i < x.length; i++) {
      order[next[cellOf(i)]++] = i;
    }
  }

  private int column(double at) {
    return (int) Math.max(0, Math.min(columns - 1, (at - west) / cell));
  }

  private int row(double at) {
    return (int) Math.max(0, Math.min(rows - 1, (at - south) / cell));
  }

  private int cellOf(int i) {
    return row(y[i]) * columns + column(x[i]);
  }

  /** The others at most so far away, ascending. */
  int[] within(int i, double metres) {
    double reach = metres * (1 + 1e-12);
    int[] found = new int[16];
    int count = 0;
    for (int r = row(y[i] - reach); r <= row(y[i] + reach); r++) {
      int from = start[r * columns + column(x[i] - reach)];
      int until = start[r * columns + column(x[i] + reach) + 1];
      for (int at = from; at < until; at++) {
        int j = order[at];
        if (j != i && Math.hypot(x[j] - x[i], y[j] - y[i]) <= reach) {
          found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
          found[count++] = j;
        }
      }
      if (count > MOST_NEAR) {
        throw new Fault(
            Fault.Kind.TOO_LARGE,
            "weights: a point has more than 100,000 neighbors; choose a shorter distance");
      }
    }
    int[] near = Arrays.copyOf(found, count);
    Arrays.sort(near);
    return near;
  }

  /** The k nearest others, ascending by index; rings of cells are added until none outside can be nearer. */
  int[] nearest(int i, int k) {
    double[] distance = new double[k];
    int[] near = new int[k];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    Arrays.fill(near, Integer.MAX_VALUE);
    int column = column(x[i]);
    int row = row(y[i]);
    for (int ring = 0; ring <= Math.max(columns, rows); ring++) {
      if (distance[k - 1] < (ring - 1) * cell) {
        break;
      }
      for (int r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
        int step = Math.abs(r - row) == ring ? 1 : Math.max(1, 2 * ring);
        for (int c = column - ring; c <= column + ring; c += step) {
          if (c >= 0 && c < columns) {
            take(i, r * columns + c, distance, near);
          }
        }
      }
    }
    Arrays.sort(near);
    return near;
  }

  /** Puts the points of a cell into the list of the nearest, by distance and then by index. */
  private void take(int i, int c, double[] distance, int[] near) {
    for (int at = start[c]; at < start[c + 1]; at++) {
      int j = order[at];
      double d = Math.hypot(x[j] - x[i], y[j] - y[i]);
      int place = distance.length;
      while (place > 0
          && (d < distance[place - 1] || (d == distance[place - 1] && j < near[place - 1]))) {
        place--;
      }
      if (j == i || place == distance.length) {
        continue;
      }
      System.arraycopy(distance, place, distance, place + 1, distance.length - place - 1);
      System.arraycopy(near, place, near, place + 1, near.length - place - 1);
      distance[place] = d;
      near[place] = j;
    }
  }
}
