package org.lamplight.explore.view;

import static org.lamplight.fault.Fault.require;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.lamplight.fault.Fault;

/** Days of the city, both included. */
record Period(LocalDate from, LocalDate until) {

  private static final String BARE = "\\d{4}-\\d{2}-\\d{2}/\\d{4}-\\d{2}-\\d{2}";

  /** Reads two dates with a slash between; a name to complain by. */
  static Period parse(String name, String text) {
    require(
        text.matches(BARE),
        name + ": two dates are needed to compare, such as 2024-01-01/2024-03-31");
    try {
      Period period =
          new Period(LocalDate.parse(text.substring(0, 10)), LocalDate.parse(text.substring(11)));
      require(!period.until.isBefore(period.from), name + ": the period ends before it begins");
      return period;
    } catch (DateTimeException e) {
      throw Fault.invalid(name + ": is no date of the calendar");
    }
  }

  long days() {
    return ChronoUnit.DAYS.between(from, until) + 1;
  }

  /** The same dates so many years before; 29 February becomes 28 February. */
  Period yearsBefore(int years) {
    return new Period(from.minusYears(years), until.minusYears(years));
  }

  boolean meets(Period other) {
    return !from.isAfter(other.until) && !until.isBefore(other.from);
  }

  /** As the parameter datetime reads it. */
  String text() {
    return from + "/" + until;
  }
}
