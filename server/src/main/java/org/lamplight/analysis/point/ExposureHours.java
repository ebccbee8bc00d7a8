package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;

/** How much time each hour of the week really had, with days of 23 and 25 hours at changes of clocks. */
public final class ExposureHours {

  private ExposureHours() {}

  /**
   * Real hours by hour of the week, Monday 00:00 first.
   *
   * <ul>
   *   <li><b>Input</b>: local dates, the second not included, and the city's zone.
   *   <li><b>Output</b>: 168 hours that add up to the time between the two midnights.
   *   <li><b>Errors</b>: INVALID when the second date is not after the first, or more than 200 years are asked for.
   *   <li><b>Cost</b>: hours between.
   * </ul>
   */
  public static double[] of(LocalDate since, LocalDate until, ZoneId zone) {
    require(since.isBefore(until), "until: must be after since");
    require(ChronoUnit.YEARS.between(since, until) <= 200, "until: at most 200 years after since");
    Instant at = since.atStartOfDay(zone).toInstant();
    Instant end = until.atStartOfDay(zone).toInstant();
    double[] hours = new double[Aoristic.HOURS];
    while (at.isBefore(end)) {
      ZonedDateTime local = at.atZone(zone);
      int hour = (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
      Instant next = nextStep(local, at, zone);
      next = next.isBefore(end) ? next : end;
      hours[hour] += Duration.between(at, next).toSeconds() / 3600.0;
      at = next;
    }
    return hours;
  }

  /** The end of the local hour by the offset of now, or the next change of clocks. */
  private static Instant nextStep(ZonedDateTime local, Instant at, ZoneId zone) {
    Instant full = local
        .toLocalDateTime()
        .truncatedTo(ChronoUnit.HOURS)
        .plusHours(1)
        .toInstant(local.getOffset());
    ZoneOffsetTransition change = zone.getRules().nextTransition(at);
    return change != null && change.getInstant().isBefore(full) ? change.getInstant() : full;
  }
}
