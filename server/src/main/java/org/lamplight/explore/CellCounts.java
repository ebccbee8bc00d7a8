package org.lamplight.explore;

import java.util.Arrays;

/** Counts by 64-bit cell: open addressing over primitive arrays, since a pass over a million incidents adds a million times. */
final class CellCounts {

  private static final long EMPTY = Long.MIN_VALUE;
  private long[] cells = filled(1 << 10);
  private int[] counts = new int[1 << 10];
  private int size;

  private static long[] filled(int length) {
    long[] cells = new long[length];
    Arrays.fill(cells, EMPTY);
    return cells;
  }

  void add(long cell) {
    add(cell, 1);
  }

  void add(long cell, int count) {
    int slot = slot(cell);
    if (cells[slot] == EMPTY) {
      cells[slot] = cell;
      size++;
    }
    counts[slot] += count;
    if (size * 2 > cells.length) {
      grow();
    }
  }

  int get(long cell) {
    return counts[slot(cell)];
  }

  /** The slot of the cell, or the free one where it would go. */
  private int slot(long cell) {
    long mixed = cell * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 40) & (cells.length - 1);
    while (cells[slot] != EMPTY && cells[slot] != cell) {
      slot = (slot + 1) & (cells.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldCells = cells;
    int[] oldCounts = counts;
    cells = filled(oldCells.length * 2);
    counts = new int[oldCells.length * 2];
    size = 0;
    for (int i = 0; i < oldCells.length; i++) {
      if (oldCells[i] != EMPTY) {
        add(oldCells[i], oldCounts[i]);
      }
    }
  }

  /** The cells that were added to, rising. */
  long[] cells() {
    return Arrays.stream(cells).filter(cell -> cell != EMPTY).sorted().toArray();
  }
}
