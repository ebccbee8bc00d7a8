package org.lamplight.disclosure;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * What no choice of cells can hide, because it follows from the marks and the zeros of a publication.
 *
 * <p>Every listed cell above 0 is shown or marked as 1 or more, and a listed 0 is shown. So a sum is at least what its parts are known to
 * be, and the only part of a sum that is not known to be 0 is at least what the sum is: a quarter of three marked months is 3 or more,
 * and so is that of a neighborhood which is never listed, where all others of its district show 0 in each of the three.
 */
final class Floors {

  private final CountTable table;
  private final int[] least;
  private final boolean[] zero;
  private boolean changed = true;

  Floors(CountTable table) {
    this.table = table;
    this.least = new int[table.size()];
    this.zero = new boolean[table.size()];
    for (int cell = 0; cell < least.length; cell++) {
      least[cell] = table.isListed(cell) && table.count(cell) > 0 ? 1 : 0;
      zero[cell] = showsZero(cell);
    }
  }

  /** Whether the cell, or a unit above it in the same period, is listed with 0. */
  private boolean showsZero(int cell) {
    int period = table.period(cell);
    return Arrays.stream(table.units().lineage(table.unit(cell)))
        .map(unit -> table.cell(unit, period))
        .anyMatch(above -> table.isListed(above) && table.count(above) == 0);
  }

  /** By cell. Cost: linear in the cells, as many times as sums lie above each other. */
  int[] floors() {
    while (changed) {
      changed = false;
      for (int cell = 0; cell < least.length; cell++) {
        int unit = table.unit(cell);
        int period = table.period(cell);
        tie(cell, table.units().children(unit), child -> table.cell(child, period));
        tie(cell, table.periods().children(period), child -> table.cell(unit, child));
      }
    }
    int[] floors = new int[least.length];
    Arrays.setAll(floors, cell -> Math.max(1, least[cell]));
    return floors;
  }

  /** A sum and its parts in one direction. */
  private void tie(int sum, int[] children, IntUnaryOperator cellOf) {
    int[] parts = Arrays.stream(children).map(cellOf).toArray();
    if (parts.length == 0) {
      return;
    }
    raise(sum, Arrays.stream(parts).map(part -> least[part]).sum());
    int[] open = Arrays.stream(parts).filter(part -> !zero[part]).toArray();
    if (open.length == 1) {
      raise(open[0], least[sum]);
    }
  }

  private void raise(int cell, int to) {
    if (least[cell] < to) {
      least[cell] = to;
      changed = true;
    }
  }
}
