package org.lamplight.analysis.point;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lamplight.fault.Fault;

class AoristicTest {

  private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
  private static final int FRIDAY = 4 * 24;

  private static Aoristic.Result of(String from, @Nullable String until) {
    return Aoristic.hourOfWeek(parameters(from, until, false));
  }

  private static Aoristic.Parameters parameters(
      String from, @Nullable String until, boolean leaveOut) {
    LocalDateTime end = until == null ? null : LocalDateTime.parse(until);
    return new Aoristic.Parameters(
        new LocalDateTime[] {LocalDateTime.parse(from)}, new LocalDateTime[] {end}, leaveOut);
  }

  @Test
  void anHourOverTwoClockHoursIsSharedByMinutes() {
    double[] week = of("2026-05-04T10:55", "2026-05-04T11:55").hourOfWeek();
    assertEquals(5 / 60.0, week[10], 1e-12);
    assertEquals(55 / 60.0, week[11], 1e-12);
  }

  @Test
  void aNightFromFridayToSaturdayIsSharedByMinutes() {
    double[] week = of("2026-05-08T22:30", "2026-05-09T01:30").hourOfWeek();
    assertEquals(30 / 180.0, week[FRIDAY + 22], 1e-12);
    assertEquals(60 / 180.0, week[FRIDAY + 23], 1e-12);
    assertEquals(60 / 180.0, week[FRIDAY + 24], 1e-12);
    assertEquals(30 / 180.0, week[FRIDAY + 25], 1e-12);
  }

  @Test
  void fromSundayNightTheWeekBeginsAnew() {
    double[] week = of("2026-05-10T23:30", "2026-05-11T00:30").hourOfWeek();
    assertEquals(.5, week[167], 1e-12);
    assertEquals(.5, week[0], 1e-12);
  }

  @Test
  void withoutEndOrReversedAllIsInTheHourOfTheStart() {
    Aoristic.Result open = of("2026-05-04T10:55", null);
    Aoristic.Result reversed = of("2026-05-04T10:55", "2026-05-04T09:00");
    Aoristic.Result minute = of("2026-05-04T10:59", "2026-05-04T11:00");
    assertEquals(1, open.hourOfWeek()[10], 0);
    assertEquals(1, open.withoutEnd());
    assertEquals(1, reversed.hourOfWeek()[10], 0);
    assertEquals(1, reversed.reversed());
    assertEquals(1, minute.hourOfWeek()[10], 0);
  }

  @Test
  void aWeekOrLongerIsSpreadEvenlyOrLeftOut() {
    Aoristic.Result spread = of("2026-05-04T10:00", "2026-05-11T10:00");
    double[] even = new double[168];
    Arrays.fill(even, 1 / 168.0);
    assertArrayEquals(even, spread.hourOfWeek(), 1e-15);
    assertEquals(1, spread.weekOrLonger());
    Aoristic.Result left =
        Aoristic.hourOfWeek(parameters("2026-05-04T10:00", "2026-05-11T10:00", true));
    assertEquals(0, Arrays.stream(left.hourOfWeek()).sum(), 0);
    assertEquals(1, left.leftOut());
  }

  @Property(tries = 60)
  void weightsAddUpToTheEvents(
      @ForAll @Size(min = 1, max = 50) long @LongRange(min = -9_000_000, max = 90_000_000) [] from,
      @ForAll @LongRange(min = -100, max = 12_000) long span) {
    long[] until = Arrays.stream(from).map(minute -> minute + span).toArray();
    Aoristic.Result result = Aoristic.ofMinutes(from, until, false);
    assertEquals(from.length, Arrays.stream(result.hourOfWeek()).sum(), 1e-9);
  }

  @Test
  void minutesAndDateTimesAgree() {
    LocalDateTime from = LocalDateTime.parse("2026-05-08T22:17");
    long minute = from.toEpochSecond(java.time.ZoneOffset.UTC) / 60;
    assertArrayEquals(
        of("2026-05-08T22:17", "2026-05-10T03:05").hourOfWeek(),
        Aoristic.ofMinutes(
                new long[] {minute}, new long[] {minute + 43 + 24 * 60 + 60 + 185}, false)
            .hourOfWeek(),
        1e-12);
  }

  @Test
  void theBandHoldsTheWeightAndIsTheSameForTheSameSeed() {
    LocalDateTime[] from = new LocalDateTime[200];
    @Nullable LocalDateTime[] until = new LocalDateTime[200];
    for (int i = 0; i < 200; i++) {
      from[i] = LocalDateTime.of(2026, 5, 4, 0, 0).plusHours(i % 40).plusMinutes(i);
      until[i] = from[i].plusMinutes(20L + i);
    }
    Aoristic.Parameters parameters = new Aoristic.Parameters(from, until, true);
    double[] week = Aoristic.hourOfWeek(parameters).hourOfWeek();
    Aoristic.Band band = Aoristic.bootstrap(parameters, 499, 3);
    for (int hour = 0; hour < 168; hour++) {
      assertTrue(band.low()[hour] <= week[hour] + 1e-9 && band.high()[hour] >= week[hour] - 1e-9);
    }
    assertArrayEquals(band.low(), Aoristic.bootstrap(parameters, 499, 3).low());
  }

  @Test
  void noEventsAreRefused() {
    assertThrows(Fault.class, () -> Aoristic.ofMinutes(new long[0], new long[0], false));
    assertThrows(Fault.class, () -> Aoristic.ofMinutes(new long[1], new long[0], false));
  }

  @Test
  void theWeekInWhichClocksGoForwardHas167Hours() {
    double[] hours =
        ExposureHours.of(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 9), LOS_ANGELES);
    assertEquals(167, Arrays.stream(hours).sum(), 1e-9);
    assertEquals(0, hours[6 * 24 + 2], 0);
    assertEquals(1, hours[6 * 24 + 3], 0);
  }

  @Test
  void theWeekInWhichClocksGoBackHas169Hours() {
    double[] hours =
        ExposureHours.of(LocalDate.of(2026, 10, 26), LocalDate.of(2026, 11, 2), LOS_ANGELES);
    assertEquals(169, Arrays.stream(hours).sum(), 1e-9);
    assertEquals(2, hours[6 * 24 + 1], 0);
  }

  @Test
  void changesOfHalfAnHourCountHalfAnHour() {
    ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");
    double[] hours = ExposureHours.of(LocalDate.of(2026, 4, 5), LocalDate.of(2026, 4, 6), lordHowe);
    assertEquals(24.5, Arrays.stream(hours).sum(), 1e-9);
    assertEquals(1.5, hours[6 * 24 + 1], 1e-9);
  }

  @Test
  void datesReversedAreRefused() {
    LocalDate day = LocalDate.of(2026, 4, 5);
    assertThrows(Fault.class, () -> ExposureHours.of(day, day, LOS_ANGELES));
  }
}
