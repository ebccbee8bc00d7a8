package org.lamplight.analysis.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.lamplight.analysis.chance.Oracle;
import org.lamplight.fault.Fault;

class MannKendallTest {

  @Example
  void trendsAreThoseOfR() {
    Oracle r = Oracle.read("series/trend.txt");
    for (int k = 0; k < 5; k++) {
      MannKendall.Result result = MannKendall.of(r.numbers("series." + k));
      double[] actual = {
        result.s(), result.variance(), result.z(), result.p(), result.tau(), result.sen()
      };
      r.assertSame("result." + k, actual, 1e-8);
    }
  }

  @Example
  void theWorkedExampleWithTies() {
    MannKendall.Result result = MannKendall.of(new double[] {1, 2, 2, 3, 1, 4, 5, 4, 6, 7, 7, 9});
    assertEquals(54, result.s());
    assertEquals(208.666667, result.variance(), 5e-7);
    assertEquals(3.66901367, result.z(), 5e-9);
    assertEquals(0.000243488, result.p(), 5e-10);
    assertEquals(0.844162289, result.tau(), 5e-10);
    assertEquals(0.6666667, result.sen(), 5e-8);
  }

  @Property(tries = 50)
  void aRisingTransformationChangesNothingButTheSlope(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    double[] series = new Random(seed).ints(25, 0, 12).asDoubleStream().toArray();
    MannKendall.Result before = MannKendall.of(series);
    MannKendall.Result after =
        MannKendall.of(Arrays.stream(series).map(v -> Math.exp(v / 3)).toArray());
    MannKendall.Result back = MannKendall.of(Arrays.stream(series).map(v -> -v).toArray());
    assertEquals(before.z(), after.z(), 1e-12);
    assertEquals(before.z(), -back.z(), 1e-12);
    assertEquals(before.sen(), -back.sen(), 1e-12);
  }

  @Example
  void aGapIsLeftOutAndSlopesHeedIt() {
    MannKendall.Result result = MannKendall.of(new double[] {1, Double.NaN, 3, 4});
    assertEquals(3, result.s());
    assertEquals(1, result.sen(), 1e-12);
    assertTrue(result.warnings().get(0).belowMinimum());
  }

  @Example
  void aFlatSeriesHasNoTrend() {
    MannKendall.Result result = MannKendall.of(new double[] {2, 2, 2, 2});
    assertEquals(0, result.z());
    assertEquals(1, result.p());
    assertThrows(Fault.class, () -> MannKendall.of(new double[] {2, Double.NaN, 2}));
  }
}
