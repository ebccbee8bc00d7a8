package org.lamplight.incident;

import java.util.List;
import org.lamplight.area.AreaNames;

/** Where each area of a city stands within its set, counted from 1: areas are kept by position, which fits two bytes. */
final class AreaPositions {

  private static final int MOST_AREAS = 65_535;

  private final List<String> sets;
  private final int[][] ids;
  private final int[] setOf;
  private final int[] positionOf;

  AreaPositions(AreaNames names) {
    this.sets = names.sets();
    int most = names.all().stream().mapToInt(AreaNames.Ref::id).max().orElse(0);
    this.setOf = new int[most + 1];
    this.positionOf = new int[most + 1];
    java.util.Arrays.fill(setOf, -1);
    this.ids = new int[sets.size()][];
    for (int set = 0; set < ids.length; set++) {
      String name = sets.get(set);
      ids[set] = names.all().stream()
          .filter(ref -> ref.set().equals(name))
          .mapToInt(AreaNames.Ref::id)
          .toArray();
      if (ids[set].length > MOST_AREAS) {
        throw new IllegalStateException("more than 65,535 areas in " + name);
      }
      for (int at = 0; at < ids[set].length; at++) {
        setOf[ids[set][at]] = set;
        positionOf[ids[set][at]] = at + 1;
      }
    }
  }

  List<String> names() {
    return sets;
  }

  int sets() {
    return sets.size();
  }

  int[][] ids() {
    return ids;
  }

  /** The set of an area; -1 for one that is not known. */
  int setOf(int area) {
    return area >= 0 && area < setOf.length ? setOf[area] : -1;
  }

  int positionOf(int area) {
    return positionOf[area];
  }
}
