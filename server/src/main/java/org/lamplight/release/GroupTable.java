package org.lamplight.release;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.disclosure.CellState;
import org.lamplight.disclosure.CountTable;
import org.lamplight.disclosure.Hierarchy;

/** One group's counts over all areas and periods of a release, with what earlier releases said of them. */
final class GroupTable {

  private final Territory territory;
  private final Periods periods;
  private final FrozenCounts counts;

  /**
   * A maker of tables.
   *
   * @param counts of all months of the release: those frozen before as they were frozen, and the new ones
   */
  GroupTable(Territory territory, Periods periods, FrozenCounts counts) {
    this.territory = territory;
    this.periods = periods;
    this.counts = counts;
  }

  /** The months, quarters and years as they make each other up. */
  private Hierarchy calendar() {
    return Hierarchy.of(periods.all().stream()
        .mapToInt(period -> {
          Period parent = periods.parent(period);
          return parent == null ? -1 : periods.indexOf(parent);
        })
        .toArray());
  }

  /**
   * The table of a group.
   *
   * @param published by area key and period what earlier releases showed; null values were hidden
   */
  CountTable of(PublicGroup group, Map<String, @Nullable Integer> published) {
    List<PublicArea> areas = territory.areas();
    int[] leaves = new int[areas.size() * periods.size()];
    CellState[] states = new CellState[leaves.length];
    for (int a = 0; a < areas.size(); a++) {
      PublicArea area = areas.get(a);
      for (int p = 0; p < periods.size(); p++) {
        int cell = a * periods.size() + p;
        Period period = periods.all().get(p);
        states[cell] = state(area, period, published);
        if (territory.isLeaf(a) && period.grain() == Grain.MONTH) {
          leaves[cell] = counts.of(group.id(), area.slug(), period);
        }
      }
    }
    return CountTable.summed(territory.hierarchy(), calendar(), leaves, states);
  }

  private static CellState state(
      PublicArea area, Period period, Map<String, @Nullable Integer> published) {
    if (!area.listed()) {
      return CellState.UNLISTED;
    }
    String key = key(area, period);
    if (!published.containsKey(key)) {
      return CellState.FREE;
    }
    return published.get(key) == null ? CellState.FIXED_HIDDEN : CellState.FIXED_SHOWN;
  }

  static String key(PublicArea area, Period period) {
    return key(area.unit(), area.slug(), period.id());
  }

  static String key(String unit, String slug, String period) {
    return unit + "/" + slug + "@" + period;
  }

  /** That nothing is hidden, for groups that are shown exactly. */
  static boolean[] nothing(CountTable table) {
    boolean[] hidden = new boolean[table.size()];
    Arrays.fill(hidden, false);
    return hidden;
  }
}
