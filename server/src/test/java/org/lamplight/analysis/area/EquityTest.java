package org.lamplight.analysis.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lamplight.fault.Fault;

@SuppressWarnings("NullAway") // the harm of a place may be unknown
class EquityTest {

  private static final double[] SIZES = {1e6, 1e6, 2e6, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6, 1e6};
  private static final double[] PEOPLE = {100, 200, 600, 400, 500, 600, 700, 800, 900, 1000};
  private static final double[] COUNTS = {1, 2, 6, 4, 5, 12, 14, 16, 18, 20};
  private static final double[] HARM = {100, 20, 6, 4, 5, 6, 7, 8, 100, 0};
  private static final boolean[] FLAGGED = {
    false, false, false, false, false, false, false, false, true, true
  };

  private static Equity.Result readout(boolean[] flagged) {
    return Equity.of(new Equity.Parameters(flagged, SIZES, PEOPLE, COUNTS, HARM));
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
  void fifthsByHarmAreOfDaysPerThousandResidents() {
    Equity.Result found = readout(FLAGGED);
    // The two flagged places, 900 and 1,000 residents, have 100 and no days: by harm they stand far
    // apart.
    assertEquals(0, found.byHarm().get(0).low(), 1e-12);
    assertEquals(100 / 100.0 * 1e3, found.byHarm().get(4).high(), 1e-12);
    assertEquals(10, found.byHarm().stream().mapToInt(Equity.Group::places).sum());
    assertEquals(2, found.byHarm().stream().mapToInt(Equity.Group::flagged).sum());
    assertEquals(
        0,
        Equity.of(new Equity.Parameters(FLAGGED, SIZES, PEOPLE, COUNTS, null))
            .byHarm()
            .size());
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
        Fault.class, () -> Equity.of(new Equity.Parameters(FLAGGED, SIZES, empty, COUNTS, null)));
  }
}
