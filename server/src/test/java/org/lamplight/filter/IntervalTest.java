package org.lamplight.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.fault.Fault;

class IntervalTest {

  private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

  @Test
  void aBareDateIsTheWholeDayOfTheCityEvenWhenClocksChange() {
    Interval day = Interval.parse("2024-03-10", ZONE);
    assertEquals(Instant.parse("2024-03-10T08:00:00Z"), day.since());
    assertEquals(Instant.parse("2024-03-11T07:00:00Z"), day.until());
  }

  @Test
  void anIntervalHoldsBothOfItsEnds() {
    Interval interval = Interval.parse("2024-01-01T00:00:00Z/2024-01-02T00:00:00Z", ZONE);
    assertEquals(Instant.parse("2024-01-01T00:00:00Z"), interval.since());
    assertEquals(Instant.parse("2024-01-02T00:00:00.000001Z"), interval.until());
  }

  @Test
  void anOpenEndIsWrittenAsTwoDotsOrNothing() {
    assertEquals(Interval.parse("../2024-01-01", ZONE), Interval.parse("/2024-01-01", ZONE));
    assertEquals(Interval.parse("2024-01-01/..", ZONE), Interval.parse("2024-01-01/", ZONE));
    assertEquals(null, Interval.parse("2024-01-01/..", ZONE).until());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "..",
        "../..",
        "/",
        "2024-02-30",
        "2024-1-1",
        "2024-01-02/2024-01-01",
        "yesterday",
        "2024-01-01T00:00:00",
        "2024-01-01/2024-01-02/2024-01-03",
        "2024-01-01T25:00:00Z"
      })
  void whatIsNeitherInstantNorDateIsRefusedByName(String text) {
    Fault fault = assertThrows(Fault.class, () -> Interval.parse(text, ZONE));
    assertTrue(fault.sentence().startsWith("datetime:"), fault.sentence());
  }
}
