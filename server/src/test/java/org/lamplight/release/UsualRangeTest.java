package org.lamplight.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsualRangeTest {

  @Test
  void fewerThanThreeYearsSayNothing() {
    assertNull(UsualRange.of(List.of(12, 14)));
    assertNotNull(UsualRange.of(List.of(12, 14, 13)));
  }

  /** Mean 16 of four years: 4 plus and minus sqrt(1.25) squared is 8.31 to 26.19. */
  @Test
  void theRangeIsThatOfTheFormula() {
    assertEquals(new UsualRange(9, 26, 4), UsualRange.of(List.of(16, 16, 16, 16)));
  }

  @Test
  void itHoldsExactlyTheCountsWhoseZLiesBelowTwo() {
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      int k = 3 + random.nextInt(3);
      List<Integer> earlier =
          IntStream.range(0, k).mapToObj(i -> random.nextInt(60)).toList();
      double mean = earlier.stream().mapToInt(Integer::intValue).average().orElseThrow();
      UsualRange range = UsualRange.of(earlier);
      assertNotNull(range);
      for (int x = 0; x < 200; x++) {
        double z = 2 * (Math.sqrt(x) - Math.sqrt(mean)) / Math.sqrt(1 + 1.0 / k);
        if (Math.abs(Math.abs(z) - 2) > 1e-9) {
          assertEquals(Math.abs(z) < 2, range.holds(x), earlier + " " + x);
        }
      }
    }
  }
}
