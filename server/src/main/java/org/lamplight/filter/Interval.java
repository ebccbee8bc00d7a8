package org.lamplight.filter;

import static org.lamplight.fault.Fault.require;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;

/**
 * The value of a {@code datetime} parameter as [since, until). OGC intervals hold both ends, so an end that is an instant is
 * moved on by a microsecond, the database's resolution; a bare date is the whole day of the city.
 */
public record Interval(@Nullable Instant since, @Nullable Instant until) {

  /** Reads an instant, a date, or two of them with a slash between; {@code ..} or nothing leaves an end open. */
  public static Interval parse(String text, ZoneId zone) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      require(
          !text.isEmpty() && !text.equals(".."),
          "datetime: an instant, a date or an interval is needed");
      return new Interval(start(text, zone), end(text, zone));
    }
    String first = text.substring(0, slash);
    String last = text.substring(slash + 1);
    boolean openStart = open(first);
    boolean openEnd = open(last);
    require(!(openStart && openEnd), "datetime: an interval cannot be open at both ends");
    Instant since = openStart ? null : start(first, zone);
    Instant until = openEnd ? null : end(last, zone);
    require(
        since == null || until == null || since.isBefore(until),
        "datetime: the interval ends before it begins");
    return new Interval(since, until);
  }

  private static boolean open(String text) {
    return text.isEmpty() || text.equals("..");
  }

  private static Instant start(String text, ZoneId zone) {
    return bareDate(text) ? date(text).atStartOfDay(zone).toInstant() : instant(text);
  }

  private static Instant end(String text, ZoneId zone) {
    return bareDate(text)
        ? date(text).plusDays(1).atStartOfDay(zone).toInstant()
        : instant(text).plus(1, ChronoUnit.MICROS);
  }

  private static boolean bareDate(String text) {
    return text.indexOf('T') < 0 && text.indexOf('t') < 0;
  }

  private static LocalDate date(String text) {
    try {
      require(text.length() == 10, wrong(text));
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Fault.invalid(wrong(text));
    }
  }

  private static Instant instant(String text) {
    try {
      Instant parsed = OffsetDateTime.parse(text).toInstant();
      require(Math.abs(parsed.getEpochSecond()) < 250_000_000_000L, wrong(text));
      return parsed;
    } catch (DateTimeException e) {
      throw Fault.invalid(wrong(text));
    }
  }

  private static String wrong(String text) {
    String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return "datetime: '" + shown
        + "' is neither an RFC 3339 instant (2024-01-31T00:00:00Z) nor a date (2024-01-31)";
  }
}
