package org.lamplight.disclosure;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A release of a city's first months, and a second one that adds the others and keeps what the first published.
 *
 * @param first marks of the first release, by its cells
 * @param table the second release's table with the states that the first one fixed
 * @param second marks of the second release
 */
record TwoReleases(boolean[] first, CountTable table, boolean[] second) {

  static TwoReleases of(SmallCity city, int[][] counts, int before) {
    SmallCells rule = new SmallCells(10);
    int[][] early =
        Arrays.stream(counts).map(row -> Arrays.copyOf(row, before)).toArray(int[][]::new);
    CountTable old = city.table(early);
    boolean[] first = CellSuppression.choose(old, rule, Progress.SILENT).hidden();
    CountTable both = frozen(city.table(counts), old, first);
    return new TwoReleases(
        first, both, CellSuppression.choose(both, rule, Progress.SILENT).hidden());
  }

  /** The later table with the states that an earlier one's release fixed; its months come first, so its periods keep their meaning. */
  private static CountTable frozen(CountTable later, CountTable old, boolean[] hidden) {
    CellState[] states = later.states().clone();
    int oldMonths = months(old);
    for (int cell = 0; cell < old.size(); cell++) {
      if (old.isListed(cell)) {
        int period = samePeriod(old.period(cell), oldMonths, months(later));
        states[later.cell(old.unit(cell), period)] =
            hidden[cell] ? CellState.FIXED_HIDDEN : CellState.FIXED_SHOWN;
      }
    }
    return new CountTable(later.units(), later.periods(), later.counts(), states);
  }

  private static int months(CountTable table) {
    return (int) IntStream.range(0, table.periods().size())
        .filter(table.periods()::isLeaf)
        .count();
  }

  private static int samePeriod(int period, int oldMonths, int newMonths) {
    int years = oldMonths / 12;
    int quarters = oldMonths / 3;
    if (period < years) {
      return period;
    }
    return period < years + quarters
        ? newMonths / 12 + period - years
        : SmallCity.month(newMonths, period - years - quarters);
  }
}
