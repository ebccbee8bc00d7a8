package org.lamplight.disclosure;

/**
 * What a reader of everything published can say of one small cell.
 *
 * @param cell the cell
 * @param low a value that it can be proved to be able to take: at most {@code floor} where the cell is protected, else its least
 * @param high the same at the upper end: at least {@code floor} plus the rule's width where the cell is protected, else its greatest
 * @param floor the least count that the marks alone give away: 1 for a neighborhood's month
 */
public record CellInterval(int cell, double low, double high, int floor) {

  /** Whether the interval is as wide as the rule asks. */
  public boolean isOpen(SmallCells rule) {
    return low <= floor + PartProgram.TOLERANCE
        && high >= floor + rule.width() - PartProgram.TOLERANCE;
  }
}
