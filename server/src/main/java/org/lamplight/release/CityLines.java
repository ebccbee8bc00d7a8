package org.lamplight.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The city-wide lines: sensitive offences hide every quarter below their k, 0 among them; police-generated ones show 0. */
final class CityLines {

  private CityLines() {}

  /**
   * Quarters of both lines that no release holds yet. A line stands by itself: no sum of its quarters is published.
   *
   * @param published spelled {@code line@2024-Q2}
   */
  static List<Draft.NewLine> fresh(Periods periods, FrozenCounts counts, Set<String> published) {
    List<Draft.NewLine> lines = new ArrayList<>();
    for (Line.Kind kind : Line.Kind.values()) {
      for (Period quarter : periods.of(Grain.QUARTER)) {
        if (!published.contains(kind.id() + "@" + quarter.id())) {
          int count = counts.of(kind.id(), FrozenCounts.WHOLE_CITY, quarter);
          lines.add(new Draft.NewLine(kind, quarter, hides(kind, count) ? null : (Integer) count));
        }
      }
    }
    return List.copyOf(lines);
  }

  private static boolean hides(Line.Kind kind, int count) {
    boolean zeroIsShown = kind == Line.Kind.POLICE;
    return count < kind.k(Facts.Rules.PRESENT) && !(zeroIsShown && count == 0);
  }
}
