package org.lamplight.analysis.point;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lamplight.fault.Fault;

class PilesTest {

  /** A thousand spread events, then one place and another so many times. */
  private static Points with(int first, int second) {
    Points spread = Twelve.random(2, 1000, 9000, 9000);
    double[] x = Arrays.copyOf(spread.x(), 1000 + first + second);
    double[] y = Arrays.copyOf(spread.y(), 1000 + first + second);
    Arrays.fill(x, 1000, 1000 + first, 2500.5);
    Arrays.fill(y, 1000, 1000 + first, 7100);
    Arrays.fill(x, 1000 + first, x.length, 100);
    Arrays.fill(y, 1000 + first, y.length, 200);
    return new Points(x, y);
  }

  @Test
  void aPileIsFoundWithItsPlaceAndSize() {
    Piles.Result piles = Piles.of(with(30, 60));
    assertArrayEquals(new int[] {60, 30}, piles.sizes());
    assertArrayEquals(new int[] {1030, 1000}, piles.heads());
    assertEquals(1002, piles.places());
    String sentence = piles.warnings().get(0).sentence();
    assertTrue(
        sentence.startsWith("60 of 1090 events lie on exactly the same place (100.0, 200.0)"));
  }

  @Test
  void repeatAddressesAreNoPiles() {
    assertTrue(Piles.of(with(20, 3)).warnings().isEmpty());
  }

  @Test
  void pilesOfATenthOfAllEventsAreRefused() {
    assertDoesNotThrow(() -> Piles.refuse(with(60, 30)));
    assertThrows(Fault.class, () -> Piles.refuse(with(120, 0)));
  }
}
