package org.lamplight.disclosure;

import java.util.List;

/**
 * The proof that no small count can be worked out from what a release shows, or the list of those that can.
 *
 * @param intervals one for each small cell, listed or not, in the order of cells
 * @param failing the cells whose interval is narrower than the rule asks, ascending
 */
public record DisclosureAudit(List<CellInterval> intervals, int[] failing) {

  /**
   * Solves for what a reader of everything published can say of each small cell (the attacker problems of Fischetti and Salazar 2001).
   *
   * <p>The reader knows every shown count, that a hidden cell is 1 or more and an unlisted one 0 or more, and that every cell is the sum
   * of its parts. A small cell is protected when tables that fit all this put it at {@link CountTable#floors} or less and at that plus
   * {@link SmallCells#width} or more. Each such table is checked against the sums before it counts as a proof; a program that the
   * solver gives up on proves nothing, so that the cell fails.
   *
   * <ul>
   *   <li><b>Input</b>: the table with all cells of all releases; by cell, whether its count is published as a mark.
   *   <li><b>Output</b>: an interval for each small cell, and those that fail.
   *   <li><b>Errors</b>: INVALID when sizes differ, an unlisted or zero cell is marked, or a listed small count is not.
   *   <li><b>Cost</b>: a few linear programs for each part of the open cells; seconds for a hundred units and five years.
   * </ul>
   */
  public static DisclosureAudit of(
      CountTable table, boolean[] hidden, SmallCells rule, Progress progress) {
    return new Auditor(table, rule).audit(hidden, progress);
  }

  public boolean passes() {
    return failing.length == 0;
  }
}
