package org.lamplight.analysis.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.hipparchus.special.Erf;

class TailsTest {

  @Property(tries = 2_000)
  void theTailOfTheNormalDistributionIsThatOfTheSlowerWay(
      @ForAll @Scale(4) @DoubleRange(min = -8, max = 25) double x) {
    double expected = Erf.erfc(x);
    assertEquals(expected, NormalTail.erfc(x), 1e-12 * expected);
  }

  /** R's pnorm. */
  @Example
  void theTailOfTheNormalDistributionIsThatOfR() {
    Oracle r = Oracle.read("change/counts.txt");
    double[] z = r.numbers("normal.z");
    double[] above = new double[z.length];
    double[] quantile = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      above[i] = Tails.normalAbove(z[i]);
      quantile[i] = Tails.normalQuantile(r.numbers("normal.p")[i]);
    }
    r.assertSame("normal.above", above, 1e-13);
    r.assertSame("normal.quantile", quantile, 1e-9);
  }

  @Property(tries = 300)
  void aPoissonQuantileIsTheFirstCountThatReachesIt(
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 500) double mean,
      @ForAll @Scale(4) @DoubleRange(min = 0.0005, max = 0.9995) double p) {
    int count = Tails.poissonQuantile(p, mean);
    assertEquals(true, Tails.poissonAtMost(count, mean) >= p * (1 - 1e-12));
    assertEquals(true, count == 0 || Tails.poissonAtMost(count - 1.0, mean) < p);
  }

  @Property(tries = 300)
  void aGammaQuantileGivesItsProbabilityBack(
      @ForAll @IntRange(min = 1, max = 5_000) int shape,
      @ForAll @Scale(4) @DoubleRange(min = 0.0001, max = 0.9999) double p) {
    double value = Tails.gammaQuantile(p, shape);
    assertEquals(p, Tails.poissonAtLeast(shape, value), 1e-10);
  }
}
