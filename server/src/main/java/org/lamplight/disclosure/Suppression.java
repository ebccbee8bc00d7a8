package org.lamplight.disclosure;

import java.util.List;

/**
 * Which cells of a table are published as a mark instead of a number.
 *
 * @param hidden by cell: carries the mark; an unlisted cell never does, for it is not published at all
 * @param primary by cell: hidden because its count is small; the others hidden are secondary
 * @param coarsened totals hidden beyond the usual choice, and why
 */
public record Suppression(boolean[] hidden, boolean[] primary, List<Coarsening> coarsened) {

  public int hiddenCells() {
    return count(hidden);
  }

  public int primaryCells() {
    return count(primary);
  }

  public int secondaryCells() {
    return hiddenCells() - primaryCells();
  }

  private static int count(boolean[] marks) {
    int count = 0;
    for (boolean mark : marks) {
      count += mark ? 1 : 0;
    }
    return count;
  }
}
