package org.lamplight.explore.view;

import static org.lamplight.fault.Fault.require;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.http.Params;
import org.lamplight.incident.Summary;

/**
 * What is held against what: one period against one or more earlier ones, or one area against another in the same period.
 *
 * @param now the period that is asked about
 * @param before what it is held against; for two areas the same period
 * @param leftOut earlier periods that begin before the data
 * @param against the other area as SET:NAME; null where periods are compared
 */
record Plan(
    Period now,
    List<Period> before,
    List<Period> leftOut,
    @Nullable String against) {

  static final List<String> PARAMETERS =
      List.of("years", "before", "against", "set", "bbox", "zoom");
  private static final int MOST_YEARS = 5;
  private static final int LONGEST_YEAR = 366;

  /** Reads years=1..5 (the same dates of so many years before), before=FROM/UNTIL, or against=SET:NAME. */
  static Plan parse(Params params, Summary summary) {
    Period now = Period.parse("datetime", params.find("datetime").orElse(""));
    int given = (params.has("years") ? 1 : 0)
        + (params.has("before") ? 1 : 0)
        + (params.has("against") ? 1 : 0);
    require(given <= 1, "years, before and against: one of them at a time");
    String against = params.find("against").orElse(null);
    if (against != null) {
      require(params.has("area"), "area: two areas are compared, and the first is missing");
      return new Plan(now, List.of(now), List.of(), against);
    }
    if (params.has("before")) {
      Period before = Period.parse("before", params.find("before").orElseThrow());
      require(!before.meets(now), "before: the two periods share days");
      return new Plan(now, List.of(before), List.of(), null);
    }
    return years(now, params.atMost("years", 3, 1, MOST_YEARS), summary);
  }

  private static Plan years(Period now, int years, Summary summary) {
    require(
        now.days() <= LONGEST_YEAR,
        "datetime: a period longer than a year would meet its own years before");
    LocalDate first = summary.from() == null ? now.from() : LocalDate.parse(summary.from());
    List<Period> before = new ArrayList<>();
    List<Period> leftOut = new ArrayList<>();
    for (int years0 = 1; years0 <= years; years0++) {
      Period earlier = now.yearsBefore(years0);
      (earlier.from().isBefore(first) ? leftOut : before).add(earlier);
    }
    require(
        !before.isEmpty(),
        "datetime: the data begins on " + first + ", so that there is no earlier year to compare");
    return new Plan(now, List.copyOf(before), List.copyOf(leftOut), null);
  }

  /** Whether every period is as long as the one that is asked about, give or take a day of a leap year. */
  boolean equallyLong() {
    return before.stream().allMatch(period -> Math.abs(period.days() - now.days()) <= 1);
  }
}
