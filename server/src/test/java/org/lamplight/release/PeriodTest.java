package org.lamplight.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeriodTest {

  @Test
  void aPeriodIsReadAsItIsWritten() {
    for (String text : List.of("2024-05", "2024-12", "2024-Q2", "2024")) {
      assertEquals(text, Period.find(text).orElseThrow().id());
    }
    for (String text :
        List.of("2024-13", "2024-5", "2024-Q5", "2024-Q0", "24", "0999", "", "2024-")) {
      assertTrue(Period.find(text).isEmpty(), text);
    }
  }

  @Test
  void onlyWholeQuartersAndYearsAreThere() {
    Periods periods = new Periods(YearMonth.parse("2022-12"), YearMonth.parse("2024-02"));
    assertEquals(15, periods.of(Grain.MONTH).size());
    assertEquals(
        List.of("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"),
        periods.of(Grain.QUARTER).stream().map(Period::id).toList());
    assertEquals(
        List.of("2023"), periods.of(Grain.YEAR).stream().map(Period::id).toList());
  }

  @Test
  void aMonthLiesInItsQuarterAndThatInItsYearWhereTheyAreThere() {
    Periods periods = new Periods(YearMonth.parse("2023-01"), YearMonth.parse("2024-02"));
    assertEquals(period("2023-Q2"), periods.parent(period("2023-05")));
    assertEquals(period("2023"), periods.parent(period("2023-Q2")));
    assertNull(periods.parent(period("2024-02")));
    assertNull(periods.parent(period("2023")));
  }

  @Test
  void theSameSeasonLiesWholeYearsBefore() {
    assertEquals(
        List.of("2021-05", "2021-Q2", "2021"),
        Stream.of("2024-05", "2024-Q2", "2024")
            .map(text -> period(text).before(3).id())
            .toList());
  }

  private static Period period(String text) {
    return Period.find(text).orElseThrow();
  }
}
