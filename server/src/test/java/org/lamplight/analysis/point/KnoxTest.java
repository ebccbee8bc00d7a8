package org.lamplight.analysis.point;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lamplight.analysis.chance.Oracle;
import org.lamplight.analysis.chance.Tails;
import org.lamplight.fault.Fault;

class KnoxTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final Oracle ORACLE = Oracle.read("point/knox.txt");
  private static final Points POINTS = new Points(ORACLE.numbers("x"), ORACLE.numbers("y"));
  private static final double[] DAYS = ORACLE.numbers("day");

  /** Just above 60 and 5, so that the closed bands of the worked example become half-open ones. */
  private static final double[] TO_60 = {0, Math.nextUp(60.0)};

  private static final double[] TO_5 = {0, Math.nextUp(5.0)};

  private static Knox.Result table(Points points, double[] days, double[][] bands, int rounds) {
    return Knox.table(
        new Knox.Parameters(points, days, bands[0], bands[1], Knox.Metric.EUCLID, rounds, 17));
  }

  @Test
  void twelveEventsHaveTheTableWorkedOutByHand() {
    Knox.Result result = table(Twelve.POINTS, Twelve.DAYS, new double[][] {TO_60, TO_5}, 0);
    assertEquals(5, result.observed()[0][0]);
    assertEquals(7, result.pairsByDistance()[0]);
    assertEquals(9, result.pairsByTime()[0]);
    assertEquals(66, result.pairs());
    assertEquals(.9545454545, result.expected()[0][0], 5e-11);
    assertEquals(.7706611570, result.variance()[0][0], 5e-11);
    assertEquals(4.6082453, result.z()[0][0], 5e-8);
    assertEquals(.0030094, result.poissonP()[0][0], 5e-8);
    assertTrue(Double.isNaN(result.p()[0][0]));
  }

  @Test
  void permutationOfTwelveEventsIsWithinChanceOfTheExactP() {
    double p =
        table(Twelve.POINTS, Twelve.DAYS, new double[][] {TO_60, TO_5}, 9_999).p()[0][0];
    assertEquals(.00114, p, 4 * Math.sqrt(.00114 / 9_999));
  }

  @Test
  void expectationAndVarianceAreThoseOfAllOrdersOfSevenTimes() {
    int[] seven = IntStream.range(0, 7).toArray();
    Points points = Twelve.POINTS.chosen(seven);
    double[] days = Arrays.copyOf(Twelve.DAYS, 7);
    Knox.Result result = table(points, days, new double[][] {TO_60, TO_5}, 0);
    assertEquals(3, result.observed()[0][0]);
    assertEquals(.9523809524, result.expected()[0][0], 5e-11);
    assertEquals(.6167800454, result.variance()[0][0], 5e-11);
    assertEquals(.0717542, result.poissonP()[0][0], 5e-8);
    long[] sums = new long[4];
    enumerate(points, days, 0, sums);
    double mean = sums[1] / (double) sums[0];
    assertEquals(5_040, sums[0]);
    assertEquals(mean, result.expected()[0][0], 1e-12);
    assertEquals(sums[2] / (double) sums[0] - mean * mean, result.variance()[0][0], 1e-12);
    assertEquals(.0428571429, sums[3] / 5_040.0, 5e-11);
  }

  /** Orders, their counts, squares of counts, and counts of 3 or more. */
  private static void enumerate(Points points, double[] days, int fixed, long[] sums) {
    if (fixed == days.length) {
      long count = 0;
      for (int i = 0; i < days.length; i++) {
        for (int j = i + 1; j < days.length; j++) {
          double apart =
              Math.hypot(points.x()[i] - points.x()[j], points.y()[i] - points.y()[j]);
          count += apart <= 60 && Math.abs(days[i] - days[j]) <= 5 ? 1 : 0;
        }
      }
      sums[0]++;
      sums[1] += count;
      sums[2] += count * count;
      sums[3] += count >= 3 ? 1 : 0;
      return;
    }
    for (int i = fixed; i < days.length; i++) {
      double[] next = days.clone();
      next[fixed] = days[i];
      next[i] = days[fixed];
      enumerate(points, next, fixed + 1, sums);
    }
  }

  @Test
  void manhattanBandsWithoutAnEndHoldAllPairsThatAreLeft() {
    Knox.Result result = Knox.table(new Knox.Parameters(
        Twelve.POINTS,
        Twelve.DAYS,
        new double[] {0, 1, 50, 100, INFINITY},
        new double[] {0, 3, 6, 12, INFINITY},
        Knox.Metric.MANHATTAN,
        0,
        1));
    assertArrayEquals(
        new long[][] {{0, 0, 0, 0}, {4, 0, 0, 0}, {1, 1, 0, 2}, {0, 3, 14, 41}}, result.observed());
    assertEquals(66, Arrays.stream(result.pairsByDistance()).sum());
    assertEquals("[100, \u221e)", Knox.interval(result.distanceBreaks(), 3));
    assertEquals("[1, 50)", Knox.interval(result.distanceBreaks(), 1));
  }

  @Test
  void eventsOfOurOwnHaveTheTablesOfR() {
    assertTable("euclid", Knox.Metric.EUCLID, Knox.defaultDistances(), Knox.defaultDays());
    assertTable(
        "manhattan", Knox.Metric.MANHATTAN, new double[] {50, 150, 1000, INFINITY}, new double[] {
          2, 10, 40, INFINITY
        });
  }

  private static void assertTable(
      String name, Knox.Metric metric, double[] distances, double[] times) {
    Knox.Result result =
        Knox.table(new Knox.Parameters(POINTS, DAYS, distances, times, metric, 0, 1));
    double[] observed = Arrays.stream(result.observed())
        .flatMapToLong(Arrays::stream)
        .asDoubleStream()
        .toArray();
    double[] expected =
        Arrays.stream(result.expected()).flatMapToDouble(Arrays::stream).toArray();
    ORACLE.assertSame(name + ".observed", observed, 0);
    ORACLE.assertSame(name + ".expected", expected, 1e-12);
    ORACLE.assertSame(
        name + ".bydistance",
        Arrays.stream(result.pairsByDistance()).asDoubleStream().toArray(),
        0);
    ORACLE.assertSame(
        name + ".bytime", Arrays.stream(result.pairsByTime()).asDoubleStream().toArray(), 0);
  }

  @Test
  void oneCellIsWithinChanceOfSimulationsInR() {
    Knox.Result result = table(POINTS, DAYS, new double[][] {{0, 100}, {0, 7}}, 4_999);
    assertEquals(ORACLE.number("surveillance.statistic"), (double) result.observed()[0][0]);
    double variance = ORACLE.number("dealt.variance");
    double kurtosis = ORACLE.number("dealt.kurtosis");
    assertEquals(
        ORACLE.number("dealt.mean"), result.expected()[0][0], 4 * Math.sqrt(variance / 20_000));
    assertEquals(
        variance, result.variance()[0][0], 4 * variance * Math.sqrt((kurtosis - 1) / 20_000));
    double p = ORACLE.number("dealt.p");
    double error = Math.sqrt(Math.max(p, 2e-4) * (1 / 5_000.0 + 1 / 20_000.0));
    assertEquals(p, result.p()[0][0], 4 * error);
  }

  @Test
  void thePoissonTailIsThatOfR() {
    double[] tail = IntStream.rangeClosed(0, 40)
        .mapToDouble(k -> Tails.poissonAtLeast(k, 17.25))
        .toArray();
    ORACLE.assertSame("poisson", tail, 1e-9);
  }

  @Test
  void pOverAllCellsIsNeverBelowThatOfTheCellAndFollowsZ() {
    Knox.Result result =
        table(POINTS, DAYS, new double[][] {Knox.defaultDistances(), Knox.defaultDays()}, 999);
    double[] z = flat(result.z());
    double[] adjusted = flat(result.pMaxT());
    for (int one = 0; one < z.length; one++) {
      assertTrue(Double.isNaN(z[one]) || adjusted[one] >= flat(result.p())[one] - 1e-12);
      for (int other = 0; other < z.length; other++) {
        assertTrue(!(z[one] > z[other]) || adjusted[one] <= adjusted[other]);
      }
    }
  }

  private static double[] flat(double[][] table) {
    return Arrays.stream(table).flatMapToDouble(Arrays::stream).toArray();
  }

  @Test
  void pIsUniformWhenTimesAreDealtByChance() {
    int below = 0;
    int runs = 200;
    for (int run = 0; run < runs; run++) {
      Points points = Twelve.random(run, 60, 1000, 1000);
      double[] days = Twelve.random(run + 7_000L, 60, 100, 1).x();
      double[][] bands = {{0, 50, 150, 250}, {0, 10, 30}};
      Knox.Result result = Knox.table(
          new Knox.Parameters(points, days, bands[0], bands[1], Knox.Metric.EUCLID, 99, run));
      below += Arrays.stream(flat(result.pMaxT())).min().orElse(1) <= 0.1 ? 1 : 0;
    }
    assertEquals(0.1, below / (double) runs, 4 * Math.sqrt(0.09 / runs));
  }

  @Test
  void theOrderOfEventsDoesNotMatterToWhatIsNotSimulated() {
    int[] order = Twelve.shuffled(POINTS.size(), 4);
    double[] days = IntStream.of(order).mapToDouble(i -> DAYS[i]).toArray();
    double[][] bands = {Knox.defaultDistances(), Knox.defaultDays()};
    Knox.Result one = table(POINTS, DAYS, bands, 0);
    Knox.Result other = table(POINTS.chosen(order), days, bands, 0);
    assertArrayEquals(one.observed(), other.observed());
    assertArrayEquals(flat(one.variance()), flat(other.variance()), 1e-9);
  }

  @Test
  void theNumberOfProcessorsDoesNotMatter() throws Exception {
    double[][] bands = {Knox.defaultDistances(), Knox.defaultDays()};
    Knox.Result many = table(POINTS, DAYS, bands, 199);
    ForkJoinPool one = new ForkJoinPool(1);
    try {
      Knox.Result single = one.submit(() -> table(POINTS, DAYS, bands, 199)).get();
      assertArrayEquals(flat(many.p()), flat(single.p()));
      assertArrayEquals(flat(many.pMaxT()), flat(single.pMaxT()));
    } finally {
      one.shutdown();
    }
  }

  @Test
  void thePairsOfACellAreAsManyAsItCounts() {
    Knox.Parameters parameters = new Knox.Parameters(
        POINTS, DAYS, Knox.defaultDistances(), Knox.defaultDays(), Knox.Metric.EUCLID, 0, 1);
    Knox.Result result = Knox.table(parameters);
    for (int d = 0; d < 5; d++) {
      int[] pairs = Knox.closePairs(parameters, d, 0);
      assertEquals(result.observed()[d][0], pairs.length / 2);
      for (int k = 0; k < pairs.length; k += 2) {
        assertTrue(pairs[k] < pairs[k + 1]);
        assertTrue(Math.abs(DAYS[pairs[k]] - DAYS[pairs[k + 1]]) < 7);
      }
    }
  }

  @Test
  void morePairsThanMemoryHoldsAreRefused() {
    Points points = Twelve.random(1, 11_100, 280, 280);
    double[] days = Twelve.random(2, 11_100, 90, 1).x();
    Fault fault =
        assertThrows(Fault.class, () -> table(points, days, new double[][] {{0, 400}, {0, 7}}, 0));
    assertEquals(Fault.Kind.TOO_LARGE, fault.kind());
  }

  @Test
  void aCallThatIsCalledOffEndsSoon() throws Exception {
    Points points = Twelve.random(1, 3_000, 3_000, 3_000);
    double[] days = Twelve.random(2, 3_000, 90, 1).x();
    double[][] bands = {Knox.defaultDistances(), Knox.defaultDays()};
    java.util.concurrent.atomic.AtomicReference<Throwable> end =
        new java.util.concurrent.atomic.AtomicReference<>();
    Thread thread = new Thread(() -> table(points, days, bands, 99_999));
    thread.setUncaughtExceptionHandler((t, thrown) -> end.set(thrown));
    thread.start();
    Thread.sleep(50);
    thread.interrupt();
    thread.join(20_000);
    assertTrue(end.get() instanceof java.util.concurrent.CancellationException, "" + end.get());
  }

  @Test
  void nonsenseIsRefusedWithASentence() {
    double[][] bands = {{0, 100}, {0, 7}};
    Points same = new Points(new double[] {500, 500, 500, 500}, new double[] {1, 1, 1, 1});
    assertThrows(Fault.class, () -> table(same, new double[] {1, 2, 3, 4}, bands, 0));
    assertThrows(Fault.class, () -> table(Twelve.POINTS, new double[12], bands, 0));
    assertThrows(Fault.class, () -> table(Twelve.POINTS, new double[11], bands, 0));
    assertThrows(
        Fault.class,
        () -> table(Twelve.POINTS, Twelve.DAYS, new double[][] {{0, 100, 100}, {0, 7}}, 0));
    assertThrows(
        Fault.class, () -> table(Twelve.POINTS, Twelve.DAYS, new double[][] {{0}, {0, 7}}, 0));
  }
}
