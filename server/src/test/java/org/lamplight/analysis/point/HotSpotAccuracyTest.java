package org.lamplight.analysis.point;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.lamplight.fault.Fault;

@SuppressWarnings("NullAway") // it does not see in class files that an array may be null
class HotSpotAccuracyTest {

  private static final double[] OBSERVED = {6, 7, 3, 2, 1, 0};
  private static final double[] PREDICTED = {8, 4, 4, 2, 1, 0};

  private static HotSpotAccuracy.Result accuracy(double[] observed, double[] predicted) {
    return HotSpotAccuracy.of(HotSpotAccuracy.Parameters.of(observed, predicted));
  }

  @Test
  void threeCellsHaveTheFiguresOfPtools() {
    HotSpotAccuracy.Result result = accuracy(new double[] {6, 3, 0}, new double[] {3, 2, 1});
    assertArrayEquals(new double[] {2, 1.5, 1}, result.pai(), 1e-12);
    assertArrayEquals(new double[] {1, 1, 1}, result.pei(), 1e-12);
  }

  @Test
  void sixCellsHaveTheFiguresOfPtoolsAndTiesGoToTheLowestObserved() {
    HotSpotAccuracy.Result result = accuracy(OBSERVED, PREDICTED);
    assertArrayEquals(new int[] {0, 2, 1, 3, 4, 5}, result.order());
    double[] pai = {1.894737, 1.421053, 1.684211, 1.421053, 1.2, 1};
    assertArrayEquals(pai, result.pai(), 5e-7);
    assertArrayEquals(new double[] {.857143, .692308, 1, 1, 1, 1}, result.pei(), 5e-7);
    assertArrayEquals(new double[] {4 / 3.0, 4 / 3.0, 1, 1, 1, 1}, result.rri(), 1e-12);
    assertTrue(Double.isNaN(result.rriLevine()[0]));
  }

  @Test
  void recaptureComparesSharesOfBothPeriods() {
    double[] earlier = {12, 2, 2, 2, 1, 1};
    HotSpotAccuracy.Result result = HotSpotAccuracy.of(new HotSpotAccuracy.Parameters(
        OBSERVED, PREDICTED, new double[] {1, 1, 1, 1, 1, 1}, earlier));
    assertEquals(6 / 19.0 / (12 / 20.0), result.rriLevine()[0], 1e-12);
    assertEquals(1, result.rriLevine()[5], 1e-12);
  }

  @Test
  void aShareOfAreaFlagsAsManyWholeCellsAsItHolds() {
    double[] area = {1, 2, 1, 4, 1, 1};
    HotSpotAccuracy.Result result =
        HotSpotAccuracy.of(HotSpotAccuracy.Parameters.of(OBSERVED, PREDICTED, area));
    HotSpotAccuracy.Point point = result.at(0.2);
    assertEquals(2, point.cells());
    assertEquals(9 / 19.0, point.hitShare(), 1e-12);
    assertEquals(9 / 19.0 / 0.2, point.pai(), 1e-12);
    // The two cells with the highest observed density are the first and the second, on three tenths
    // of the area.
    assertEquals(9 / 0.2 / (13 / 0.3), point.pei(), 1e-12);
    assertEquals(1, result.at(0.001).cells());
  }

  @Property(tries = 50)
  void noMapBeatsTheBestAndAllOfTheAreaHoldsAll(
      @ForAll @IntRange(min = 1, max = 40) int cells, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] drawn = new double[3][cells];
    for (int i = 0; i < cells; i++) {
      drawn[0][i] = random.nextInt(6) + (i == 0 ? 1 : 0);
      drawn[1][i] = random.nextInt(6);
      drawn[2][i] = 1 + random.nextInt(3);
    }
    HotSpotAccuracy.Result result =
        HotSpotAccuracy.of(HotSpotAccuracy.Parameters.of(drawn[0], drawn[1], drawn[2]));
    for (double pei : accuracy(drawn[0], drawn[1]).pei()) {
      assertTrue(pei >= 0 && pei <= 1 + 1e-12, "PEI " + pei);
    }
    assertEquals(1, result.hitShare()[cells - 1], 1e-12);
    assertEquals(1, result.pai()[cells - 1], 1e-12);
  }

  @Test
  void nothingObservedIsRefusedAndFewEventsAreWarnedOf() {
    assertThrows(Fault.class, () -> accuracy(new double[3], new double[] {1, 2, 3}));
    assertThrows(Fault.class, () -> accuracy(new double[3], new double[2]));
    assertTrue(accuracy(OBSERVED, PREDICTED).warnings().get(0).belowMinimum());
    assertEquals(2, accuracy(OBSERVED, new double[6]).warnings().size());
  }

  /** Weeks in which the first cells of 20 are hot, a map that knows it, and a year's counts that say it less clearly. */
  private static BackTest.Fold fold(long seed, boolean knows) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] weeks = new double[13][20];
    for (double[] week : weeks) {
      for (int event = 0; event < 12; event++) {
        week[random.nextInt(2) == 0 ? random.nextInt(2) : random.nextInt(20)]++;
      }
    }
    double[] map = new double[20];
    double[] year = new double[20];
    for (int cell = 0; cell < 20; cell++) {
      map[cell] = knows && cell < 2 ? 10 : 1;
      year[cell] = cell == 0 ? 10 : cell == 7 ? 9 : 1;
    }
    return new BackTest.Fold(map, year, weeks);
  }

  private static BackTest.Result backTest(boolean knows) {
    List<BackTest.Fold> folds = List.of(fold(1, knows), fold(2, knows), fold(3, knows));
    return BackTest.run(BackTest.Parameters.of(folds, 0.1, 999, 5));
  }

  @Test
  void aMapThatKnowsMoreBeatsLastYear() {
    BackTest.Result result = backTest(true);
    assertTrue(result.beatsBaseline());
    assertTrue(result.hitDifference().low() < result.hitDifference().value());
    assertTrue(result.hitDifference().value() < result.hitDifference().high());
    double hits = 0;
    double all = 0;
    for (long seed = 1; seed <= 3; seed++) {
      double[] observed = fold(seed, true).observed();
      hits += observed[0] + observed[1];
      all += Arrays.stream(observed).sum();
    }
    assertEquals(hits / all, result.predicted().hitShare().value(), 1e-12);
    assertEquals(hits / all / 0.1, result.predicted().pai().value(), 1e-12);
    assertEquals(3, result.folds().size());
  }

  @Test
  void aMapThatKnowsNothingDoesNotBeatLastYear() {
    BackTest.Result result = backTest(false);
    assertTrue(!result.beatsBaseline());
    assertTrue(result.paiDifference().value() < 0);
  }

  @Test
  void theSameSeedGivesTheSameIntervals() {
    assertEquals(backTest(true).hitDifference(), backTest(true).hitDifference());
  }

  @Test
  void foldsOfDifferentCellsAreRefused() {
    BackTest.Fold odd = new BackTest.Fold(new double[3], new double[3], new double[1][3]);
    assertThrows(
        Fault.class, () -> BackTest.Parameters.of(List.of(fold(1, true), odd), 0.1, 999, 5));
    assertThrows(Fault.class, () -> BackTest.Parameters.of(List.of(), 0.1, 999, 5));
  }

  @Test
  void giniAndItsGeneralisationAreThoseWorkedOutByHand() {
    assertGini(new double[] {0, 0, 1, 1}, .5, 0);
    assertGini(new double[] {0, 0, 0, 0, 0, 0, 0, 1, 1, 3}, .78, .56);
    assertGini(OBSERVED, .447368421, .447368421);
    assertGini(new double[] {1, 1, 1, 1}, 0, 0);
    assertThrows(Fault.class, () -> Gini.of(new double[4]));
    double[][] curve = Gini.lorenz(OBSERVED);
    assertEquals(7 / 19.0, curve[1][1], 1e-12);
    assertEquals(1, curve[1][6], 1e-12);
  }

  private static void assertGini(double[] counts, double gini, double generalised) {
    Gini.Result result = Gini.of(counts);
    assertEquals(gini, result.gini(), 5e-10);
    assertEquals(generalised, result.generalised(), 5e-10);
  }
}
