package org.lamplight.analysis.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.analysis.chance.Oracle;
import org.lamplight.analysis.series.MannKendall;
import org.lamplight.fault.Fault;

class EmergingHotSpotsTest {

  private final Oracle r = Oracle.read("area/emerging.txt");
  private final int side = (int) r.numbers("size")[0];
  private final int periods = (int) r.numbers("size")[1];

  private Neighbors queen() {
    int[][] lists = new int[side * side][];
    for (int i = 0; i < lists.length; i++) {
      int unit = i;
      lists[i] = IntStream.range(0, side * side)
          .filter(j -> j != unit
              && Math.abs(unit % side - j % side) <= 1
              && Math.abs(unit / side - j / side) <= 1)
          .toArray();
    }
    return Neighbors.of(lists);
  }

  private double[][] counts() {
    double[][] counts = new double[side * side][];
    Arrays.setAll(counts, i -> r.numbers("count." + i));
    return counts;
  }

  @Test
  void everyBinTrendAndPatternIsThatOfR() {
    EmergingHotSpots.Result result =
        EmergingHotSpots.of(EmergingHotSpots.Parameters.of(counts(), queen()));
    for (int i = 0; i < side * side; i++) {
      r.assertSame("z." + i, result.z()[i], 1e-8);
      r.assertSame("p." + i, result.pAdjusted()[i], 1e-8);
      MannKendall.Result trend = result.trend()[i];
      double[] actual = {trend.s(), trend.variance(), trend.z(), trend.p(), trend.tau()};
      r.assertSame("trend." + i, actual, 1e-8);
      assertEquals(r.text("pattern." + i), result.pattern()[i].name(), "cell " + i);
    }
  }

  @Test
  void spaceAndTimeTogetherGiveTheGiStarOfSpdep() {
    double[][] counts = counts();
    counts[0][6] = 3;
    EmergingHotSpots.Result result =
        EmergingHotSpots.of(EmergingHotSpots.Parameters.of(counts, queen()));
    double[] flat = new double[side * side * periods];
    for (int t = 0; t < periods; t++) {
      for (int i = 0; i < side * side; i++) {
        flat[t * side * side + i] = result.z()[i][t];
      }
    }
    r.assertSame("full.z", flat, 1e-8);
  }

  /** One letter for each period: h hot, c cold, dot neither. */
  @ParameterizedTest
  @CsvSource({
    ".........h, 0, NEW_HOT",
    "........hh, 0, CONSECUTIVE_HOT",
    ".hhhhhhhhh, 0, PERSISTENT_HOT",
    ".hhhhhhhhh, 1, INTENSIFYING_HOT",
    "hhhhhhhhhh, -1, DIMINISHING_HOT",
    ".hhh..hh.h, 1, SPORADIC_HOT",
    ".ccc....hh, 0, OSCILLATING_HOT",
    "c........h, 0, OSCILLATING_HOT",
    "hhhhhhhhh., 0, HISTORICAL_HOT",
    "hhhh......, 0, NO_PATTERN",
    ".........., 1, NO_PATTERN",
    ".........c, 0, NEW_COLD",
    "........cc, 0, CONSECUTIVE_COLD",
    "cccccccccc, -1, INTENSIFYING_COLD",
    "cccccccccc, 1, DIMINISHING_COLD",
    "cccccccccc, 0, PERSISTENT_COLD",
    "c.c.c.c.cc, 0, SPORADIC_COLD",
    "hhh......c, 0, OSCILLATING_COLD",
    "ccccccccc., 0, HISTORICAL_COLD"
  })
  void eachPatternIsWhatItsWordsSay(String letters, int trend, Pattern expected) {
    int[] sides = letters.chars().map(c -> c == 'h' ? 1 : c == 'c' ? -1 : 0).toArray();
    assertEquals(expected, Pattern.of(sides, trend));
  }

  @Test
  void aPeriodThatIsNotOverIsRefused() {
    Fault fault = assertThrows(Fault.class, () -> EmergingHotSpots.requireComplete(false));
    assertTrue(fault.sentence().contains("not complete"));
  }

  @Test
  void fewPeriodsAreWarnedOf() {
    double[][] counts = {{1, 2, 3}, {2, 2, 4}, {0, 1, 0}};
    EmergingHotSpots.Result result = EmergingHotSpots.of(EmergingHotSpots.Parameters.of(
        counts, Neighbors.of(new int[][] {{1}, {0, 2}, {1}})));
    assertTrue(result.warnings().get(0).belowMinimum());
    assertEquals("new hot spot", Pattern.NEW_HOT.label());
  }
}
