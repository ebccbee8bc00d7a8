package org.lamplight.release.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.lamplight.release.Period;

/** Names of periods and days. */
final class PeriodText {

  private PeriodText() {}

  /** Within a sentence: May 2024; April to June 2024; 2024. */
  static String of(Period period, Words words) {
    return switch (period.grain()) {
      case MONTH -> of(period.firstMonth(), words);
      case QUARTER ->
        words.say(
            "period.quarter",
            "first",
            words.month(period.firstMonth().getMonth()),
            "last",
            words.month(period.lastMonth().getMonth()),
            "year",
            String.valueOf(period.year()));
      case YEAR -> String.valueOf(period.year());
    };
  }

  static String of(YearMonth month, Words words) {
    return words.say(
        "period.month",
        "month",
        words.month(month.getMonth()),
        "year",
        String.valueOf(month.getYear()));
  }

  /** The day of an instant by the city's calendar. */
  static String on(Instant instant, ZoneId zone, Words words) {
    return words.day(LocalDate.ofInstant(instant, zone));
  }
}
