package org.lamplight.explore.view;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.change.CountChange;
import org.lamplight.incident.Summary;

/**
 * The usual range of each month: from the same months of the years before, at least two and at most five. Months that the data
 * holds in part are neither judged nor judged by.
 */
final class UsualMonths {

  private static final int LEAST = 2;
  private static final int MOST = 5;
  private static final double LEVEL = 0.95;

  private UsualMonths() {}

  /** One document for each month that has a usual range. Counts by twelve times the year, plus 0 for January to 11. */
  static List<Map<String, @Nullable Object>> of(long[] counts, Summary summary) {
    String from = summary.from();
    String until = summary.until();
    if (from == null || until == null) {
      return List.of();
    }
    YearMonth first = firstWhole(LocalDate.parse(from));
    YearMonth last = lastWhole(LocalDate.parse(until));
    List<Map<String, @Nullable Object>> months = new ArrayList<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      List<Long> before = new ArrayList<>();
      for (int years = 1; years <= MOST && !month.minusYears(years).isBefore(first); years++) {
        before.add(counts[place(month.minusYears(years))]);
      }
      if (before.size() >= LEAST) {
        months.add(document(month, counts[place(month)], before));
      }
    }
    return months;
  }

  private static Map<String, @Nullable Object> document(
      YearMonth month, long count, List<Long> before) {
    CountChange.Result change = CountChange.of(new CountChange.Parameters(
        count, before.stream().mapToLong(Long::longValue).toArray(), 1, null, 1, LEVEL));
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("month", month.toString());
    document.put("count", count);
    document.put("years", before.size());
    document.put("expected", ChangeRows.round(change.expected()));
    document.put("low", ChangeRows.round(change.rangeLow()));
    document.put("high", ChangeRows.round(change.rangeHigh()));
    document.put("z", ChangeRows.round(change.z()));
    document.put("flagged", change.flagged());
    return document;
  }

  private static int place(YearMonth month) {
    return month.getYear() * 12 + month.getMonthValue() - 1;
  }

  private static YearMonth firstWhole(LocalDate first) {
    YearMonth month = YearMonth.from(first);
    return first.getDayOfMonth() == 1 ? month : month.plusMonths(1);
  }

  private static YearMonth lastWhole(LocalDate last) {
    YearMonth month = YearMonth.from(last);
    return last.equals(month.atEndOfMonth()) ? month : month.minusMonths(1);
  }
}
