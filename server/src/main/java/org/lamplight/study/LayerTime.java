package org.lamplight.study;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Interval;

/**
 * Equal periods of whole local days.
 *
 * @param firstDay the day since 1970 on which the first begins
 */
record LayerTime(long firstDay, int days, int count) {

  /**
   * The periods that end with the filter's time, or before the last day on which anything is recorded where the filter has no end.
   *
   * @param lastDay the last local day on which anything is recorded: it may not be over
   */
  static LayerTime of(
      Layer.Periods periods, @Nullable String datetime, ZoneId zone, LocalDate lastDay) {
    Interval asked = datetime == null ? null : Interval.parse(datetime, zone);
    Instant until = asked == null ? null : asked.until();
    long end = until == null ? lastDay.toEpochDay() : day(until, zone);
    if (end > lastDay.toEpochDay() + 1) {
      throw Fault.invalid("the last period is not complete: incidents are recorded up to " + lastDay
          + "; let the filter's datetime end there or earlier");
    }
    long first = end - (long) periods.days() * periods.count();
    Instant since = asked == null ? null : asked.since();
    if (since != null && day(since, zone) > first) {
      throw Fault.invalid("layer.periods: " + periods.count() + " periods of " + periods.days()
          + " days begin on " + LocalDate.ofEpochDay(first)
          + ", before the filter's datetime; take fewer, or begin earlier");
    }
    return new LayerTime(first, periods.days(), periods.count());
  }

  /** A moment within a day belongs to the day; the end of an interval that is moved on by a microsecond does too. */
  private static long day(Instant at, ZoneId zone) {
    LocalDate date = LocalDate.ofInstant(at, zone);
    boolean start = Objects.equals(date.atStartOfDay(zone).toInstant(), at);
    return start ? date.toEpochDay() : date.toEpochDay() + 1;
  }

  /** The period that holds the local day; -1 for none. */
  int period(double day) {
    long at = Math.floorDiv((long) day - firstDay, days);
    return at >= 0 && at < count ? (int) at : -1;
  }

  /** The whole time as the filter parameter spells it. */
  String datetime() {
    return LocalDate.ofEpochDay(firstDay) + "/"
        + LocalDate.ofEpochDay(firstDay + (long) days * count - 1);
  }

  LocalDate begins(int period) {
    return LocalDate.ofEpochDay(firstDay + (long) period * days);
  }
}
