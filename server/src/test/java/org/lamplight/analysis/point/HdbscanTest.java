package org.lamplight.analysis.point;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lamplight.analysis.chance.Oracle;
import org.lamplight.fault.Fault;

class HdbscanTest {

  private static final Oracle ORACLE = Oracle.read("point/clusters.txt");
  private static final Points POINTS = new Points(ORACLE.numbers("x"), ORACLE.numbers("y"));

  private static Hdbscan.Result clusters(Points points, int minPoints) {
    return Hdbscan.cluster(new Hdbscan.Parameters(points, minPoints));
  }

  /** Labels renamed in the order in which they come, noise kept. */
  private static int[] renamed(int[] label) {
    Map<Integer, Integer> names = new HashMap<>(Map.of(0, 0));
    return Arrays.stream(label)
        .map(l -> names.computeIfAbsent(l, other -> names.size()))
        .toArray();
  }

  @Test
  void pointsOfOurOwnHaveTheClustersOfR() {
    for (int minPoints : new int[] {4, 5, 8, 15}) {
      Hdbscan.Result result = clusters(POINTS, minPoints);
      int[] expected = renamed(ORACLE.integers("hdbscan." + minPoints));
      assertArrayEquals(expected, result.label(), "minPoints " + minPoints);
      ORACLE.assertSame("hdbscan.membership." + minPoints, result.membership(), 1e-9);
    }
  }

  @Test
  void stabilityAndOutlierScoresAreThoseOfR() {
    for (int minPoints : new int[] {4, 5, 8, 15}) {
      Hdbscan.Result result = clusters(POINTS, minPoints);
      double[] stability = result.stability().clone();
      Arrays.sort(stability);
      ORACLE.assertSame("hdbscan.stability." + minPoints, stability, 1e-9);
      ORACLE.assertSame("hdbscan.outlier." + minPoints, result.outlierScore(), 1e-9);
    }
  }

  @Test
  void anotherOrderOfEventsMovesFewOfThem() {
    int[] order = Twelve.shuffled(POINTS.size(), 6);
    int[] label = clusters(POINTS, 8).label();
    int[] shuffled = renamed(clusters(POINTS.chosen(order), 8).label());
    int[] expected = renamed(Arrays.stream(order).map(i -> label[i]).toArray());
    long moved = java.util.stream.IntStream.range(0, order.length)
        .filter(i -> (expected[i] == 0) != (shuffled[i] == 0))
        .count();
    assertTrue(moved <= order.length / 50, moved + " of " + order.length);
  }

  @Test
  void eventsAtTheSamePlaceAreNoTrouble() {
    double[] x = Arrays.copyOf(POINTS.x(), POINTS.size() + 60);
    double[] y = Arrays.copyOf(POINTS.y(), POINTS.size() + 60);
    Arrays.fill(x, POINTS.size(), x.length, 9000);
    Arrays.fill(y, POINTS.size(), y.length, 9000);
    Hdbscan.Result result = clusters(new Points(x, y), 5);
    assertTrue(result.label()[x.length - 1] > 0);
    assertEquals(result.label()[x.length - 1], result.label()[POINTS.size()]);
    assertTrue(Arrays.stream(result.stability()).allMatch(Double::isFinite));
    assertTrue(Arrays.stream(result.outlierScore()).allMatch(Double::isFinite));
  }

  @Test
  void nonsenseIsRefused() {
    assertThrows(Fault.class, () -> clusters(Twelve.POINTS, 1));
    assertThrows(Fault.class, () -> clusters(Twelve.POINTS, 13));
    Points many = Twelve.random(1, 50_001, 9000, 9000);
    Fault fault = assertThrows(Fault.class, () -> clusters(many, 5));
    assertEquals(Fault.Kind.TOO_LARGE, fault.kind());
  }
}
