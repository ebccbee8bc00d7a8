package org.lamplight.study;

import static org.lamplight.fault.Fault.require;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Interval;

/**
 * Periods of whole local days, one after the other: equally long, or calendar months.
 *
 * @param edges the days since 1970 on which they begin, and the day after the last one
 */
record LayerTime(List<Long> edges) {

  /**
   * The periods that end with the filter's time, or before the last day on which anything is recorded where the filter has no end;
   * months end with the last one that is over by then.
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
    LayerTime time = new LayerTime(edges(periods, end));
    Instant since = asked == null ? null : asked.since();
    if (since != null && day(since, zone) > time.edges.get(0)) {
      throw Fault.invalid("layer.periods: " + periods.count() + " periods of "
          + (periods.months() ? "a month" : periods.days() + " days") + " begin on "
          + time.begins(0) + ", before the filter's datetime; take fewer, or begin earlier");
    }
    return time;
  }

  private static List<Long> edges(Layer.Periods periods, long end) {
    LocalDate month = LocalDate.ofEpochDay(end).withDayOfMonth(1);
    return IntStream.rangeClosed(0, periods.count())
        .map(i -> periods.count() - i)
        .mapToObj(back -> periods.months()
            ? month.minusMonths(back).toEpochDay()
            : end - (long) periods.days() * back)
        .toList();
  }

  /** A moment within a day belongs to the day; the end of an interval that is moved on by a microsecond does too. */
  static long day(Instant at, ZoneId zone) {
    LocalDate date = LocalDate.ofInstant(at, zone);
    boolean start = Objects.equals(date.atStartOfDay(zone).toInstant(), at);
    return start ? date.toEpochDay() : date.toEpochDay() + 1;
  }

  /** INVALID where nothing was recorded yet when the first period began: it would count as quiet. */
  void requireSince(LocalDate known) {
    require(
        !known.isAfter(begins(0)),
        "layer.periods: incidents are recorded from " + known + ", and " + count()
            + " periods begin on " + begins(0) + "; take fewer, or end later");
  }

  int count() {
    return edges.size() - 1;
  }

  /** The period that holds the local day; -1 for none. */
  int period(double day) {
    int at = Collections.binarySearch(edges, (long) day);
    int period = at >= 0 ? at : -at - 2;
    return period < count() ? period : -1;
  }

  /** The whole time as the filter parameter spells it. */
  String datetime() {
    return begins(0) + "/" + lastDay();
  }

  LocalDate begins(int period) {
    return LocalDate.ofEpochDay(edges.get(period));
  }

  /** The last day of the last period. */
  LocalDate lastDay() {
    return begins(count()).minusDays(1);
  }

  /** How many days each period has. */
  double[] days() {
    return IntStream.range(0, count())
        .mapToDouble(i -> edges.get(i + 1) - edges.get(i))
        .toArray();
  }

  /** The periods in a sentence. */
  String said() {
    double[] days = days();
    boolean equal = Arrays.stream(days).allMatch(each -> each == days[0]);
    return count() + " periods of "
        + (equal ? (long) days[0] + " days" : "a calendar month each") + " from " + begins(0)
        + ", the last one from " + begins(count() - 1) + ".";
  }
}
