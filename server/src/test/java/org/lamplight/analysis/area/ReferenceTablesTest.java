package org.lamplight.analysis.area;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.analysis.chance.MultipleTests;
import org.lamplight.analysis.chance.Oracle;
import org.lamplight.analysis.chance.Permutations;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Worked examples: a lattice of 5 x 5, the 16 x 16 cells of Ord and Getis (1995), the counties of Cressie (1993). */
class ReferenceTablesTest {

  private static final double[] LATTICE = {
    1, 2, 1, 0, 0, 2, 8, 9, 1, 0, 1, 9, 10, 2, 1, 0, 1, 2, 1, 0, 0, 0, 1, 0, 5
  };

  private static Neighbors lattice(boolean corners) {
    int[][] lists = new int[25][];
    for (int i = 0; i < 25; i++) {
      int unit = i;
      lists[i] = IntStream.range(0, 25)
          .filter(j -> {
            int across = Math.abs(unit % 5 - j % 5);
            int down = Math.abs(unit / 5 - j / 5);
            return corners ? Math.max(across, down) == 1 : across + down == 1;
          })
          .toArray();
    }
    return Neighbors.of(lists);
  }

  @Test
  void moranOfTheLattice() {
    GlobalResult queen =
        GlobalMoran.of(GlobalParameters.of(LATTICE, Weights.of(lattice(true), Style.W)));
    assertEquals(0.23526227, queen.statistic(), 5e-9);
    assertEquals(2.66633071, queen.z(), 5e-9);
    assertEquals(0.00383421, queen.p(), 5e-9);
    GlobalResult rook =
        GlobalMoran.of(GlobalParameters.of(LATTICE, Weights.of(lattice(false), Style.W)));
    assertEquals(0.40295462, rook.statistic(), 5e-9);
    assertEquals(3.03316627, rook.z(), 5e-9);
  }

  @Test
  void hotSpotsOfTheLattice() {
    GetisOrd.Result result =
        GetisOrd.giStar(new GetisOrd.Parameters(LATTICE, lattice(true), Style.B, null));
    assertEquals(2.931380, result.z()[6], 5e-7);
    assertEquals(2.931380, result.z()[12], 5e-7);
    assertEquals(2.800981, result.z()[7], 5e-7);
    assertEquals(2.800981, result.z()[11], 5e-7);
    assertEquals(-0.532687, result.z()[24], 5e-7);
    assertArrayEquals(
        new int[] {6, 7, 11, 12},
        IntStream.range(0, 25).filter(i -> result.pAdjusted()[i] <= 0.05).toArray());
    double[] bonferroni = MultipleTests.bonferroni(result.p());
    assertEquals(0, IntStream.range(0, 25).filter(i -> bonferroni[i] <= 0.05).count());
    assertEquals(2, result.fdrClass()[6]);
    assertEquals(3, result.rawClass()[6]);
  }

  @Test
  void localMoranOfTheLattice() {
    LocalMoran.Result result =
        LocalMoran.of(LocalMoran.Parameters.of(LATTICE, Weights.of(lattice(true), Style.W), null));
    assertEquals(1.222596, result.statistic()[6], 5e-7);
    assertEquals(2.668904, result.z()[6], 5e-7);
    assertEquals(1.453171, result.statistic()[12], 5e-7);
    assertEquals(2.661157, result.z()[12], 5e-7);
    assertEquals(-0.540211, result.statistic()[24], 5e-7);
    assertEquals(Quadrant.HL, result.quadrant()[24]);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 60, 90, 120})
  void theExampleOfOrdAndGetis(int metres) {
    Oracle r = Oracle.read("area/getisord.txt");
    double[] value = r.numbers("value");
    int at = (int) r.number("at");
    Neighbors within = Neighbors.within(r.numbers("x"), r.numbers("y"), metres);
    GetisOrd.Parameters parameters = new GetisOrd.Parameters(value, within, Style.B, null);
    r.assertSame("gi." + metres, new double[] {GetisOrd.gi(parameters).z()[at]}, 1e-10);
    r.assertSame("gistar." + metres, new double[] {GetisOrd.giStar(parameters).z()[at]}, 1e-10);
  }

  @Test
  void countiesTouchAsTheyDoInR() throws ParseException {
    assertContiguity(Oracle.read("area/sids.txt"), 100);
    assertEquals(
        490, Neighbors.queen(polygons(Oracle.read("area/sids.txt"), 100)).links());
  }

  @Test
  void voronoiTilesTouchAsTheyDoInR() throws ParseException {
    assertContiguity(Oracle.read("area/tiles.txt"), 120);
  }

  private static void assertContiguity(Oracle r, int n) throws ParseException {
    List<Geometry> polygons = polygons(r, n);
    Neighbors queen = Neighbors.queen(polygons);
    Neighbors rook = Neighbors.rook(polygons);
    int[][] queens = r.lists("queen", n);
    int[][] rooks = r.lists("rook", n);
    for (int i = 0; i < n; i++) {
      assertArrayEquals(queens[i], queen.of(i), "queen " + i);
      assertArrayEquals(rooks[i], rook.of(i), "rook " + i);
    }
  }

  private static List<Geometry> polygons(Oracle r, int n) throws ParseException {
    List<Geometry> polygons = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      polygons.add(new WKTReader().read(r.text("polygon." + i)));
    }
    return polygons;
  }

  @Test
  void moranOfRatesAndItsEmpiricalBayesIndex() {
    Oracle r = Oracle.read("area/sids.txt");
    double[] cases = r.numbers("cases");
    double[] births = r.numbers("births");
    Weights weights = Weights.of(Neighbors.of(r.lists("queen", 100)), Style.W);
    double[] rate = new double[cases.length];
    java.util.Arrays.setAll(rate, i -> cases[i] / births[i]);
    GlobalResult moran = GlobalMoran.of(GlobalParameters.of(rate, weights));
    assertEquals(0.230910449, moran.statistic(), 5e-10);
    assertEquals(3.780073771, moran.z(), 5e-10);
    GlobalResult index =
        RateMoran.of(new RateMoran.Parameters(cases, births, weights, new Permutations(999, 1)));
    assertEquals(0.2487462143, index.statistic(), 5e-11);
    assertEquals(0.001, index.permutationP(), 1e-12);
    double[] expected = r.numbers("ebi");
    assertEquals(expected[2], index.permutationMean(), 4 * expected[3] * Math.sqrt(2 / 999.0));
    assertEquals(expected[3], index.permutationSd(), 4 * expected[3] / Math.sqrt(999));
  }
}
