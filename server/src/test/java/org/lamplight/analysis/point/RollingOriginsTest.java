package org.lamplight.analysis.point;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamplight.fault.Fault;

/** Figures worked out by hand on four cells of 100 m in a row. */
class RollingOriginsTest {

  private static final double[][] TESTS = {{400, 414}, {414, 428}};
  private final List<double[]> events = new ArrayList<>();

  private void put(int cell, int count, double day) {
    for (int i = 0; i < count; i++) {
      events.add(new double[] {cell, day});
    }
  }

  /** Last year most lay in cell 0, of late more in cell 1, and then in both by turns. */
  private void story() {
    put(0, 10, 100);
    put(1, 4, 390);
    put(0, 3, 401);
    put(1, 1, 413);
    put(0, 1, 415);
    put(1, 3, 427);
  }

  private RollingOrigins.Events made() {
    double[] x = events.stream().mapToDouble(event -> 50 + 100 * event[0]).toArray();
    double[] y = new double[x.length];
    Arrays.fill(y, 50);
    return new RollingOrigins.Events(
        new Points(x, y),
        events.stream().mapToDouble(event -> event[1]).toArray(),
        events.stream().mapToInt(event -> (int) event[0]).toArray());
  }

  private static RollingOrigins.Cells cells() {
    double[] area = {10_000, 10_000, 10_000, 10_000};
    return new RollingOrigins.Cells(
        new Points(new double[] {50, 150, 250, 350}, new double[] {50, 50, 50, 50}), area);
  }

  private BackTest.Result judged(RollingOrigins.Surface map) {
    return BackTest.run(new BackTest.Parameters(
        RollingOrigins.folds(made(), cells(), TESTS, map), cells().area(), 0.25, 99, 1));
  }

  @Test
  void countsOfTheYearBeforeAreScaledToTheTest() {
    story();
    List<BackTest.Fold> folds =
        RollingOrigins.folds(made(), cells(), TESTS, new RollingOrigins.Surface(14, 0));
    assertArrayEquals(
        new double[] {10 * 14 / 365.0, 4 * 14 / 365.0, 0, 0}, folds.get(0).baseline(), 1e-12);
    assertArrayEquals(
        new double[] {13 * 14 / 365.0, 5 * 14 / 365.0, 0, 0}, folds.get(1).baseline(), 1e-12);
    assertArrayEquals(new double[] {0, 4, 0, 0}, folds.get(0).predicted(), 1e-12);
    assertArrayEquals(new double[] {3, 1, 0, 0}, folds.get(1).predicted(), 1e-12);
    assertArrayEquals(new double[][] {{1, 0, 0, 0}, {0, 3, 0, 0}}, folds.get(1).weeks());
  }

  @Test
  void mapOfLateCountsLosesHereToLastYears() {
    story();
    BackTest.Result found = judged(new RollingOrigins.Surface(14, 0));
    assertEquals(0.25, found.predicted().hitShare().value(), 1e-12);
    assertEquals(0.5, found.baseline().hitShare().value(), 1e-12);
    assertEquals(2, found.baseline().pai().value(), 1e-12);
    assertEquals((1 + 1 / 3.0) / 2, found.baseline().pei(), 1e-12);
    assertEquals(-0.25, found.hitDifference().value(), 1e-12);
    assertFalse(found.beatsBaseline());
    assertArrayEquals(new int[] {1}, found.folds().get(0).flagged());
    assertArrayEquals(new int[] {0}, found.folds().get(0).flaggedBaseline());
    // Recapture: 3 of 4 now, 10 of 14 before.
    assertEquals(3 / 4.0 / (10 / 14.0), found.folds().get(0).baseline().rriLevine(), 1e-12);
  }

  @Test
  void densityKeepsItsEventsAndRanksByThem() {
    put(1, 40, 300);
    put(0, 20, 300);
    put(1, 5, 405);
    put(3, 1, 420);
    BackTest.Fold fold = RollingOrigins.folds(
            made(), cells(), TESTS, new RollingOrigins.Surface(365, 80))
        .get(0);
    // Alone in its radius, a quartic stands 3 / (pi R^2) high over its event.
    double height = 3 / (Math.PI * 80 * 80) * 10_000 * 14 / 365;
    assertEquals(40 * height, fold.predicted()[1], 1e-9 * 40 * height);
    assertEquals(20 * height, fold.predicted()[0], 1e-9 * 20 * height);
    assertEquals(0, fold.predicted()[3]);
  }

  @Test
  void whatCannotBeTestedIsRefused() {
    put(0, 3, 380);
    RollingOrigins.Surface map = new RollingOrigins.Surface(14, 0);
    assertTrue(refused(() ->
            RollingOrigins.folds(made(), cells(), new double[][] {{300, 314}}, map))
        .contains("365 days before"));
    assertTrue(refused(() ->
            RollingOrigins.folds(made(), cells(), new double[][] {{400, 414}, {410, 424}}, map))
        .contains("do not overlap"));
    put(4, 1, 390);
    assertTrue(
        refused(() -> RollingOrigins.folds(made(), cells(), TESTS, map)).contains("no cell 4"));
  }

  private static String refused(Runnable work) {
    return assertThrows(Fault.class, work::run).sentence();
  }
}
