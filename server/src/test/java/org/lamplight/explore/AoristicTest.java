package org.lamplight.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lamplight.incident.CountColumns;

/** Rules of the R package aoristic 1.1.1, worked by hand, and the sum of weights. */
class AoristicTest {

  @Test
  void anHourThatBeginsAtFiveToElevenIsSplitByMinutes() {
    double[] hours = spread(10 * 60 + 55, 60);
    assertEquals(5 / 60.0, hours[10], 1e-12);
    assertEquals(55 / 60.0, hours[11], 1e-12);
  }

  @Test
  void aSpanOverTheEndOfTheWeekGoesOnOnMonday() {
    double[] hours = spread(167 * 60 + 30, 120);
    assertEquals(0.25, hours[167], 1e-12);
    assertEquals(0.5, hours[0], 1e-12);
    assertEquals(0.25, hours[1], 1e-12);
  }

  @Test
  void noSpanAMissingEndAndAReversedOneGoToTheirStart() {
    Aoristic counted = new Aoristic();
    counted.add(100, 0);
    counted.add(100, 1);
    counted.add(100, CountColumns.NO_END);
    counted.add(100, CountColumns.REVERSED);
    counted.add(100, CountColumns.LONG);
    assertEquals(4, counted.hourOfWeek()[1]);
    assertEquals(new Aoristic.Counts(0, 1, 1, 1), counted.counts());
  }

  @Test
  void weightsAddUpToTheIncidentsAndEqualThoseMinuteByMinute() {
    SplittableRandom random = new SplittableRandom(8);
    Aoristic one = new Aoristic();
    Aoristic other = new Aoristic();
    double[] expected = new double[168];
    for (int i = 0; i < 2_000; i++) {
      int start = random.nextInt(10_080);
      int span = 2 + random.nextInt(i % 2 == 0 ? 300 : 10_078);
      (i % 3 == 0 ? one : other).add(start, span);
      for (int minute = start; minute < start + span; minute++) {
        expected[minute / 60 % 168] += 1.0 / span;
      }
    }
    one.add(other);
    double[] hours = one.hourOfWeek();
    assertEquals(2_000, Arrays.stream(hours).sum(), 1e-6);
    for (int hour = 0; hour < 168; hour++) {
      assertEquals(expected[hour], hours[hour], 1e-8);
    }
  }

  private static double[] spread(int start, int span) {
    Aoristic counted = new Aoristic();
    counted.add(start, span);
    return counted.hourOfWeek();
  }
}
