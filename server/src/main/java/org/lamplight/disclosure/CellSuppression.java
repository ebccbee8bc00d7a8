package org.lamplight.disclosure;

import java.util.stream.IntStream;

/** Chooses which cells of a table a release hides. */
public final class CellSuppression {

  /** How far stand-ins are believed in the first choice; {@code CellSuppressionSizeTest} holds what it comes to. */
  private static final Capacity.Trust FIRST = new Capacity.Trust(0.9, 0.8, 0);

  /** Share of the whole course that the first choice takes. */
  private static final double CHOICE = 0.5;

  private CellSuppression() {}

  /**
   * Hides the small cells, secondary cells with them so that they cannot be worked out, and further sums where the audit asks for it.
   *
   * <p>The choice reads the sums of 10 and more (or whatever the threshold is), which cells are 0, small or large, and earlier releases; it
   * reads no count of a base cell. What the audit then asks for depends on published counts only, and is met with sums only. So two
   * tables with the same sums and the same small cells that differ only in hidden base cells are answered alike, and the choice tells a
   * reader nothing about them. Base cells never change their state after the first choice.
   *
   * <ul>
   *   <li><b>Input</b>: the table of one offence group with all cells of all releases; the rule; whom to tell.
   *   <li><b>Output</b>: hidden and primary marks by cell, and which sums had to be hidden beyond the usual choice.
   *   <li><b>Errors</b>: INVALID when a small count was shown before.
   *   <li><b>Cost</b>: small cells times units times months of a year, and two or three audits.
   *   <li><b>Source</b>: Repsilber (1994) for the moves, Kelly, Golden and Assad (1992) for the course and the clean-up, Fischetti and
   *       Salazar (2001) for the audit.
   * </ul>
   */
  public static Suppression choose(CountTable table, SmallCells rule, Progress progress) {
    Board board = new Board(table, rule);
    Estimates estimates = Estimates.of(board);
    Progress first = (fraction, words) -> progress.at(CHOICE * fraction, words);
    new SecondaryChoice(board, new Capacity(board, estimates, FIRST), first).choose();
    Progress rest = (fraction, words) -> progress.at(CHOICE + (1 - CHOICE) * fraction, words);
    Repair repair = new Repair(board, estimates);
    repair.repair(rest);
    boolean[] primary = new boolean[table.size()];
    IntStream.range(0, table.size())
        .forEach(cell -> primary[cell] = table.isListed(cell) && board.isSmall(cell));
    return new Suppression(board.hidden(), primary, repair.coarsened());
  }
}
