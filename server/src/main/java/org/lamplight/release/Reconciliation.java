package org.lamplight.release;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.OfficialTotals;

/**
 * What a release holds of a year beside what the source itself counts. It is worked out from published numbers alone, so that it
 * tells nothing that they do not.
 *
 * @param shown incidents of the city in all groups and city-wide lines, hidden numbers left out
 * @param whole whether no number of the year is hidden, so that {@code shown} is all that the release holds
 * @param official the source's own total; null where it gives none
 */
public record Reconciliation(
    Period year, long shown, boolean whole, @Nullable Long official) {

  /** {@code shown} as a share of the source's total, in percent; null where there is none. */
  public @Nullable Double percent() {
    return official == null ? null : (Double) (Math.round(1_000.0 * shown / official) / 10.0);
  }

  /** Each whole year of the release. */
  public static List<Reconciliation> of(Published release) {
    OfficialTotals totals = release.facts().officialTotals();
    List<Reconciliation> years = new ArrayList<>();
    for (Period year : release.periods().of(Grain.YEAR)) {
      Sum sum = new Sum();
      release.groups().forEach(group -> sum.add(release.count(release.city(), year, group)));
      for (Line line : release.lines()) {
        for (int quarter = 1; quarter <= 4; quarter++) {
          sum.add(line.counts().get(new Period(Grain.QUARTER, year.year(), quarter)));
        }
      }
      years.add(new Reconciliation(
          year, sum.shown, sum.whole, totals == null ? null : totals.years().get(year.year())));
    }
    return years;
  }

  private static final class Sum {
    private long shown;
    private boolean whole = true;

    void add(@Nullable Integer count) {
      shown += count == null ? 0 : count;
      whole &= count != null;
    }
  }
}
