package org.lamplight.analysis.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lamplight.analysis.chance.Oracle.assertClose;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.lamplight.analysis.chance.Oracle;
import org.lamplight.fault.Fault;

class NearestNeighboursTest {

  private static final Oracle ORACLE = Oracle.read("point/density.txt");

  @Test
  void twelveEventsHaveTheDistancesWorkedOutByHand() {
    NearestNeighbours.Result result = NearestNeighbours.of(Twelve.POINTS, 1e6);
    double[] distances = {
      22.36068,
      22.36068,
      42.426407,
      22.36068,
      22.36068,
      41.231056,
      28.284271,
      28.284271,
      388.973007,
      14.142136,
      14.142136,
      376.430604
    };
    assertClose("distances", distances, result.distance(), 1e-7);
    assertEquals(85.2797173, result.mean(), 5e-8);
    assertEquals(.590835213, result.clarkEvans(), 5e-10);
    assertTrue(result.warnings().get(0).belowMinimum());
  }

  @Test
  void pointsOfOurOwnHaveTheNeighborsOfSpatstat() {
    Points points = new Points(ORACLE.numbers("x"), ORACLE.numbers("y"));
    ORACLE.assertSame("nearest", NearestNeighbours.distances(points), 1e-9);
    ORACLE.assertSame("nearest4", NearestNeighbours.kth(points, 4), 1e-9);
    double area =
        Twelve.polygon(ORACLE.numbers("window.x"), ORACLE.numbers("window.y")).getArea();
    ORACLE.assertSame(
        "clarkevans", new double[] {NearestNeighbours.of(points, area).clarkEvans()}, 1e-9);
  }

  @Property(tries = 30)
  void noPointIsNearerThanTheNearest(
      @ForAll @IntRange(min = 4, max = 90) int size, @ForAll long seed) {
    Points points = Twelve.random(seed, size, 1000, 3);
    double[] third = NearestNeighbours.kth(points, 3);
    for (int i = 0; i < size; i++) {
      double[] all = new double[size];
      for (int j = 0; j < size; j++) {
        all[j] =
            Math.hypot(points.x()[i] - points.x()[j], points.y()[i] - points.y()[j]);
      }
      java.util.Arrays.sort(all);
      assertEquals(all[3], third[i], 1e-9);
    }
  }

  @Test
  void onePointHasNoNeighbor() {
    Points one = new Points(new double[] {400}, new double[] {500});
    assertThrows(Fault.class, () -> NearestNeighbours.of(one, 1e6));
  }

  @Test
  void theCentreAndItsSpreadAreThoseWorkedOutByHand() {
    Centre.Result centre = Centre.of(Twelve.POINTS);
    assertEquals(458.3333, centre.x(), 5e-5);
    assertEquals(408.3333, centre.y(), 5e-5);
    assertEquals(377.351884, centre.standardDistance(), 5e-7);
    assertEquals(413.368278, centre.standardDistanceN2(), 5e-7);
  }

  @Test
  void aWeightCountsAsSoManyEvents() {
    Points two = new Points(new double[] {1000, 2000}, new double[] {0, 0});
    Points four = new Points(new double[] {1000, 2000, 2000, 2000}, new double[4]);
    Centre.Result weighted = Centre.of(two, new double[] {1, 3});
    Centre.Result repeated = Centre.of(four);
    assertEquals(repeated.x(), weighted.x(), 1e-9);
    assertEquals(repeated.standardDistance(), weighted.standardDistance(), 1e-9);
  }
}
