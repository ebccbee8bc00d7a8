package org.lamplight.incident;

import java.util.function.IntConsumer;
import org.lamplight.geo.BBox;

/**
 * The rows of an index by place: a grid of equal cells in degrees over the city, so that a small box looks at few rows. A
 * place beyond the grid counts to the cell at its edge; what the grid gives is to be tested, but nothing is left out.
 */
final class PlaceGrid {

  private static final int CELLS = 256;

  private final BBox extent;
  private final int[] starts;
  private final int[] rows;

  /** Sorts the rows that have a place (whose longitude is a number) into cells over the extent; four bytes for each. */
  PlaceGrid(double[] lon, double[] lat, BBox extent) {
    this.extent = extent;
    this.starts = new int[CELLS * CELLS + 1];
    for (int row = 0; row < lon.length; row++) {
      if (!Double.isNaN(lon[row])) {
        starts[cell(lon[row], lat[row]) + 1]++;
      }
    }
    for (int cell = 0; cell < CELLS * CELLS; cell++) {
      starts[cell + 1] += starts[cell];
    }
    this.rows = new int[starts[CELLS * CELLS]];
    int[] next = starts.clone();
    for (int row = 0; row < lon.length; row++) {
      if (!Double.isNaN(lon[row])) {
        rows[next[cell(lon[row], lat[row])]++] = row;
      }
    }
  }

  private int cell(double lon, double lat) {
    return line(lat) * CELLS + column(lon);
  }

  private int column(double lon) {
    return clamp((lon - extent.west()) / (extent.east() - extent.west()));
  }

  private int line(double lat) {
    return clamp((lat - extent.south()) / (extent.north() - extent.south()));
  }

  private static int clamp(double share) {
    return (int) Math.max(0, Math.min(CELLS - 1, Math.floor(share * CELLS)));
  }

  /** How many rows {@link #forEach} would give; constant in the rows. */
  int size(BBox box) {
    int size = 0;
    for (int line = line(box.south()); line <= line(box.north()); line++) {
      size +=
          starts[line * CELLS + column(box.east()) + 1] - starts[line * CELLS + column(box.west())];
    }
    return size;
  }

  /** Gives the rows of all cells that the box touches, in no order. */
  void forEach(BBox box, IntConsumer sink) {
    for (int line = line(box.south()); line <= line(box.north()); line++) {
      int end = starts[line * CELLS + column(box.east()) + 1];
      for (int i = starts[line * CELLS + column(box.west())]; i < end; i++) {
        sink.accept(rows[i]);
      }
    }
  }
}
