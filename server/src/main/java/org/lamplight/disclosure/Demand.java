package org.lamplight.disclosure;

import java.util.Arrays;

/**
 * One side of a small cell's interval that must stay open: upwards by moving an amount into one of its base cells, or downwards by
 * moving what one of them has above 1 out of it (a sum falls when each of its base cells can).
 *
 * @param primary the small cell
 * @param sources the base cells of which one must be able to move
 * @param up whether the amount moves in
 */
record Demand(int primary, int[] sources, boolean up) {

  /** The demands of a small cell: one upwards, one downwards for each of its base cells above 0. */
  static Demand[] of(Board board, int primary) {
    int[] above = Arrays.stream(board.table.baseCells(primary))
        .filter(base -> !board.isZero(base))
        .toArray();
    Demand[] demands = new Demand[above.length + 1];
    demands[0] = new Demand(primary, above, true);
    for (int i = 0; i < above.length; i++) {
      demands[i + 1] = new Demand(primary, new int[] {above[i]}, false);
    }
    return demands;
  }
}
