package org.lamplight.analysis.point;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lamplight.analysis.chance.Oracle.assertClose;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lamplight.analysis.chance.Oracle;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.fault.Fault;
import org.lamplight.geo.PlaneGrid;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

@SuppressWarnings("NullAway") // it does not see in class files that an array may be null
class KernelDensityTest {

  private static final Points AT =
      new Points(new double[] {100, 500, 615}, new double[] {100, 500, 655});
  private static final Oracle ORACLE = Oracle.read("point/density.txt");
  private static final Points POINTS = new Points(ORACLE.numbers("x"), ORACLE.numbers("y"));
  private static final Geometry WINDOW =
      Twelve.polygon(ORACLE.numbers("window.x"), ORACLE.numbers("window.y"));

  private static double[] twelve(Kernel kernel, double bandwidth, EdgeCorrection edge) {
    return KernelDensity.atPoints(
            parameters(Twelve.POINTS, kernel, bandwidth, edge, Twelve.SQUARE), AT)
        .perSquareMetre();
  }

  private static KernelDensity.Parameters parameters(
      Points points,
      Kernel kernel,
      double bandwidth,
      EdgeCorrection edge,
      @Nullable Geometry window) {
    return KernelDensity.Parameters.of(points, kernel, bandwidth, edge, window);
  }

  @Test
  void twelveEventsHaveTheDensitiesWorkedOutByHand() {
    double[] gaussian = {4.44072286e-05, 2.74752355e-05, 3.19685356e-05};
    double[] uniform = {6.27343924e-05, 2.74752670e-05, 3.19793874e-05};
    double[] quartic = {6.63834273e-05, 2.73920080e-05, 4.73893542e-05};
    assertClose("gaussian", gaussian, twelve(Kernel.GAUSSIAN, 100, EdgeCorrection.NONE), 2e-9);
    assertClose("uniform", uniform, twelve(Kernel.GAUSSIAN, 100, EdgeCorrection.UNIFORM), 2e-9);
    assertClose("quartic", quartic, twelve(Kernel.QUARTIC, 200, EdgeCorrection.NONE), 2e-9);
  }

  @Test
  void sharesInsideASquareAreProductsOfNormalProbabilities() {
    Window window = new Window(Twelve.SQUARE, Kernel.GAUSSIAN.reach(100));
    assertEquals(.707860982, window.share(Kernel.GAUSSIAN, 100, 100, 100), 5e-10);
    assertEquals(.999998853, window.share(Kernel.GAUSSIAN, 100, 500, 500), 5e-10);
    assertEquals(.999660664, window.share(Kernel.GAUSSIAN, 100, 615, 655), 5e-10);
    assertEquals(.25, window.share(Kernel.GAUSSIAN, 100, 0, 0), 1e-13);
    assertEquals(.5, window.share(Kernel.QUARTIC, 100, 0, 500), 1e-13);
    assertEquals(1, window.share(Kernel.QUARTIC, 100, 500, 500), 0);
  }

  @Test
  void pointsOfOurOwnHaveTheDensitiesOfSpatstat() {
    double[] weight = ORACLE.numbers("weight");
    KernelDensity.Parameters gaussian =
        parameters(POINTS, Kernel.GAUSSIAN, 200, EdgeCorrection.NONE, WINDOW);
    KernelDensity.Parameters weighted = new KernelDensity.Parameters(
        POINTS, weight, Kernel.GAUSSIAN, 200, EdgeCorrection.NONE, WINDOW);
    KernelDensity.Parameters quartic =
        parameters(POINTS, Kernel.QUARTIC, 150 * Math.sqrt(8), EdgeCorrection.NONE, WINDOW);
    ORACLE.assertSame("gaussian", KernelDensity.atPoints(gaussian, POINTS).perSquareMetre(), 1e-9);
    ORACLE.assertSame(
        "gaussian.weighted", KernelDensity.atPoints(weighted, POINTS).perSquareMetre(), 1e-9);
    ORACLE.assertSame("quartic", KernelDensity.atPoints(quartic, POINTS).perSquareMetre(), 1e-9);
  }

  @Test
  void edgeCorrectionsAgreeWithSpatstatAsFarAsItsPixelsReach() {
    for (EdgeCorrection edge :
        new EdgeCorrection[] {EdgeCorrection.UNIFORM, EdgeCorrection.DIGGLE}) {
      double[] ours = KernelDensity.atPoints(
              parameters(POINTS, Kernel.GAUSSIAN, 200, edge, WINDOW), POINTS)
          .perSquareMetre();
      String name = edge == EdgeCorrection.UNIFORM ? "pixels.uniform" : "pixels.diggle";
      ORACLE.assertSame(name, ours, 0.02);
    }
  }

  @Property(tries = 20)
  void quarticsOnAGridAreTheSumsAtItsCentres(
      @ForAll @IntRange(min = 1, max = 3000) int size,
      @ForAll @DoubleRange(min = 5, max = 900) double radius,
      @ForAll @IntRange(min = 1, max = 30) int columns,
      @ForAll long seed) {
    Points points = Twelve.random(seed, size, 1200, 1000);
    PlaneGrid grid = PlaneGrid.over(new Envelope(150, 1000, 100, 900), columns, 21);
    assertGridEqualsPoints(
        parameters(points, Kernel.QUARTIC, radius, EdgeCorrection.NONE, null), grid);
  }

  @Property(tries = 10)
  void gaussiansOnAGridAreTheSumsAtItsCentres(
      @ForAll @IntRange(min = 1, max = 500) int size,
      @ForAll @DoubleRange(min = 3, max = 900) double sigma,
      @ForAll long seed) {
    Points points = Twelve.random(seed, size, 1200, 1000);
    PlaneGrid grid = PlaneGrid.over(new Envelope(150, 1000, 100, 900), 17, 90);
    assertGridEqualsPoints(
        parameters(points, Kernel.GAUSSIAN, sigma, EdgeCorrection.NONE, null), grid);
  }

  private static void assertGridEqualsPoints(KernelDensity.Parameters parameters, PlaneGrid grid) {
    double[] cells = KernelDensity.onGrid(parameters, grid).perSquareMetre();
    Points centres = new Points(KernelDensity.centresX(grid), KernelDensity.centresY(grid));
    double[] places = KernelDensity.atPoints(parameters, centres).perSquareMetre();
    double top = Arrays.stream(places).max().orElse(0);
    for (int i = 0; i < cells.length; i++) {
      assertEquals(places[i], cells[i], 1e-9 * places[i] + 1e-13 * top);
    }
  }

  @Test
  void denseRowsGoThroughSumsAndStayExact() {
    Points points = Twelve.random(5, 40_000, 1000, 1000);
    KernelDensity.Parameters parameters =
        parameters(points, Kernel.QUARTIC, 110, EdgeCorrection.NONE, null);
    PlaneGrid grid = PlaneGrid.over(new Envelope(0, 1000, 0, 1000), 50, 50);
    double[] cells = KernelDensity.onGrid(parameters, grid).perSquareMetre();
    for (int cell = 0; cell < cells.length; cell += 37) {
      double x = grid.centreX(cell % 50);
      double y = grid.centreY(cell / 50);
      assertClose("cell " + cell, naive(points, 110, x, y), cells[cell], 1e-10);
    }
  }

  private static double naive(Points points, double radius, double x, double y) {
    double sum = 0;
    for (int i = 0; i < points.size(); i++) {
      double square = Math.pow(points.x()[i] - x, 2) + Math.pow(points.y()[i] - y, 2);
      double rest = 1 - square / (radius * radius);
      sum += rest > 0 ? rest * rest : 0;
    }
    return 3 * sum / (Math.PI * radius * radius);
  }

  @Property(tries = 12)
  void aDensityWithDigglesCorrectionIntegratesToItsEvents(
      @ForAll @DoubleRange(min = 120, max = 700) double bandwidth,
      @ForAll Kernel kernel,
      @ForAll @IntRange(min = 1, max = 60) int size,
      @ForAll long seed) {
    Points all = Twelve.random(seed, size, 3900, 1400);
    PlaneGrid grid = PlaneGrid.over(WINDOW.getEnvelopeInternal(), 400, 300);
    KernelDensity.Result result = KernelDensity.onGrid(
        parameters(all, kernel, bandwidth, EdgeCorrection.DIGGLE, WINDOW), grid);
    double byCells = grid.cellAreaSquareMetres()
        * Arrays.stream(result.perSquareMetre()).filter(v -> !Double.isNaN(v)).sum();
    assertEquals(size, result.integral(), 0);
    assertEquals(size, byCells, 0.01 * size);
  }

  @Test
  void theIntegralWithoutCorrectionIsWhatIsInside() {
    KernelDensity.Result at = KernelDensity.atPoints(
        parameters(Twelve.POINTS, Kernel.QUARTIC, 200, EdgeCorrection.NONE, Twelve.SQUARE), AT);
    PlaneGrid grid = PlaneGrid.over(new Envelope(0, 1000, 0, 1000), 1000, 1000);
    KernelDensity.Result cells = KernelDensity.onGrid(
        parameters(Twelve.POINTS, Kernel.QUARTIC, 200, EdgeCorrection.NONE, Twelve.SQUARE), grid);
    assertEquals(Arrays.stream(cells.perSquareMetre()).sum(), at.integral(), 1e-4);
  }

  @Test
  void theOrderOfEventsDoesNotMatter() {
    int[] order = Twelve.shuffled(POINTS.size(), 3);
    PlaneGrid grid = PlaneGrid.over(WINDOW.getEnvelopeInternal(), 100);
    KernelDensity.Parameters one =
        parameters(POINTS, Kernel.QUARTIC, 400, EdgeCorrection.DIGGLE, WINDOW);
    KernelDensity.Parameters other =
        parameters(POINTS.chosen(order), Kernel.QUARTIC, 400, EdgeCorrection.DIGGLE, WINDOW);
    assertClose(
        "shuffled",
        KernelDensity.onGrid(one, grid).perSquareMetre(),
        KernelDensity.onGrid(other, grid).perSquareMetre(),
        1e-11);
  }

  @Test
  void theNumberOfProcessorsDoesNotMatter() throws Exception {
    Points points = Twelve.random(9, 30_000, 4000, 3000);
    KernelDensity.Parameters parameters =
        parameters(points, Kernel.QUARTIC, 300, EdgeCorrection.DIGGLE, WINDOW);
    PlaneGrid grid = PlaneGrid.over(WINDOW.getEnvelopeInternal(), 60, 40);
    double[] many = KernelDensity.onGrid(parameters, grid).perSquareMetre();
    ForkJoinPool one = new ForkJoinPool(1);
    try {
      double[] single = one.submit(() -> KernelDensity.onGrid(parameters, grid).perSquareMetre())
          .get();
      assertArrayEquals(many, single);
    } finally {
      one.shutdown();
    }
  }

  @Test
  void placesAndEventsOutsideTheWindowAreLeftOutAndSaidSo() {
    Geometry half = Twelve.box(0, 0, 500, 1000);
    KernelDensity.Result result = KernelDensity.atPoints(
        parameters(Twelve.POINTS, Kernel.QUARTIC, 200, EdgeCorrection.DIGGLE, half), AT);
    assertEquals(7, result.integral(), 0);
    assertTrue(Double.isNaN(result.perSquareMetre()[2]));
    assertTrue(result.warnings().stream().anyMatch(w -> w.sentence().startsWith("5 of 12 events")));
    assertThrows(Fault.class, () -> Warning.refuseBelowMinimum(result.warnings()));
  }

  @Test
  void degreesAndNonsenseAreRefusedWithASentence() {
    Points degrees = new Points(new double[] {-118.21, -118.3}, new double[] {34.05, 34.1});
    Fault fault = assertThrows(
        Fault.class, () -> parameters(degrees, Kernel.QUARTIC, 400, EdgeCorrection.NONE, null));
    assertTrue(fault.sentence().contains("degrees"), fault.sentence());
    assertThrows(
        Fault.class, () -> parameters(Twelve.POINTS, Kernel.QUARTIC, 0, EdgeCorrection.NONE, null));
    assertThrows(
        Fault.class,
        () -> parameters(Twelve.POINTS, Kernel.QUARTIC, 9, EdgeCorrection.DIGGLE, null));
    assertThrows(Fault.class, () -> new Points(new double[] {1, Double.NaN}, new double[2]));
    assertThrows(Fault.class, () -> new Points(new double[3], new double[2]));
    assertThrows(Fault.class, () -> new Points(new double[0], new double[0]));
    Geometry bow = Twelve.polygon(new double[] {0, 9, 9, 0}, new double[] {0, 9, 0, 9});
    assertThrows(
        Fault.class,
        () -> KernelDensity.atPoints(
            parameters(Twelve.POINTS, Kernel.QUARTIC, 9, EdgeCorrection.DIGGLE, bow), AT));
  }
}
