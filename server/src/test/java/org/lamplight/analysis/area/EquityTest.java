package org.lamplight.analysis.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lamplight.fault.Fault;

class EquityTest {

  private static final double[] SIZES = {1e6, 1e6, 2e6, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6};
  private static final double[] PEOPLE = {100, 200, 600, 400, 500, 600, 700, 800, 900, 1000};
  private static final double[] COUNTS = {1, 2, 6, 4, 5, 12, 14, 16, 18, 20};
  private static final boolean[] FLAGGED = {
    false, false, false, false, false, false, false, false, true, true
  };

  private static Equity.Result readout(boolean[] flagged) {
    return Equity.of(new Equity.Parameters(flagged, SIZES, PEOPLE, COUNTS));
  }

  @Test
  void sharesOfGroundAndPeopleAreThoseOfTheFlaggedPlaces() {
    Equity.Group all = readout(FLAGGED).all();
    assertEquals(2.0 / 11, all.areaShare(), 1e-12);
    assertEquals(1900.0 / 5800, all.peopleShare(), 1e-12);
  }

  @Test
  void fifthsHoldEachPlaceOnceAndTheDensestHoldsTheFlagged() {
    Equity.Result found = readout(FLAGGED);
    assertEquals(10, found.byDensity().stream().mapToInt(Equity.Group::places).sum());
    assertEquals(5800, found.byRate().stream().mapToDouble(Equity.Group::people).sum(), 1e-9);
    assertEquals(1, found.byDensity().get(4).peopleShare(), 1e-12);
    assertEquals(0, found.byDensity().get(0).peopleShare(), 1e-12);
  }

  @Test
  void nothingFlaggedIsSaid() {
    assertEquals(1, readout(new boolean[10]).warnings().size());
  }

  @Test
  void placesWithoutResidentsAreRefused() {
    double[] empty = Arrays.copyOf(PEOPLE, 10);
    empty[3] = 0;
    assertThrows(
        Fault.class, () -> Equity.of(new Equity.Parameters(FLAGGED, SIZES, empty, COUNTS)));
  }
}
