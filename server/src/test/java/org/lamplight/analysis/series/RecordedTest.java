package org.lamplight.analysis.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RecordedTest {

  @Test
  void straysOfEarlierYearsAndAMissingFileAreNoQuietTime() {
    // As a city's downloads have it: strays of years before, then a month of which the file is
    // missing.
    double[] months = {
      1, 0, 1, 13, 1, 3, 5, 6, 4, 7, 101, 2196, 1779, 1575, 1132, 1342, 118, 2041, 1800
    };
    boolean[] missing = Recorded.missing(months);
    boolean[] expected = new boolean[months.length];
    java.util.Arrays.fill(expected, 0, 11, true);
    expected[16] = true;
    assertArrayEquals(expected, missing);
  }

  @Test
  void fewIncidentsByChanceAreNotMissing() {
    SplittableRandom random = new SplittableRandom(3);
    int missing = 0;
    for (int round = 0; round < 200; round++) {
      double[] weeks = new double[100];
      for (int event = 0; event < 300; event++) {
        weeks[random.nextInt(100)]++;
      }
      for (boolean each : Recorded.missing(weeks)) {
        missing += each ? 1 : 0;
      }
    }
    assertEquals(0, missing);
    assertArrayEquals(new boolean[3], Recorded.missing(new double[3]));
  }

  @Test
  void aDeepFallIsAFallAndNoGap() {
    assertArrayEquals(new boolean[4], Recorded.missing(new double[] {1000, 1000, 300, 1000}));
  }
}
