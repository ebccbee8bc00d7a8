package org.lamplight.analysis.area;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.chance.MultipleTests;
import org.lamplight.analysis.chance.Permutations;

class AreaPropertiesTest {

  private final Permutations permutations = new Permutations(99, 3);

  private static double[][] city(long seed, int n) {
    Random random = new Random(seed);
    double[][] city = new double[3][n];
    for (int i = 0; i < n; i++) {
      city[0][i] = 370_000 + 5_000 * random.nextDouble();
      city[1][i] = 3_760_000 + 5_000 * random.nextDouble();
      city[2][i] = Math.floor(20 * random.nextDouble() * random.nextDouble());
    }
    city[2][0] = 21;
    return city;
  }

  @Property(tries = 60)
  void neighborsFoundByTheGridAreThoseFoundByTryingAll(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 3, max = 90) int n,
      @ForAll @IntRange(min = 1, max = 12) int wanted) {
    double[][] at = city(seed, n);
    int k = Math.min(wanted, n - 1);
    Neighbors nearest = Neighbors.nearest(at[0], at[1], k);
    Neighbors within = Neighbors.within(at[0], at[1], 800);
    for (int i = 0; i < n; i++) {
      int unit = i;
      double[] away = new double[n];
      Arrays.setAll(away, j -> Math.hypot(at[0][j] - at[0][unit], at[1][j] - at[1][unit]));
      int[] all = IntStream.range(0, n)
          .filter(j -> j != unit)
          .boxed()
          .sorted((a, b) -> Double.compare(away[a], away[b]))
          .mapToInt(Integer::intValue)
          .toArray();
      assertArrayEquals(Arrays.stream(all).limit(k).sorted().toArray(), nearest.of(unit));
      assertArrayEquals(
          Arrays.stream(all).filter(j -> away[j] <= 800).sorted().toArray(), within.of(unit));
    }
  }

  @Property(tries = 30)
  void orderOfTheUnitsDoesNotMatter(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    int n = 50;
    double[][] city = city(seed, n);
    int[] order = order(n, seed);
    double[][] dealt = new double[3][n];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < 3; c++) {
        dealt[c][i] = city[c][order[i]];
      }
    }
    double[] z = giStar(city, null).z();
    double[] other = giStar(dealt, null).z();
    double[] moran = moran(city);
    double[] dealtMoran = moran(dealt);
    for (int i = 0; i < n; i++) {
      assertEquals(z[order[i]], other[i], 1e-9);
      assertEquals(moran[order[i]], dealtMoran[i], 1e-9);
    }
  }

  private static int[] order(int n, long seed) {
    int[] order = IntStream.range(0, n).toArray();
    Random random = new Random(seed);
    for (int k = n - 1; k > 0; k--) {
      int other = random.nextInt(k + 1);
      int moved = order[k];
      order[k] = order[other];
      order[other] = moved;
    }
    return order;
  }

  private static GetisOrd.Result giStar(double[][] city, @Nullable Permutations permutations) {
    return GetisOrd.giStar(new GetisOrd.Parameters(
        city[2], Neighbors.nearest(city[0], city[1], 6), Style.B, permutations));
  }

  private static double[] moran(double[][] city) {
    return LocalMoran.of(LocalMoran.Parameters.of(
            city[2], Weights.of(Neighbors.nearest(city[0], city[1], 6), Style.W), null))
        .statistic();
  }

  @Property(tries = 30)
  void meanOfLocalMoranIsTheGlobalOne(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    double[][] city = city(seed, 60);
    Weights weights = Weights.of(Neighbors.nearest(city[0], city[1], 5), Style.W);
    assertEquals(
        GlobalMoran.of(GlobalParameters.of(city[2], weights)).statistic(),
        Arrays.stream(moranOf(city, weights)).average().orElseThrow(),
        1e-12);
  }

  private static double[] moranOf(double[][] city, Weights weights) {
    return LocalMoran.of(LocalMoran.Parameters.of(city[2], weights, null)).statistic();
  }

  @Property(tries = 30)
  void scalingAndShiftingTheValuesLeavesZ(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 1000) int scale) {
    double[][] city = city(seed, 40);
    double[] before = giStar(city, permutations).z();
    double[] p = giStar(city, permutations).p();
    city[2] = Arrays.stream(city[2]).map(v -> 7 + scale * v).toArray();
    double[] after = giStar(city, permutations).z();
    for (int i = 0; i < before.length; i++) {
      assertEquals(before[i], after[i], 1e-7);
    }
    assertArrayEquals(p, giStar(city, permutations).p());
  }

  @Property(tries = 10)
  void valuesFarFromZeroLoseNoDigits(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    double[][] city = city(seed, 60);
    double[] near = giStar(city, null).z();
    city[2] = Arrays.stream(city[2]).map(v -> v + 1e9).toArray();
    assertArrayEquals(near, giStar(city, null).z(), 1e-6);
  }

  @Property(tries = 5)
  void oneProcessorGivesTheSameNumbersAsAll(@ForAll @LongRange(min = 0, max = 1_000_000) long seed)
      throws InterruptedException, ExecutionException {
    double[][] city = city(seed, 300);
    double[] many = giStar(city, permutations).p();
    ForkJoinPool one = new ForkJoinPool(1);
    double[] alone = one.submit(() -> giStar(city, permutations).p()).get();
    one.shutdown();
    assertArrayEquals(many, alone);
  }

  @Property(tries = 3, seed = "2011")
  void permutationValuesAreUniformWhereNothingIsToBeFound(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    double[][] city = city(seed, 2_000);
    Random random = new Random(seed);
    city[2] = random.doubles(2_000).toArray();
    double[] p = giStar(city, new Permutations(499, seed)).p();
    for (double level : new double[] {0.1, 0.25, 0.5, 0.75}) {
      double share = Arrays.stream(p).filter(v -> v <= level).count() / 2_000.0;
      // Units share neighbors, so the share varies more than that of independent tests.
      assertEquals(level, share, 4 * Math.sqrt(7 * level * (1 - level) / 2_000), "at " + level);
    }
  }

  @Property(tries = 100)
  void adjustedValuesKeepTheOrderAndAreNoSmallerThanTheRawAndNoLargerThanBonferroni(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 60) int tests) {
    double[] p = new Random(seed).doubles(tests).map(v -> v * v * v).toArray();
    double[] adjusted = MultipleTests.benjaminiHochberg(p);
    double[] bonferroni = MultipleTests.bonferroni(p);
    for (int i = 0; i < tests; i++) {
      assertTrue(adjusted[i] >= p[i] && adjusted[i] <= bonferroni[i] && adjusted[i] <= 1);
      for (int j = 0; j < tests; j++) {
        assertTrue(p[i] > p[j] || adjusted[i] <= adjusted[j]);
      }
    }
  }
}
