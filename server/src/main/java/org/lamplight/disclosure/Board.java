package org.lamplight.disclosure;

import static org.lamplight.fault.Fault.require;

/**
 * What the choice of secondary cells may see: which cells are 0, small or large, what is hidden so far, and what hiding more would cost.
 *
 * <p>Counts of base cells are looked at once, to tell 0 from small from large; {@link #total} answers sums that are large. So two
 * tables with the same sums and the same small cells look the same from here.
 */
final class Board {

  /** Weight of a cell that cannot be hidden: it is 0, or was shown in an earlier release. */
  static final int CLOSED = 1 << 29;

  /** Weight of hiding a month. */
  static final int PLAIN = 100;

  /** How much dearer the sum of a few months is, and that of a year, which readers see first. */
  private static final int QUARTER = 2;

  private static final int YEAR = 4;
  private static final int MONTHS_OF_A_YEAR = 12;

  /** Weight of the dearest move that is made before the audit asks for more. */
  static final int DEAREST = 24 * PLAIN;

  /** A cell of the whole city is hidden only where nothing else helps. */
  private static final int CITY = 100 * PLAIN;

  /** How much cheaper a base cell may become in a row that has hidden cells already. */
  private static final int DISCOUNT = 20;

  private enum Size {
    ZERO,
    SMALL,
    LARGE
  }

  final CountTable table;
  final SmallCells rule;
  private final Size[] sizes;
  private final int[] floors;
  private final boolean[] hidden;
  private final int[] weights;

  /** The table with its small cells and those of earlier releases hidden, nothing else. */
  Board(CountTable table, SmallCells rule) {
    this.table = table;
    this.rule = rule;
    this.sizes = new Size[table.size()];
    this.floors = table.floors();
    this.hidden = new boolean[table.size()];
    this.weights = new int[table.size()];
    for (int cell = 0; cell < sizes.length; cell++) {
      int count = table.count(cell);
      boolean small = rule.isSmall(count);
      sizes[cell] = count == 0 ? Size.ZERO : small ? Size.SMALL : Size.LARGE;
      require(
          !small || table.state(cell) != CellState.FIXED_SHOWN,
          "states: cell " + cell + " is small and cannot have been shown");
      hidden[cell] = table.isListed(cell) && (small || table.state(cell) == CellState.FIXED_HIDDEN);
      weights[cell] = shownWeight(cell);
    }
    for (int cell = 0; cell < sizes.length; cell++) {
      if (isOpen(cell)) {
        open(cell);
      }
    }
  }

  private int shownWeight(int cell) {
    boolean free = table.state(cell) == CellState.FREE && sizes[cell] != Size.ZERO;
    int unit = table.unit(cell);
    if (!free) {
      return CLOSED;
    }
    if (!table.units().isLeaf(unit) && table.units().parent(unit) < 0) {
      return CITY;
    }
    int months = table.periods().leaves(table.period(cell)).length;
    return PLAIN * (months == 1 ? 1 : months < MONTHS_OF_A_YEAR ? QUARTER : YEAR);
  }

  /** Whether readers do not know the cell's count: hidden, or never published. */
  boolean isOpen(int cell) {
    return hidden[cell] || !table.isListed(cell);
  }

  boolean isHidden(int cell) {
    return hidden[cell];
  }

  /** 0 for an open cell, {@link #CLOSED} for one that must stay shown. */
  int weight(int cell) {
    return weights[cell];
  }

  /** Whether an open cell may be larger than it is; a listed 0 never is. */
  boolean canRise(int cell) {
    return weights[cell] < CLOSED && (sizes[cell] != Size.ZERO || !table.isListed(cell));
  }

  /** Whether an open cell may be smaller by the rule's width, whatever its count. */
  boolean canFall(int cell) {
    return weights[cell] < CLOSED && sizes[cell] == Size.LARGE;
  }

  boolean isSmall(int cell) {
    return sizes[cell] == Size.SMALL;
  }

  /** {@link CountTable#floors} of a cell. */
  int floor(int cell) {
    return floors[cell];
  }

  boolean isZero(int cell) {
    return sizes[cell] == Size.ZERO;
  }

  /** The count of a sum that is not small; 0 for a small one, whose count must not be read. */
  int total(int cell) {
    return sizes[cell] == Size.LARGE && !table.isBase(cell) ? table.count(cell) : 0;
  }

  void hide(int cell) {
    hidden[cell] = true;
    open(cell);
  }

  private void open(int cell) {
    weights[cell] = 0;
    favour(cell, -1);
  }

  /** Shows a cell again that {@link #hide} has hidden. */
  void show(int cell) {
    hidden[cell] = false;
    weights[cell] = shownWeight(cell);
    favour(cell, 1);
  }

  /** Makes the other base cells of a row cheaper, or dearer again: rows with hidden cells are the first to hide more. */
  private void favour(int cell, int step) {
    if (!table.isBase(cell)) {
      return;
    }
    int root = table.periods().root(table.period(cell));
    for (int month : table.periods().leaves(root)) {
      int other = table.cell(table.unit(cell), month);
      if (weights[other] > PLAIN - 2 * DISCOUNT && weights[other] <= PLAIN) {
        weights[other] = Math.min(PLAIN, Math.max(PLAIN - DISCOUNT, weights[other] + step));
      }
    }
  }

  /** From now on shown base cells stay shown. */
  void keepBaseCells() {
    for (int cell = 0; cell < weights.length; cell++) {
      if (table.isBase(cell) && weights[cell] > 0) {
        weights[cell] = CLOSED;
      }
    }
  }

  boolean[] hidden() {
    return hidden.clone();
  }
}
