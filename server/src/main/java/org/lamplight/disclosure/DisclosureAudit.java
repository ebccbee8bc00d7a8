package org.lamplight.disclosure;

import java.util.List;

/**
 * The proof that no small count can be worked out from what a release shows, or the list of those that can.
 *
 * @param intervals one for each small cell, listed or not, in the order of cells
 * @param failing the cells whose interval is narrower than the rule asks
 */
public record DisclosureAudit(List<CellInterval> intervals, int[] failing) {

  public boolean passes() {
    return failing.length == 0;
  }
}
