package org.lamplight.analysis.point;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lamplight.analysis.chance.Oracle.assertClose;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lamplight.analysis.chance.Oracle;
import org.lamplight.fault.Fault;
import org.locationtech.jts.geom.Geometry;

class RipleyKTest {

  private static final Oracle ORACLE = Oracle.read("point/ripley.txt");
  private static final double[] R = ORACLE.numbers("r");
  private static final Geometry RECTANGLE = Twelve.box(0, 0, 900, 600);
  private static final Points POINTS = new Points(ORACLE.numbers("x"), ORACLE.numbers("y"));
  private static final Points EVEN = new Points(ORACLE.numbers("even.x"), ORACLE.numbers("even.y"));

  private static double[] twelve(RipleyK.Correction correction) {
    return RipleyK.of(new RipleyK.Parameters(
            Twelve.POINTS, Twelve.SQUARE, new double[] {50, 100}, correction))
        .k();
  }

  @Test
  void twelveEventsHaveTheFunctionsWorkedOutByHand() {
    double[] none = {106060.606, 121212.121};
    assertClose("none", none, twelve(RipleyK.Correction.NONE), 5e-9);
    assertClose(
        "border", new double[] {97222.2222, 116666.667}, twelve(RipleyK.Correction.BORDER), 5e-9);
    assertClose(
        "translation",
        new double[] {110617.886, 127231.389},
        twelve(RipleyK.Correction.TRANSLATION),
        5e-9);
    assertClose("isotropic", none, twelve(RipleyK.Correction.ISOTROPIC), 5e-9);
  }

  @Test
  void pointsOfOurOwnHaveTheFunctionsOfSpatstat() {
    for (RipleyK.Correction correction : RipleyK.Correction.values()) {
      RipleyK.Result result = RipleyK.of(new RipleyK.Parameters(POINTS, RECTANGLE, R, correction));
      String name = correction.name().toLowerCase(java.util.Locale.ROOT);
      ORACLE.assertSame(name, result.k(), 1e-9);
      assertEquals(Math.sqrt(result.k()[9] / Math.PI) - R[9], result.lMinusR()[9], 1e-12);
    }
  }

  @Test
  void inAPolygonTranslationAndTheBorderAreExactAndTheTableComesNear() {
    Points points = new Points(ORACLE.numbers("polygon.x"), ORACLE.numbers("polygon.y"));
    Geometry window =
        Twelve.polygon(ORACLE.numbers("polygon.window.x"), ORACLE.numbers("polygon.window.y"));
    double[] moved = RipleyK.of(
            new RipleyK.Parameters(points, window, R, RipleyK.Correction.TRANSLATION))
        .k();
    double[] border = RipleyK.of(
            new RipleyK.Parameters(points, window, R, RipleyK.Correction.BORDER))
        .k();
    ORACLE.assertSame("polygon.translation", moved, 1e-6);
    double[] quick = new PairSums(window, R, RipleyK.Correction.TRANSLATION).k(points);
    assertClose("table", moved, quick, 3e-4);
    ORACLE.assertSame("polygon.border", border, 1e-9);
    double[] circles = RipleyK.of(
            new RipleyK.Parameters(points, window, R, RipleyK.Correction.ISOTROPIC))
        .k();
    ORACLE.assertSame("polygon.isotropic", circles, 1e-9);
  }

  @Test
  void theArcsOfACircleInAWindowWithAHoleAreMeasured() {
    Geometry square = Twelve.polygon(new double[] {0, 10, 10, 0}, new double[] {0, 0, 10, 10});
    Geometry hole = Twelve.polygon(new double[] {6, 8, 8, 6}, new double[] {4, 4, 6, 6});
    Circles circles = new Circles(square.difference(hole));
    assertEquals(1, circles.inside(3, 5, 2), 1e-12);
    // About the corner a quarter is inside, about the middle the hole hides twice the arc of sine
    // 1/3.
    assertEquals(0.25, circles.inside(0, 0, 3), 1e-9);
    assertEquals(1 - Math.asin(1 / 2.0) / Math.PI, circles.inside(5, 5, 2), 1e-9);
  }

  @Test
  void theOverlapOfAPolygonIsThatOfItsIntersection() {
    Geometry window =
        Twelve.polygon(ORACLE.numbers("polygon.window.x"), ORACLE.numbers("polygon.window.y"));
    Overlap overlap = Overlap.of(window, true, 150);
    for (double[] moved : new double[][] {{0, 0}, {77, 31}, {-140, 3}, {20, -99}, {-61, -12}}) {
      Geometry there = org.locationtech.jts.geom.util.AffineTransformation.translationInstance(
              moved[0], moved[1])
          .transform(window);
      double shared = window.intersection(there).getArea();
      assertEquals(shared, overlap.at(moved[0], moved[1]), 1e-4 * window.getArea());
    }
  }

  @Test
  void bothTestsAreWithinChanceOfThoseOfSpatstat() {
    RipleyEnvelope.Result result = RipleyEnvelope.csr(
        new RipleyK.Parameters(EVEN, RECTANGLE, R, RipleyK.Correction.TRANSLATION), 1_999, 7);
    double[] mad = ORACLE.numbers("mad");
    assertClose("mad", mad[0], result.mad(), 1e-9);
    assertWithinChance(mad[1], result.madP());
    assertWithinChance(ORACLE.numbers("dclf")[1], result.dclfP());
  }

  /** Two simulated p of 2,000 each; spatstat throws a random number of events, we always as many. */
  private static void assertWithinChance(double expected, double actual) {
    double error = Math.sqrt(2 * expected * (1 - expected) / 2_000);
    assertEquals(expected, actual, 4 * error + 0.02);
  }

  @Test
  void clustersLeaveTheGlobalBandAndEvenEventsDoNot() {
    RipleyEnvelope.Result clustered = RipleyEnvelope.csr(
        new RipleyK.Parameters(POINTS, RECTANGLE, R, RipleyK.Correction.ISOTROPIC), 99, 1);
    assertEquals(0.01, clustered.madP(), 0);
    assertTrue(IntStream.range(0, R.length)
        .anyMatch(i -> clustered.observed()[i] > clustered.high()[i]));
    RipleyEnvelope.Result even = RipleyEnvelope.csr(
        new RipleyK.Parameters(EVEN, RECTANGLE, R, RipleyK.Correction.BORDER), 99, 1);
    assertTrue(even.madP() > 0.05);
  }

  @Test
  void pIsUniformForEventsThrownEvenly() {
    int runs = 150;
    double[] r = {0, 40, 80, 120};
    long low = IntStream.range(0, runs)
        .filter(run -> {
          Points points = Twelve.random(run, 40, 900, 600);
          return RipleyEnvelope.csr(
                      new RipleyK.Parameters(points, RECTANGLE, r, RipleyK.Correction.TRANSLATION),
                      39,
                      run + 100)
                  .dclfP()
              <= 0.2;
        })
        .count();
    assertEquals(0.2, low / (double) runs, 4 * Math.sqrt(0.16 / runs));
  }

  @Test
  void labelsThatClusterAreFoundAndLabelsByChanceAreNot() {
    boolean[] left = new boolean[EVEN.size()];
    boolean[] chance = new boolean[EVEN.size()];
    for (int i = 0; i < left.length; i++) {
      left[i] = EVEN.x()[i] < 300;
      chance[i] = i % 3 == 0;
    }
    RipleyK.Parameters parameters =
        new RipleyK.Parameters(EVEN, RECTANGLE, R, RipleyK.Correction.TRANSLATION);
    assertTrue(RipleyEnvelope.labelling(parameters, left, 199, 1).dclfP() <= 0.01);
    RipleyEnvelope.Result none = RipleyEnvelope.labelling(parameters, chance, 199, 1);
    assertTrue(none.dclfP() > 0.02);
    assertEquals(R.length, none.mean().length);
    assertThrows(
        Fault.class, () -> RipleyEnvelope.labelling(parameters, new boolean[EVEN.size()], 199, 1));
  }

  @Test
  void theOrderOfEventsAndTheNumberOfProcessorsDoNotMatter() throws Exception {
    RipleyK.Parameters one =
        new RipleyK.Parameters(POINTS, RECTANGLE, R, RipleyK.Correction.TRANSLATION);
    RipleyK.Parameters other = new RipleyK.Parameters(
        POINTS.chosen(Twelve.shuffled(POINTS.size(), 2)),
        RECTANGLE,
        R,
        RipleyK.Correction.TRANSLATION);
    assertArrayEquals(RipleyK.of(one).k(), RipleyK.of(other).k(), 1e-6);
    double[] many = RipleyEnvelope.csr(one, 39, 5).high();
    ForkJoinPool single = new ForkJoinPool(1);
    try {
      assertArrayEquals(
          many, single.submit(() -> RipleyEnvelope.csr(one, 39, 5).high()).get());
    } finally {
      single.shutdown();
    }
  }

  @Test
  void nonsenseIsRefusedWithASentence() {
    Geometry triangle = Twelve.polygon(new double[] {0, 900, 0}, new double[] {0, 0, 600});
    Geometry bends = triangle.buffer(100, 200);
    assertThrows(
        Fault.class, () -> new RipleyK.Parameters(POINTS, bends, R, RipleyK.Correction.ISOTROPIC));
    assertThrows(
        Fault.class,
        () -> RipleyK.of(new RipleyK.Parameters(POINTS, triangle, R, RipleyK.Correction.BORDER)));
    double[] falling = {0, 50, 20};
    assertThrows(
        Fault.class,
        () -> new RipleyK.Parameters(POINTS, RECTANGLE, falling, RipleyK.Correction.NONE));
    double[] usual = RipleyK.defaultDistances(RECTANGLE);
    assertEquals(51, usual.length);
    assertEquals(150, Arrays.stream(usual).max().orElse(0), 0);
  }
}
