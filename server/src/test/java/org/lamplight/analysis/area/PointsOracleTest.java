package org.lamplight.analysis.area;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamplight.analysis.chance.Alternative;
import org.lamplight.analysis.chance.MultipleTests;
import org.lamplight.analysis.chance.Oracle;
import org.lamplight.analysis.chance.Permutations;

/** Held to spdep on points of our own: fixtures/oracles/area/points.R. */
class PointsOracleTest {

  private static final double CLOSED_FORM = 1e-8;

  private final Oracle r = Oracle.read("area/points.txt");
  private final double[] x = r.numbers("x");
  private final double[] y = r.numbers("y");
  private final double[] value = r.numbers("value");
  private final Neighbors near = Neighbors.nearest(x, y, 5);
  private final Neighbors band = Neighbors.within(x, y, 900);

  @Test
  void neighborsAreThoseOfR() {
    int[][] nearest = r.lists("near", x.length);
    int[][] within = r.lists("band", x.length);
    for (int i = 0; i < x.length; i++) {
      assertArrayEquals(nearest[i], near.of(i));
      assertArrayEquals(within[i], band.of(i));
    }
    assertArrayEquals(new int[] {x.length - 1}, band.islands());
  }

  @ParameterizedTest
  @EnumSource
  void giAndGiStarAreThoseOfR(Style style) {
    assertGi("gi.near." + style, GetisOrd.gi(gi(near, style)));
    assertGi("gistar.near." + style, GetisOrd.giStar(gi(near, style)));
    assertGi("gi.band." + style, GetisOrd.gi(gi(band, style)));
  }

  private GetisOrd.Parameters gi(Neighbors neighbors, Style style) {
    return new GetisOrd.Parameters(value, neighbors, style, null);
  }

  private void assertGi(String name, GetisOrd.Result result) {
    r.assertSame(name + ".z", result.z(), CLOSED_FORM);
    int n = name.contains("band") ? value.length - 1 : value.length;
    assertPart(name + ".statistic", result.statistic(), n);
    assertPart(name + ".expectation", result.expectation(), n);
    assertPart(name + ".variance", result.variance(), n);
  }

  private void assertPart(String name, double[] actual, int n) {
    Oracle.assertClose(
        name, Arrays.copyOf(r.numbers(name), n), Arrays.copyOf(actual, n), CLOSED_FORM);
  }

  @ParameterizedTest
  @EnumSource
  void localMoranIsThatOfRWithEitherSecondMomentAndEitherKindOfMoments(Style style) {
    for (boolean sample : new boolean[] {false, true}) {
      for (boolean total : new boolean[] {false, true}) {
        LocalMoran.Result result = LocalMoran.of(
            new LocalMoran.Parameters(value, Weights.of(near, style), sample, total, null));
        String name = "localmoran." + style + (sample ? ".sample" : ".n")
            + (total ? ".total" : ".conditional");
        r.assertSame(name + ".statistic", result.statistic(), CLOSED_FORM);
        r.assertSame(name + ".expectation", result.expectation(), CLOSED_FORM);
        r.assertSame(name + ".variance", result.variance(), CLOSED_FORM);
        r.assertSame(name + ".z", result.z(), CLOSED_FORM);
        r.assertSame(name + ".p", result.p(), CLOSED_FORM);
      }
    }
  }

  @Test
  void quadrantsAndAdjustedValuesAreThoseOfR() {
    LocalMoran.Result result =
        LocalMoran.of(LocalMoran.Parameters.of(value, Weights.of(near, Style.W), null));
    List<Quadrant> names = List.of(Quadrant.values());
    assertEquals(
        Arrays.stream(r.integers("quadrant")).mapToObj(q -> names.get(q - 1)).toList(),
        List.of(result.quadrant()));
    r.assertSame("localmoran.fdr", result.pAdjusted(), CLOSED_FORM);
    r.assertSame("localmoran.bonferroni", MultipleTests.bonferroni(result.p()), CLOSED_FORM);
  }

  @ParameterizedTest
  @EnumSource
  void globalStatisticsAreThoseOfR(Style style) {
    for (String set : new String[] {"near", "band"}) {
      Weights weights = Weights.of(set.equals("near") ? near : band, style);
      String end = "." + set + "." + style;
      GlobalParameters random = GlobalParameters.of(value, weights);
      assertGlobal("moran.randomisation" + end, GlobalMoran.of(random));
      assertGlobal("generalg" + end, GeneralG.of(random));
      assertGlobal(
          "moran.normality" + end,
          GlobalMoran.of(new GlobalParameters(value, weights, true, Alternative.TWO_SIDED, null)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void gearyIsThatOfR(Style style) {
    Weights weights = Weights.of(near, style);
    String end = ".near." + style;
    assertGlobal("geary.randomisation" + end, Geary.of(GlobalParameters.of(value, weights)));
    assertGlobal(
        "geary.normality" + end,
        Geary.of(new GlobalParameters(value, weights, true, Alternative.LESS, null)));
  }

  private void assertGlobal(String name, GlobalResult result) {
    double[] actual = {
      result.statistic(), result.expectation(), result.variance(), result.z(), result.p()
    };
    r.assertSame(name, actual, CLOSED_FORM);
  }

  @Test
  void permutationOfLocalMoranComesWithinFourStandardErrorsOfR() {
    LocalMoran.Result result = LocalMoran.of(
        LocalMoran.Parameters.of(value, Weights.of(near, Style.W), new Permutations(9_999, 5)));
    double[] expected = r.numbers("permutation.two.sided");
    for (int i = 0; i < expected.length; i++) {
      double chance = Math.max(expected[i] * (2 - expected[i]), 4e-4) / 9_999;
      assertEquals(expected[i], result.p()[i], 4 * Math.sqrt(2 * chance) + 4e-4, "unit " + i);
    }
  }

  @Test
  void permutationOfMoranComesWithinFourStandardErrorsOfR() {
    GlobalResult result = GlobalMoran.of(new GlobalParameters(
        value, Weights.of(near, Style.W), false, Alternative.GREATER, new Permutations(9_999, 5)));
    double[] expected = r.numbers("moran.permutation");
    double error = expected[2] * Math.sqrt(2.0 / 9_999);
    assertEquals(expected[0], result.permutationP(), 1e-12);
    assertEquals(expected[1], result.permutationMean(), 4 * error);
    assertEquals(expected[2], result.permutationSd(), 4 * error);
    assertTrue(result.p() < 1e-6);
  }
}
