package org.lamplight.study;

import static org.lamplight.fault.Fault.invalid;
import static org.lamplight.fault.Fault.require;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lamplight.filter.Interval;
import org.lamplight.incident.Summary;

/** From when until when a city's incidents are recorded; what was found holds for a data version. */
final class LayerDates {

  private final Map<String, Since> since = new ConcurrentHashMap<>();

  private record Since(long version, LocalDate day) {}

  /** The day from which on the city has records, strays of earlier years left aside. */
  LocalDate recordedFrom(LayerQuestion question, Summary known) {
    String city = question.loaded().city().slug();
    long version = question.loaded().version();
    Since present = since.get(city);
    if (present == null || present.version() != version) {
      present = new Since(version, find(question, known));
      since.put(city, present);
    }
    return present.day();
  }

  private static LocalDate find(LayerQuestion question, Summary known) {
    LocalDate first = day(known.from());
    LocalDate last = day(known.until());
    int months = (int) ChronoUnit.MONTHS.between(first.withDayOfMonth(1), last.withDayOfMonth(1));
    if (months < 1) {
      return first;
    }
    ZoneId zone = question.loaded().city().profile().zone();
    LayerTime time = LayerTime.of(new Layer.Periods(0, months, true), null, zone, last);
    boolean[] missing = LayerPeriods.missing(question, time);
    int month = 0;
    while (month < months - 1 && missing[month]) {
      month++;
    }
    return later(first, time.begins(month));
  }

  private static LocalDate day(@Nullable String date) {
    if (date == null) {
      throw invalid("the city has no incidents yet");
    }
    return LocalDate.parse(date);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** First day, and the day after the last, of what the filter's datetime and the records have in common. */
  LocalDate[] range(LayerQuestion question, Summary known) {
    ZoneId zone = question.loaded().city().profile().zone();
    LocalDate from = recordedFrom(question, known);
    LocalDate until = day(known.until()).plusDays(1);
    String datetime = question.layer().filter().get("datetime");
    if (datetime != null) {
      Interval asked = Interval.parse(datetime, zone);
      from = later(from, asked.since() == null ? from : LocalDate.ofInstant(asked.since(), zone));
      LocalDate end =
          asked.until() == null ? until : LocalDate.ofEpochDay(LayerTime.day(asked.until(), zone));
      until = end.isBefore(until) ? end : until;
    }
    require(from.isBefore(until), "layer.filter.datetime: nothing is recorded then");
    return new LocalDate[] {from, until};
  }
}
