package org.lamplight.release;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;

/**
 * Which months a release holds.
 *
 * @param first first month of the series
 * @param firstNew first month that no earlier release holds; after {@code last} when there is none
 * @param last last month that may be published
 */
record MonthsToFreeze(YearMonth first, YearMonth firstNew, YearMonth last) {

  /** A first month has at least this share of the median month: a few records with a wrong year begin no series. */
  private static final double SHARE_OF_MEDIAN = 0.1;

  /** What the data hold: incidents by month, and the last day of which they know anything. */
  record Known(
      SortedMap<YearMonth, Long> incidents, @Nullable LocalDate lastDay) {}

  /**
   * A month may be published once it lies the lag behind, and only when the data reach its last day.
   *
   * @param today the city's day on the build's clock
   * @param before months that earlier releases hold
   */
  static MonthsToFreeze of(Known known, LocalDate today, Optional<Periods> before) {
    LocalDate lastDay = known.lastDay();
    if (known.incidents().isEmpty() || lastDay == null) {
      throw Fault.invalid("there are no incidents to publish");
    }
    YearMonth last = lastWhole(lastDay, today);
    if (before.isPresent()) {
      return new MonthsToFreeze(before.get().first(), before.get().last().plusMonths(1), last);
    }
    YearMonth first = firstOf(known.incidents());
    return new MonthsToFreeze(first, first, last);
  }

  private static YearMonth lastWhole(LocalDate lastDay, LocalDate today) {
    YearMonth reached = YearMonth.from(lastDay.plusDays(1)).minusMonths(1);
    YearMonth settled =
        YearMonth.from(today.minusDays(Facts.Rules.PRESENT.lagDays())).minusMonths(1);
    return reached.isBefore(settled) ? reached : settled;
  }

  private static YearMonth firstOf(SortedMap<YearMonth, Long> incidents) {
    long[] sorted =
        incidents.values().stream().mapToLong(Long::longValue).sorted().toArray();
    double least = SHARE_OF_MEDIAN
        * Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElse(0);
    return incidents.entrySet().stream()
        .filter(month -> month.getValue() >= least)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  boolean nothingNew() {
    return firstNew.isAfter(last);
  }
}
