package org.lamplight.disclosure;

import static org.lamplight.fault.Fault.require;

import java.util.Arrays;

/**
 * The counts of one offence group by area unit and period, with everything that was published of them before.
 *
 * <p>Cell {@code unit * periods.size() + period} holds the count of that unit in that period. Every unit has a cell in every period; each
 * cell is the sum of the cells of its unit's children in its period, and of its unit in its period's children.
 *
 * @param units the area units: a city, its districts, their neighborhoods; a row without place is a leaf below the city
 * @param periods years, quarters and months; leaves are months
 * @param counts exact counts, at least 0
 * @param states what was or may be published of each cell
 */
public record CountTable(Hierarchy units, Hierarchy periods, int[] counts, CellState[] states) {

  /** Errors: INVALID when sizes differ, a count is negative, or a cell is not the sum of its parts. Cost: linear in the cells. */
  public CountTable {
    int cells = units.size() * periods.size();
    require(counts.length == cells, "counts: " + counts.length + " for " + cells + " cells");
    require(states.length == cells, "states: " + states.length + " for " + cells + " cells");
    counts = counts.clone();
    states = states.clone();
    requireSums(units, periods, counts);
    for (int cell = 0; cell < cells; cell++) {
      require(
          states[cell] != CellState.FIXED_HIDDEN || counts[cell] > 0,
          "states: cell " + cell + " is 0 and cannot have been hidden");
    }
  }

  /** The table whose leaf counts are given for every leaf unit and leaf period (others are ignored), all sums worked out. */
  public static CountTable summed(
      Hierarchy units, Hierarchy periods, int[] leafCounts, CellState[] states) {
    int[] counts = new int[units.size() * periods.size()];
    for (int unit = 0; unit < units.size(); unit++) {
      for (int period = 0; period < periods.size(); period++) {
        int sum = 0;
        for (int leaf : units.leaves(unit)) {
          for (int month : periods.leaves(period)) {
            sum += leafCounts[leaf * periods.size() + month];
          }
        }
        counts[unit * periods.size() + period] = sum;
      }
    }
    return new CountTable(units, periods, counts, states);
  }

  public int size() {
    return counts.length;
  }

  public int cell(int unit, int period) {
    return unit * periods.size() + period;
  }

  public int unit(int cell) {
    return cell / periods.size();
  }

  public int period(int cell) {
    return cell % periods.size();
  }

  public int count(int cell) {
    return counts[cell];
  }

  public CellState state(int cell) {
    return states[cell];
  }

  public boolean isListed(int cell) {
    return states[cell] != CellState.UNLISTED;
  }

  /** Whether a cell is a leaf unit in a leaf period: the only cells that are not sums. */
  public boolean isBase(int cell) {
    return units.isLeaf(unit(cell)) && periods.isLeaf(period(cell));
  }

  /** The base cells at or below a cell. */
  int[] baseCells(int cell) {
    return Arrays.stream(units.leaves(unit(cell)))
        .flatMap(
            leaf -> Arrays.stream(periods.leaves(period(cell))).map(month -> cell(leaf, month)))
        .toArray();
  }

  /**
   * By cell, the least count that marks and zeros alone give away, and 1 at least, whatever else is hidden; 1 for a base cell.
   *
   * @see Floors
   */
  public int[] floors() {
    return new Floors(this).floors();
  }

  private static void requireSums(Hierarchy units, Hierarchy periods, int[] counts) {
    int width = periods.size();
    for (int cell = 0; cell < counts.length; cell++) {
      int unit = cell / width;
      int period = cell % width;
      require(counts[cell] >= 0, "counts: cell " + cell + " is negative");
      int ofUnits = 0;
      for (int child : units.children(unit)) {
        ofUnits += counts[child * width + period];
      }
      int ofPeriods = 0;
      for (int child : periods.children(period)) {
        ofPeriods += counts[unit * width + child];
      }
      String place = "counts: unit " + unit + " in period " + period + " is not the sum of its ";
      require(units.isLeaf(unit) || counts[cell] == ofUnits, place + "units");
      require(periods.isLeaf(period) || counts[cell] == ofPeriods, place + "periods");
    }
  }
}
