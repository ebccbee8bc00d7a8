package org.lamplight.app.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.point.Dbscan;
import org.lamplight.analysis.point.EdgeCorrection;
import org.lamplight.analysis.point.Kernel;
import org.lamplight.analysis.point.KernelDensity;
import org.lamplight.analysis.point.Knox;
import org.lamplight.analysis.point.Points;
import org.lamplight.analysis.point.RipleyEnvelope;
import org.lamplight.analysis.point.RipleyK;
import org.lamplight.fault.Fault;
import org.lamplight.geo.PlaneGrid;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Times the statistics of points, against plain loops on one processor and against R where it is installed, which must give the same. */
final class PatternsBench {

  private static final int MILLION = 1_000_000;
  private static final int CELLS = 512;
  private static final double RADIUS = 400;
  private static final int KNOX_EVENTS = 100_000;
  private static final int KNOX_SMALL = 2_000;
  private static final int ROUNDS = 999;
  private static final int RIPLEY_POINTS = 20_000;
  private static final int SIMULATIONS = 99;
  private static final int WARM_UP = 8;

  private final Report report;
  private final int runs;
  private final PatternsWorld world = new PatternsWorld();
  private final Geometry square =
      new GeometryFactory().toGeometry(new Envelope(0, world.side(), 0, world.side()));

  PatternsBench(Report report, int runs) {
    this.report = report;
    this.runs = runs;
  }

  void run() throws Exception {
    density();
    clusters();
    nearRepeats();
    secondOrder();
  }

  private KernelDensity.Parameters parameters(
      Points points, EdgeCorrection edge, @Nullable Geometry window) {
    return new KernelDensity.Parameters(points, null, Kernel.QUARTIC, RADIUS, edge, window);
  }

  private void density() throws Exception {
    Points points = world.points(MILLION);
    PlaneGrid grid = PlaneGrid.over(square.getEnvelopeInternal(), CELLS, CELLS);
    KernelDensity.Parameters none = parameters(points, EdgeCorrection.NONE, null);
    KernelDensity.Parameters diggle = parameters(points, EdgeCorrection.DIGGLE, square);
    double[] ours = KernelDensity.onGrid(none, grid).perSquareMetre();
    double seconds = median(() -> KernelDensity.onGrid(none, grid), WARM_UP);
    double[] plain = PatternsPlain.density(points, grid, RADIUS);
    requireClose(plain, ours, 1e-9);
    double loop = Timings.seconds(() -> PatternsPlain.density(points, grid, RADIUS));
    double r = PatternsInR.density(points, world.side(), CELLS, RADIUS, false);
    report.row(
        "quartic density, a million points, 1,200 km2, 512 x 512 cells, R = 400 m, exact",
        ms(seconds) + "; a plain loop " + times(loop, seconds) + r("density.ppp", r, seconds),
        "at most 100 ms, R at least 8 x");
    double edged = median(() -> KernelDensity.onGrid(diggle, grid), WARM_UP);
    double rEdged = PatternsInR.density(points, world.side(), CELLS, RADIUS, true);
    report.row(
        "the same with Diggle's edge correction",
        ms(edged) + r("density.ppp", rEdged, edged),
        "at most 100 ms, R at least 8 x");
  }

  private void clusters() throws Exception {
    Points points = world.points(MILLION);
    Dbscan.Parameters parameters = new Dbscan.Parameters(points, 75, 5);
    int[] label = Dbscan.cluster(parameters).label();
    double seconds = median(() -> Dbscan.cluster(parameters), 2);
    double r = PatternsInR.dbscan(points, 75, 5, label);
    report.row(
        "DBSCAN of a million points, 75 m, 5 points",
        ms(seconds) + r("dbscan", r, seconds),
        "at most 3 s");
  }

  private void nearRepeats() throws Exception {
    Knox.Parameters large = knox(KNOX_EVENTS, ROUNDS);
    Knox.Result table = Knox.table(large);
    long near = Arrays.stream(table.pairsByDistance()).sum();
    double seconds = median(() -> Knox.table(large), 0);
    int rounds = 99;
    Knox.Parameters small = knox(KNOX_SMALL, rounds);
    double ours = median(() -> Knox.table(small), 2);
    PatternsPlain.requireSameTable(small, Knox.table(small));
    int fewer = 5;
    double loop = Timings.seconds(() -> PatternsPlain.knox(small, fewer)) * rounds / fewer;
    double r = PatternsInR.knox(small, Knox.table(small).observed()[2][0], rounds);
    report.row(
        "Knox, 100,000 events, 5 x 4 bands, 999 permutations (" + near + " near pairs)",
        ms(seconds),
        "at most 10 s");
    report.row(
        "Knox, 2,000 events, 5 x 4 bands, 99 permutations",
        ms(ours) + "; a plain loop over all pairs " + times(loop, ours)
            + r("surveillance::knox for one of the 20 cells", r, ours),
        "R at least 100 x");
  }

  private Knox.Parameters knox(int events, int rounds) {
    return new Knox.Parameters(
        world.points(events),
        world.days(events),
        Knox.defaultDistances(),
        Knox.defaultDays(),
        Knox.Metric.EUCLID,
        rounds,
        7);
  }

  private void secondOrder() throws Exception {
    Points points = world.points(RIPLEY_POINTS);
    RipleyK.Parameters parameters = new RipleyK.Parameters(
        points, square, RipleyK.defaultDistances(square), RipleyK.Correction.TRANSLATION);
    double[] k = RipleyK.of(parameters).k();
    double once = median(() -> RipleyK.of(parameters), 1);
    double seconds = median(() -> RipleyEnvelope.csr(parameters, SIMULATIONS, 7), 0);
    double r = PatternsInR.ripley(points, world.side(), parameters.r(), k);
    report.row(
        "Ripley's K to a quarter of the side, translation, 20,000 points, 99 simulations",
        ms(seconds) + r("Kest once, times 100,", 100 * r, seconds) + "; once " + ms(once),
        "at most 10 s");
  }

  private double median(Timings.Work work, int warmUp) throws Exception {
    for (int k = 0; k < warmUp; k++) {
      work.run();
    }
    Timings timings = new Timings();
    for (int k = 0; k < runs; k++) {
      timings.add(Timings.seconds(work));
    }
    return timings.median();
  }

  private static void requireClose(double[] expected, double[] actual, double relative) {
    double top = Arrays.stream(expected).max().orElse(0);
    for (int i = 0; i < expected.length; i++) {
      Fault.require(
          Math.abs(expected[i] - actual[i]) <= relative * expected[i] + 1e-12 * top,
          "bench: the rival gives another answer at cell " + i);
    }
  }

  private static String ms(double seconds) {
    return String.format(Locale.ROOT, "%.0f ms", 1000 * seconds);
  }

  private static String times(double other, double ours) {
    return String.format(Locale.ROOT, "%.1f x as long (%.0f ms)", other / ours, 1000 * other);
  }

  private static String r(String name, double seconds, double ours) {
    return Double.isNaN(seconds)
        ? ""
        : String.join("", List.of("; R's ", name, " ", times(seconds, ours)));
  }
}
