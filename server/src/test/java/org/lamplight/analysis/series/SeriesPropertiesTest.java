package org.lamplight.analysis.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.function.Executable;
import org.lamplight.fault.Fault;

class SeriesPropertiesTest {

  @Property(tries = 40)
  void thePartsOfASeriesAddUpToIt(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 2, max = 24) int period,
      @ForAll boolean robust) {
    double[] series =
        new Random(seed).ints(3L * period + seed % 5, 0, 50).asDoubleStream().toArray();
    SeasonalTrend.Result parts =
        SeasonalTrend.of(new SeasonalTrend.Parameters(series, period, 0, robust));
    for (int i = 0; i < series.length; i++) {
      assertEquals(series[i], parts.seasonal()[i] + parts.trend()[i] + parts.remainder()[i], 1e-9);
      assertEquals(parts.seasonal()[i % period], parts.seasonal()[i], 0);
    }
  }

  @Property(tries = 40)
  void aJumpIsFoundWhereItIs(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 12, max = 48) int at) {
    Random random = new Random(seed);
    double[] series = new double[60];
    Arrays.setAll(series, i -> (i < at ? 10 : 30) + random.nextDouble());
    ChangePoints.Result result = ChangePoints.of(ChangePoints.Parameters.of(series));
    assertEquals(at, result.supFAt());
    assertTrue(Arrays.stream(result.breaks()).anyMatch(b -> b == at));
  }

  /** All choices of two breaks of a short series. */
  @Property(tries = 20)
  void noOtherBreaksLeaveLess(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    double[] series = new Random(seed).doubles(24).toArray();
    double best = ChangePoints.of(new ChangePoints.Parameters(series, 0.15, 2, 0.95, false))
        .rss()[2];
    Segments segments = new Segments(series, Segments.Cost.LEAST_SQUARES);
    double least = Double.POSITIVE_INFINITY;
    for (int a = 3; a <= 18; a++) {
      for (int b = a + 3; b <= 21; b++) {
        least = Math.min(least, segments.rss(new int[] {a, b}));
      }
    }
    assertEquals(least, best, 1e-12);
  }

  @Property(tries = 30)
  void expectedCountsOfAPoissonFitAddUpToTheObserved(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    double[] counts = new Random(seed).ints(48, 0, 30).asDoubleStream().toArray();
    HarmonicPoisson.Result fit = HarmonicPoisson.of(HarmonicPoisson.Parameters.of(counts, 12));
    assertEquals(Arrays.stream(counts).sum(), Arrays.stream(fit.fitted()).sum(), 1e-6);
  }

  @Example
  void theIntervalOfABreakIsEvenWhenBothSidesVaryAlike() {
    BreakDistribution even = new BreakDistribution(1);
    assertEquals(0.5, even.below(0), 1e-12);
    assertEquals(-even.quantile(0.025), even.quantile(0.975), 1e-6);
    // Bai (1997): the 97.5 % point of the even distribution is 11.
    assertEquals(11, even.quantile(0.975), 0.1);
  }

  @Example
  void aSumRisesOnlyWithAShift() {
    double[] series = {0, 0, 0, 2, 2, 2, 2, 2};
    Cusum.Result result = Cusum.of(new Cusum.Parameters(series, 0, 1, 0.5, 4));
    assertArrayEquals(new double[] {0, 0, 0, 1.5, 3, 4.5, 6, 7.5}, result.upper());
    assertTrue(result.alarm()[5] && !result.alarm()[4]);
  }

  @Example
  void wrongSeriesAreRefusedInWords() {
    double[] flat = new double[40];
    refused("all values are equal", () -> ChangePoints.of(ChangePoints.Parameters.of(flat)));
    refused("at least 8", () -> ChangePoints.of(ChangePoints.Parameters.of(1, 2, 3)));
    refused(
        "longer than two periods",
        () -> SeasonalTrend.of(new SeasonalTrend.Parameters(new double[24], 12, 0, false)));
    refused(
        "number 2",
        () -> SeasonalTrend.of(
            new SeasonalTrend.Parameters(new double[] {1, Double.NaN, 3, 4, 5}, 2, 0, false)));
    refused("all are 0", () -> HarmonicPoisson.of(HarmonicPoisson.Parameters.of(flat, 12)));
    double[] counts = new Random(1).ints(40, 1, 9).asDoubleStream().toArray();
    double[] ones = new double[40];
    Arrays.fill(ones, 1);
    refused(
        "say the same",
        () -> HarmonicPoisson.of(
            new HarmonicPoisson.Parameters(counts, 12, 1, new double[][] {ones}, null, 12)));
    refused(
        "more than 7 steps",
        () -> Ears.of(new Ears.Parameters(new double[7], Ears.Method.C1, 0.001, 7)));
    refused("sd", () -> Cusum.of(new Cusum.Parameters(flat, Double.NaN, Double.NaN, 0.5, 4)));
  }

  private static void refused(String part, Executable work) {
    Fault fault = assertThrows(Fault.class, work);
    assertTrue(fault.sentence().contains(part), fault.sentence());
  }
}
