package org.lamplight.disclosure;

import java.util.Arrays;

/**
 * How much a demand needs to move, and how much each cell can give.
 *
 * <p>A large cell can fall by the rule's width whatever its count. A small one is trusted with a share of what its stand-in says; the
 * audit tells afterwards where that was too much.
 */
final class Capacity {

  private final Board board;
  private final Estimates estimates;
  private final Trust trust;

  /**
   * How far stand-ins are believed.
   *
   * @param alongRow share of a small cell's estimated count above 1 that it can give to its unit's other periods where some of them
   *     are large, 0 to 1; where all are small their stand-ins add up to the truth and are believed
   * @param acrossUnits the same for other units in its period
   * @param margin how much more is asked for than the stand-ins say, at least 0
   */
  record Trust(double alongRow, double acrossUnits, double margin) {}

  Capacity(Board board, Estimates estimates, Trust trust) {
    this.board = board;
    this.estimates = estimates;
    this.trust = trust;
  }

  double fallAlongRow(int cell) {
    return fall(cell, isAmongSmall(cell) ? 1 : trust.alongRow());
  }

  /** Whether the other parts of a cell's quarter are small as well, so that the stand-ins of its row add up to the truth. */
  private boolean isAmongSmall(int cell) {
    int parent = board.table.periods().parent(board.table.period(cell));
    if (parent < 0) {
      return false;
    }
    int unit = board.table.unit(cell);
    return Arrays.stream(board.table.periods().children(parent))
        .noneMatch(period -> board.canFall(board.table.cell(unit, period)));
  }

  double fallAcrossUnits(int cell) {
    return fall(cell, trust.acrossUnits());
  }

  /** How much a base cell can fall once it is hidden. */
  private double fall(int cell, double share) {
    double estimated = share * (estimates.at(cell) - 1);
    if (board.canFall(cell)) {
      return Math.max(board.rule.width(), estimated);
    }
    return board.isSmall(cell) ? estimated : 0;
  }

  /** The amount that keeps the demand's side of the interval open: the rule's width at most. */
  double need(Demand demand) {
    double width = board.rule.width();
    double above = demand.up()
        ? board.floor(demand.primary()) + width - estimates.at(demand.primary())
        : estimates.at(demand.sources()[0]) - 1;
    return Math.min(width, Math.max(above, 0) + trust.margin());
  }
}
