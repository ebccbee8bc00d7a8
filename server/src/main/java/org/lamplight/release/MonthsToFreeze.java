package org.lamplight.release;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.series.Recorded;
import org.lamplight.fault.Fault;

/**
 * Which months a release holds.
 *
 * @param first first month of the series
 * @param firstNew first month that no earlier release holds; after {@code last} when there is none
 * @param last last month that may be published
 */
record MonthsToFreeze(YearMonth first, YearMonth firstNew, YearMonth last) {

  /** Reports came in on a day or in a month that has at least this share of the largest; less are stragglers of earlier ones. */
  private static final double SHARE_OF_LARGEST = 0.1;

  /**
   * What the data hold.
   *
   * @param incidents by the month in which they occurred
   * @param reports by the day on which they were reported
   */
  record Known(SortedMap<YearMonth, Long> incidents, SortedMap<LocalDate, Long> reports) {

    /**
     * The last day on which reports came in as usual. Records of one file are reported late by years: after its end a few come
     * every month, and their months would be published as nearly empty ones.
     */
    @Nullable
    LocalDate lastDay() {
      SortedMap<YearMonth, Long> months = new TreeMap<>();
      reports.forEach((day, count) -> months.merge(YearMonth.from(day), count, Long::sum));
      YearMonth month = lastUsual(months);
      return month == null
          ? null
          : lastUsual(reports.subMap(month.atDay(1), month.plusMonths(1).atDay(1)));
    }

    private static <T> @Nullable T lastUsual(SortedMap<T, Long> counts) {
      double least = SHARE_OF_LARGEST
          * counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
      T last = null;
      for (Map.Entry<T, Long> each : counts.entrySet()) {
        if (each.getValue() >= least) {
          last = each.getKey();
        }
      }
      return last;
    }
  }

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

  /** The first month that has records; strays of earlier years begin no series. */
  private static YearMonth firstOf(SortedMap<YearMonth, Long> incidents) {
    List<YearMonth> months = List.copyOf(incidents.keySet());
    boolean[] missing = Recorded.missing(
        incidents.values().stream().mapToDouble(Long::doubleValue).toArray());
    return IntStream.range(0, months.size())
        .filter(i -> !missing[i])
        .mapToObj(months::get)
        .findFirst()
        .orElseThrow();
  }

  boolean nothingNew() {
    return firstNew.isAfter(last);
  }
}
