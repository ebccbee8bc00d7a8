package org.lamplight.analysis.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamplight.analysis.chance.Oracle;

/** Held to stl, strucchange, glm, MASS, sandwich and surveillance: fixtures/oracles/series/models.R. */
class SeriesOracleTest {

  private final Oracle r = Oracle.read("series/models.txt");

  @ParameterizedTest
  @CsvSource({
    "stl.periodic, 0, false",
    "stl.periodic.robust, 0, true",
    "stl.window, 13, false",
    "stl.window.robust, 7, true"
  })
  void decompositionIsThatOfR(String name, int window, boolean robust) {
    SeasonalTrend.Result result = SeasonalTrend.of(
        new SeasonalTrend.Parameters(r.numbers(robust ? "rough" : "month"), 12, window, robust));
    r.assertSame(name + ".seasonal", result.seasonal(), 1e-8);
    r.assertSame(name + ".trend", result.trend(), 1e-8);
    r.assertSame(name + ".weights", result.robustness(), 1e-7);
    double[] expected = r.numbers(name + ".remainder");
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], result.remainder()[i], 1e-9);
    }
  }

  @Test
  void aPeriodOfSevenAndALengthThatIsNoMultipleAreThoseOfR() {
    SeasonalTrend.Result result =
        SeasonalTrend.of(new SeasonalTrend.Parameters(r.numbers("weekly"), 7, 7, false));
    r.assertSame("stl.weekly.trend", result.trend(), 1e-8);
    r.assertSame("stl.weekly.seasonal", result.seasonal(), 1e-8);
  }

  @Test
  void changePointsAreThoseOfR() {
    ChangePoints.Result result = ChangePoints.of(ChangePoints.Parameters.of(r.numbers("level")));
    r.assertSame("break.rss", result.rss(), 1e-8);
    r.assertSame("break.bic", result.bic(), 1e-8);
    r.assertSame("break.at", Arrays.stream(result.breaks()).asDoubleStream().toArray(), 0);
    r.assertSame("break.lower", result.lower(), 0);
    r.assertSame("break.upper", result.upper(), 0);
    r.assertSame("break.means", result.means(), 1e-8);
    r.assertSame("break.supF", new double[] {result.supF(), result.supFAt()}, 1e-8);
    assertTrue(result.supFp() < 1e-8);
  }

  @Test
  void theChanceOfALargeFIsThatOfItsLaw() {
    double[] f = r.numbers("law.f");
    double[] p = r.numbers("law.p");
    for (int k = 0; k < f.length; k++) {
      assertEquals(p[k], ChangePoints.tail(f[k], 0.15), (p[k] > 0.2 ? 0.03 : 0.015) * p[k]);
    }
    // R reads Hansen's table, which was simulated on a grid and lies a tenth lower.
    ChangePoints.Result small = ChangePoints.of(ChangePoints.Parameters.of(r.numbers("small")));
    assertEquals(r.numbers("small.supF")[0], small.supF(), 1e-8);
    assertEquals(r.numbers("small.supF")[2], small.supFp(), 0.15 * small.supFp());
  }

  @Test
  void breaksOfCountsHaveTheLargestPoissonLikelihood() {
    ChangePoints.Result result =
        ChangePoints.of(new ChangePoints.Parameters(r.numbers("few"), 0.15, 3, 0.95, true));
    r.assertSame("few.bic", result.bic(), 1e-10);
    r.assertSame("few.at", Arrays.stream(result.breaks()).asDoubleStream().toArray(), 0);
  }

  private HarmonicPoisson.Result baseline() {
    return HarmonicPoisson.of(new HarmonicPoisson.Parameters(
        r.numbers("counts"), 12, 2, new double[][] {r.numbers("law")}, r.numbers("days"), 12));
  }

  @Test
  void theHarmonicBaselineIsThatOfR() {
    HarmonicPoisson.Result result = baseline();
    r.assertSame("poisson.coefficient", result.coefficient(), 1e-7);
    r.assertSame("poisson.error", result.standardError(), 1e-7);
    r.assertSame("poisson.quasi", result.quasiError(), 1e-7);
    r.assertSame("poisson.fit", new double[] {result.phi(), result.deviance()}, 1e-7);
    r.assertSame("poisson.fitted", result.fitted(), 1e-7);
    assertEquals("extra1", result.term().get(6));
  }

  @Test
  void theNegativeBinomialModelIsThatOfR() {
    NegativeBinomial.Result result = Objects.requireNonNull(baseline().negativeBinomial());
    r.assertSame("nb.coefficient", result.coefficient(), 1e-4);
    r.assertSame("nb.error", result.standardError(), 1e-4);
    r.assertSame(
        "nb.theta",
        new double[] {result.theta(), result.thetaError(), result.twoLogLikelihood()},
        1e-4);
  }

  @Test
  void errorsThatHeedAutocorrelationAreThoseOfR() {
    double[] counts = r.numbers("counts");
    double[] law = r.numbers("law");
    double[] days = r.numbers("days");
    double[][] columns = new double[counts.length][];
    Arrays.setAll(columns, i -> {
      double angle = 2 * Math.PI * (i + 1) / 12;
      return new double[] {
        1, i + 1, Math.sin(angle), Math.cos(angle), Math.sin(2 * angle), Math.cos(2 * angle), law[i]
      };
    });
    LogLinear.Parameters poisson = LogLinear.Parameters.poisson(counts, columns);
    LogLinear.Parameters model = new LogLinear.Parameters(
        counts,
        columns,
        Arrays.stream(days).map(Math::log).toArray(),
        poisson.weights(),
        poisson.theta());
    r.assertSame(
        "poisson.neweywest", NeweyWest.standardError(model, LogLinear.fit(model), 12), 1e-6);
  }

  @ParameterizedTest
  @EnumSource
  void alertsAreThoseOfR(Ears.Method method) {
    double alpha = method == Ears.Method.C3 ? 0.025 : 0.001;
    Ears.Result result = Ears.of(new Ears.Parameters(r.numbers("day"), method, alpha, 7));
    double[] bound = r.numbers("ears." + method);
    int first = result.upperBound().length - bound.length;
    double[] alarm = r.numbers("ears." + method + ".alarm");
    for (int i = 0; i < bound.length; i++) {
      Oracle.assertClose("bound " + i, bound[i], result.upperBound()[first + i], 1e-8);
      assertEquals(alarm[i] > 0, result.alarm()[first + i]);
    }
  }

  @Test
  void cumulativeSumsAlarmWhereRDoes() {
    double[] day = r.numbers("day");
    double[] tail = Arrays.copyOfRange(day, 1, day.length);
    Cusum.Result result = Cusum.of(new Cusum.Parameters(tail, 6, Math.sqrt(6), 0.5, 4));
    double[] alarm = r.numbers("cusum.alarm");
    double[] upward = Arrays.stream(result.upper()).map(s -> s >= 4 ? 1 : 0).toArray();
    Oracle.assertClose("cusum", alarm, upward, 0);
    assertTrue(Arrays.stream(alarm).sum() > 0);
  }
}
