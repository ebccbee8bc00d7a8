package org.lamplight.analysis.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.analysis.chance.Oracle;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.fault.Fault;

class CountsTest {

  private final Oracle r = Oracle.read("change/counts.txt");

  private ConditionalBinomial.Result exact(int i) {
    return ConditionalBinomial.of(
        (long) r.numbers("first")[i],
        1,
        (long) r.numbers("second")[i],
        r.numbers("exposure")[i],
        0.95);
  }

  @Test
  void exactTestsAndTheirIntervalsAreThoseOfR() {
    int n = r.numbers("first").length;
    ConditionalBinomial.Result[] exact =
        IntStream.range(0, n).mapToObj(this::exact).toArray(ConditionalBinomial.Result[]::new);
    double[] p = new double[n];
    double[] mid = new double[n];
    double[] low = new double[n];
    double[] high = new double[n];
    for (int i = 0; i < n; i++) {
      p[i] = exact[i].p();
      mid[i] = exact[i].midP();
      low[i] = exact[i].interval().low();
      high[i] = exact[i].interval().high();
    }
    r.assertSame("p", p, 1e-8);
    r.assertSame("mid", mid, 1e-8);
    r.assertSame("ratio.low", low, 1e-8);
    r.assertSame("ratio.high", high, 1e-8);
  }

  @Test
  void eTestsAreTheSumOverAllOutcomes() {
    double[] first = r.numbers("first");
    double[] second = r.numbers("second");
    double[] expected = r.numbers("etest");
    for (int i = 0; i < first.length; i++) {
      Oracle.assertClose(
          first[i] + " to " + second[i],
          expected[i],
          ETest.p((long) first[i], (long) second[i]),
          1e-7);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3, .0883790",
    "6, 2, .1748748",
    "20, 10, .0688318",
    "50, 30, .0253022",
    "100, 80, .1365207",
    "25, 16, .1647963"
  })
  void eTestsOfTheReferenceTable(long first, long second, double p) {
    assertEquals(p, ETest.p(first, second), 5e-8);
    assertEquals(p, ETest.p(second, first), 5e-8);
  }

  @ParameterizedTest
  @CsvSource({"6, 2, .2890625", "20, 10, .0987371", "50, 30, .0329926"})
  void exactTestsOfTheReferenceTable(long first, long second, double p) {
    assertEquals(p, ConditionalBinomial.of(first, 1, second, 1, 0.95).p(), 5e-8);
  }

  @Test
  void oneMonthAgainstTwelveTakesTheExactTestAndNoETest() {
    CountChange.Result result = CountChange.of(
        new CountChange.Parameters(25, new long[] {192}, 1, new double[] {12}, 1, 0.95));
    assertEquals(0.0408, result.exact(), 5e-5);
    assertTrue(Double.isNaN(result.eTest()));
    assertEquals(16, result.expected(), 1e-12);
  }

  @Test
  void garwoodIntervalsAreThoseOfR() {
    double[] count = r.numbers("count");
    double[][] ends = new double[4][count.length];
    for (int i = 0; i < count.length; i++) {
      ends[0][i] = Garwood.of(count[i], 0.95).low();
      ends[1][i] = Garwood.of(count[i], 0.95).high();
      ends[2][i] = Garwood.of(count[i], 0.99).low();
      ends[3][i] = Garwood.of(count[i], 0.99).high();
    }
    r.assertSame("garwood.low", ends[0], 1e-8);
    r.assertSame("garwood.high", ends[1], 1e-8);
    r.assertSame("garwood99.low", ends[2], 1e-8);
    r.assertSame("garwood99.high", ends[3], 1e-8);
    assertEquals(1.62349, Garwood.of(5, 0.95).low(), 5e-6);
    assertEquals(11.66833, Garwood.of(5, 0.95).high(), 5e-6);
    assertEquals(11.43924, Garwood.of(19, 0.95).low(), 5e-6);
    assertEquals(29.67085, Garwood.of(19, 0.95).high(), 5e-6);
  }

  @Test
  void zOfTwoSinglePeriodsIsDividedByTheRootOfTwo() {
    CountChange.Result result = CountChange.of(CountChange.Parameters.of(25, 16));
    assertEquals(2 / Math.sqrt(2), result.z(), 1e-12);
    assertEquals(0.1647963, result.eTest(), 5e-8);
    assertTrue(result.percent().isEmpty());
  }

  @Test
  void expectedRangeHoldsTheCountsWhoseZIsInside() {
    long[] before = {30, 25, 41, 33};
    CountChange.Result range = CountChange.of(CountChange.Parameters.of(30, before));
    for (long now = 0; now < 80; now++) {
      double z = CountChange.of(CountChange.Parameters.of(now, before)).z();
      boolean inside = now >= range.rangeLow() && now <= range.rangeHigh();
      assertEquals(Math.abs(z) <= 1.959963984540054, inside, "now " + now);
    }
    assertEquals(100 * (30 - 32.25) / 32.25, range.percent().getAsDouble(), 1e-9);
  }

  @Test
  void zOfTwelveEarlierPeriodsFlagsAsOftenAsSimulated() {
    Random random = new Random(12);
    int runs = 40_000;
    int over2 = 0;
    int over3 = 0;
    for (int run = 0; run < runs; run++) {
      long[] before = new long[12];
      for (int k = 0; k < 12; k++) {
        before[k] = (long) poisson(random, 5);
      }
      double expected = Arrays.stream(before).average().orElseThrow();
      double z =
          2 * (Math.sqrt(poisson(random, 5)) - Math.sqrt(expected)) / Math.sqrt(1 + 1 / 12.0);
      over2 += Math.abs(z) > 1.96 ? 1 : 0;
      over3 += Math.abs(z) > 3 ? 1 : 0;
    }
    assertEquals(0.063, over2 / (double) runs, 4 * Math.sqrt(0.063 / runs) + 5e-4);
    assertEquals(0.0076, over3 / (double) runs, 4 * Math.sqrt(0.0076 / runs) + 5e-5);
  }

  @Test
  void twoSinglePeriodsDifferByRootTwoMoreThanAKnownMeanWould() {
    Random random = new Random(16);
    int runs = 40_000;
    double squares = 0;
    int over3 = 0;
    int flagged = 0;
    for (int run = 0; run < runs; run++) {
      long now = (long) poisson(random, 16);
      long before = (long) poisson(random, 16);
      double naive = 2 * (Math.sqrt((double) now) - Math.sqrt((double) before));
      squares += naive * naive / runs;
      over3 += Math.abs(naive) > 3 ? 1 : 0;
      double z = naive / Math.sqrt(2);
      flagged += Math.abs(z) > 3 ? 1 : 0;
      if (run < 100) {
        assertEquals(z, CountChange.of(CountChange.Parameters.of(now, before)).z(), 1e-12);
      }
    }
    assertEquals(1.432, Math.sqrt(squares), 0.02);
    assertEquals(0.0361, over3 / (double) runs, 4 * Math.sqrt(0.0361 / runs));
    assertTrue(flagged / (double) runs < 0.006);
  }

  private static double poisson(Random random, double mean) {
    double product = random.nextDouble();
    double count = 0;
    while (product > Math.exp(-mean)) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  @Test
  void countsThatVaryMoreThanChanceWidenTheRangeWhereAsked() {
    long[] wild = {2, 60, 5, 70, 3};
    CountChange.Result poisson = CountChange.of(CountChange.Parameters.of(60, wild));
    CountChange.Result heeded =
        CountChange.of(new CountChange.Parameters(60, wild, 1, null, Double.NaN, 0.95));
    assertTrue(poisson.flagged());
    assertFalse(heeded.flagged());
    assertEquals(poisson.z() / Math.sqrt(heeded.phi()), heeded.z(), 1e-12);
    assertTrue(poisson.warnings().get(0).sentence().contains("phi"));
  }

  @Test
  void aTableHeedsHowManyRowsItHas() {
    List<CountChange.Parameters> rows = IntStream.range(0, 20)
        .mapToObj(i -> CountChange.Parameters.of(i == 0 ? 40 : 10, 10, 11, 9, 10))
        .toList();
    ChangeTable.Result table = ChangeTable.of(rows);
    assertTrue(table.flagged()[0]);
    assertEquals(1, IntStream.range(0, 20).filter(i -> table.flagged()[i]).count());
    assertEquals(20 * table.rows().get(0).exactMidP(), table.pAdjusted()[0], 1e-15);
  }

  @Test
  void wilsonsLogRateRatio() {
    RateRatio.Result result = RateRatio.of(50, 30, 60, 55);
    assertEquals(-0.4238142, result.logRatio(), 5e-8);
    assertEquals(0.6545455, result.ratio(), 5e-8);
    assertEquals(0.2969542, result.standardError(), 5e-8);
    assertEquals(0.153521, result.p(), 5e-7);
  }

  @Test
  void scanCorrectionComesNearTheSimulation() {
    double[] simulated = r.numbers("scan");
    double[][] cases = {{0.6, 2, 208, 6}, {1, 1, 260, 6}, {1, 4, 52, 10}, {0.1, 4, 52, 3}};
    for (int i = 0; i < cases.length; i++) {
      double p = ScanCorrection.p(
          new ScanCorrection.Parameters(cases[i][0], cases[i][1], cases[i][2], (int) cases[i][3]));
      double error = Math.sqrt(simulated[i] * (1 - simulated[i]) / 20_000);
      assertEquals(simulated[i], p, 4 * error + 0.005);
    }
  }

  @Test
  void wrongCountsAreRefusedInWords() {
    refused("both are 0", () -> ETest.p(0, 0));
    refused("both are 0", () -> ConditionalBinomial.of(0, 1, 0, 1, 0.95));
    refused("earlier period", () -> CountChange.of(CountChange.Parameters.of(3)));
    refused("at least 0", () -> CountChange.of(CountChange.Parameters.of(-1, 3)));
    refused("above 0", () -> RateRatio.of(0, 3, 4, 5));
    refused("not complete", () -> CountChange.requireComplete(false));
    CountChange.Result none = CountChange.of(CountChange.Parameters.of(0, 0, 0));
    refused("No incident", () -> Warning.refuseBelowMinimum(none.warnings()));
    assertEquals(0, none.z());
  }

  private static void refused(String part, Executable work) {
    Fault fault = assertThrows(Fault.class, work);
    assertTrue(fault.sentence().contains(part), fault.sentence());
  }
}
