package org.lamplight.analysis.point;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.lamplight.analysis.chance.Oracle;
import org.lamplight.fault.Fault;

class DbscanTest {

  private static final Oracle ORACLE = Oracle.read("point/clusters.txt");
  private static final Points POINTS = new Points(ORACLE.numbers("x"), ORACLE.numbers("y"));

  private static int[] labels(Points points, double eps, int minPoints) {
    return Dbscan.cluster(new Dbscan.Parameters(points, eps, minPoints)).label();
  }

  private static int[] labels(Points points, double[] days, double[] eps, int minPoints) {
    return StDbscan.cluster(new StDbscan.Parameters(points, days, eps[0], eps[1], minPoints))
        .label();
  }

  @Test
  void twelveEventsHaveTheClustersWorkedOutByHand() {
    assertArrayEquals(new int[] {1, 1, 1, 2, 2, 2, 0, 0, 0, 0, 0, 0}, labels(Twelve.POINTS, 60, 3));
    assertArrayEquals(new int[] {1, 1, 1, 2, 2, 2, 3, 3, 0, 4, 4, 0}, labels(Twelve.POINTS, 60, 2));
    assertArrayEquals(
        new int[] {1, 1, 1, 2, 2, 0, 3, 3, 0, 4, 4, 0},
        labels(Twelve.POINTS, Twelve.DAYS, new double[] {60, 5}, 2));
    assertArrayEquals(
        new int[] {1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0},
        labels(Twelve.POINTS, Twelve.DAYS, new double[] {60, 5}, 3));
  }

  @Test
  void pointsOfOurOwnHaveTheLabelsOfR() {
    for (int eps : new int[] {60, 100, 180}) {
      for (int minPoints : new int[] {2, 4, 8}) {
        String name = "dbscan." + eps + "." + minPoints;
        assertArrayEquals(ORACLE.integers(name), labels(POINTS, eps, minPoints), name);
      }
    }
  }

  @Test
  void eventsNearInPlaceAndTimeHaveTheLabelsOfR() {
    double[] days = ORACLE.numbers("day");
    for (int eps : new int[] {5, 12}) {
      int[] label = labels(POINTS, days, new double[] {150, eps}, 4);
      assertArrayEquals(ORACLE.integers("st." + eps), label, "st." + eps);
    }
  }

  @Property(tries = 40)
  void labelsAreThoseOfTheDefinition(
      @ForAll @IntRange(min = 1, max = 120) int size,
      @ForAll @DoubleRange(min = 0.5, max = 400) double eps,
      @ForAll @IntRange(min = 1, max = 9) int minPoints,
      @ForAll boolean timed,
      @ForAll long seed) {
    Points points = Twelve.random(seed, size, 1000, 600);
    double[] days = Twelve.random(seed + 1, size, 30, 1).x();
    int[] found = timed
        ? labels(points, days, new double[] {eps, 9}, minPoints)
        : labels(points, eps, minPoints);
    assertArrayEquals(naive(points, timed ? days : new double[size], eps, minPoints), found);
  }

  /** Straight from the paper: visit in order, expand. */
  private static int[] naive(Points points, double[] days, double eps, int minPoints) {
    int n = points.size();
    int[] label = new int[n];
    int cluster = 0;
    for (int i = 0; i < n; i++) {
      if (label[i] != 0 || near(points, days, eps, i).length < minPoints) {
        continue;
      }
      cluster++;
      java.util.ArrayDeque<Integer> queue = new java.util.ArrayDeque<>();
      label[i] = cluster;
      queue.add(i);
      while (!queue.isEmpty()) {
        int[] around = near(points, days, eps, queue.remove());
        for (int j : around.length < minPoints ? new int[0] : around) {
          if (label[j] == 0) {
            label[j] = cluster;
            queue.add(j);
          }
        }
      }
    }
    return label;
  }

  private static int[] near(Points p, double[] days, double eps, int i) {
    return java.util.stream.IntStream.range(0, p.size())
        .filter(
            j -> Math.pow(p.x()[i] - p.x()[j], 2) + Math.pow(p.y()[i] - p.y()[j], 2) <= eps * eps)
        .filter(j -> Math.abs(days[i] - days[j]) <= 9)
        .toArray();
  }

  @Test
  void manyEventsAtOnePlaceAreOneCluster() {
    double[] x = new double[50_000];
    double[] y = new double[50_000];
    Arrays.fill(x, 1234.5);
    Arrays.fill(y, 987);
    x[49_999] = 9000;
    int[] label = labels(new Points(x, y), 75, 5);
    assertEquals(49_999, Arrays.stream(label).sum());
    assertEquals(0, label[49_999]);
  }

  @Test
  void anEventFarAwayLeavesTheLabelsOfTheOthersAsTheyAre() {
    double[] x = Arrays.copyOf(POINTS.x(), POINTS.size() + 1);
    double[] y = Arrays.copyOf(POINTS.y(), POINTS.size() + 1);
    x[POINTS.size()] = 9e7;
    int[] label = labels(new Points(x, y), 100, 4);
    assertArrayEquals(ORACLE.integers("dbscan.100.4"), Arrays.copyOf(label, POINTS.size()));
  }

  @Test
  void aFewEventsFarAwayCostNoTimeAndChangeNothing() {
    Points city = Twelve.random(3, 60_000, 20_000, 20_000);
    double[] x = Arrays.copyOf(city.x(), 60_003);
    double[] y = Arrays.copyOf(city.y(), 60_003);
    Arrays.fill(x, 60_000, 60_003, -1.3e7);
    Arrays.fill(y, 60_000, 60_003, -4e6);
    int[] label = org.junit.jupiter.api.Assertions.assertTimeout(
        java.time.Duration.ofSeconds(10), () -> labels(new Points(x, y), 75, 3));
    assertArrayEquals(labels(city, 75, 3), Arrays.copyOf(label, 60_000));
    assertTrue(label[60_000] > 0 && label[60_000] == label[60_002]);
  }

  @Test
  void theKDistancesAreThoseOfRAndTheKneeIsAtLeast75Metres() {
    double[] expected = ORACLE.numbers("knn");
    Arrays.sort(expected);
    KDistance.Result result = KDistance.of(POINTS, 5);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], result.sorted()[expected.length - 1 - i], 1e-9);
    }
    assertTrue(result.kneeMetres() > expected[0]);
    assertTrue(result.kneeMetres() < expected[expected.length - 1]);
    assertEquals(75, KDistance.of(Twelve.random(1, 500, 300, 300), 5).epsMetres(), 0);
  }

  @Test
  void nonsenseIsRefusedAndFewPointsAreWarnedOf() {
    assertThrows(Fault.class, () -> labels(Twelve.POINTS, 0, 3));
    assertThrows(Fault.class, () -> labels(Twelve.POINTS, 60, 0));
    assertThrows(Fault.class, () -> labels(Twelve.POINTS, new double[3], new double[] {60, 5}, 3));
    Dbscan.Result result = Dbscan.cluster(new Dbscan.Parameters(Twelve.POINTS, 60, 7));
    assertTrue(result.warnings().get(0).belowMinimum());
  }
}
