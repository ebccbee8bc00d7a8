package org.lamplight.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lamplight.fault.Fault;

class MonthsToFreezeTest {

  private final TreeMap<YearMonth, Long> incidents = new TreeMap<>();
  private final TreeMap<LocalDate, Long> reports = new TreeMap<>();

  MonthsToFreezeTest() {
    for (YearMonth month = YearMonth.parse("2023-01");
        month.isBefore(YearMonth.parse("2024-07"));
        month = month.plusMonths(1)) {
      incidents.put(month, 100L);
    }
  }

  @Test
  void aMonthIsSettledFourteenDaysAfterItsEnd() {
    assertEquals("2024-04", last("2024-06-30", "2024-06-14"));
    assertEquals("2024-05", last("2024-06-30", "2024-06-15"));
  }

  @Test
  void aMonthWhoseLastDayTheDataDoNotReachIsNotWhole() {
    assertEquals("2024-05", last("2024-06-29", "2025-01-01"));
    assertEquals("2024-06", last("2024-06-30", "2025-01-01"));
  }

  @Test
  void aFewRecordsOfAWrongYearBeginNoSeries() {
    incidents.put(YearMonth.parse("2004-03"), 2L);
    // Also where there are more such months than others, as in Atlanta's own files.
    for (int month = 1; month <= 40; month++) {
      incidents.put(YearMonth.parse("2010-01").plusMonths(month), 1L + month % 7);
    }
    assertEquals(YearMonth.parse("2023-01"), months("2024-06-30", "2024-08-01").first());
  }

  @Test
  void lateReportsAfterTheEndOfTheDataMakeNoMonthsOfZeros() {
    for (int month = 1; month <= 40; month++) {
      reports.put(LocalDate.parse("2024-06-29").plusMonths(month), 3L);
    }
    reports.put(LocalDate.parse("2024-06-30"), 2L);
    assertEquals("2024-05", last("2024-06-29", "2027-01-01"));
    reports.remove(LocalDate.parse("2024-06-30"));
    assertEquals("2024-06", last("2024-06-30", "2027-01-01"));
  }

  @Test
  void whatEarlierReleasesHoldIsNotNew() {
    Optional<Periods> before =
        Optional.of(new Periods(YearMonth.parse("2022-01"), YearMonth.parse("2024-05")));
    MonthsToFreeze next =
        MonthsToFreeze.of(known("2024-06-30"), LocalDate.parse("2024-07-20"), before);
    assertEquals(YearMonth.parse("2022-01"), next.first());
    assertEquals(YearMonth.parse("2024-06"), next.firstNew());
    assertFalse(next.nothingNew());
    assertTrue(MonthsToFreeze.of(known("2024-06-30"), LocalDate.parse("2024-07-10"), before)
        .nothingNew());
  }

  @Test
  void withoutIncidentsThereIsNothingToPublish() {
    incidents.clear();
    assertThrows(Fault.class, () -> months("2024-06-30", "2024-08-01"));
  }

  private String last(String dataUntil, String today) {
    return months(dataUntil, today).last().toString();
  }

  private MonthsToFreeze months(String dataUntil, String today) {
    return MonthsToFreeze.of(known(dataUntil), LocalDate.parse(today), Optional.empty());
  }

  /** A hundred reports on the last day of each month, and on the last day of all. */
  private MonthsToFreeze.Known known(String until) {
    LocalDate last = LocalDate.parse(until);
    reports.put(last, 100L);
    incidents.keySet().stream()
        .map(YearMonth::atEndOfMonth)
        .filter(day -> day.isBefore(last))
        .forEach(day -> reports.put(day, 100L));
    return new MonthsToFreeze.Known(incidents, reports);
  }
}
