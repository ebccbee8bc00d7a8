package org.lamplight.app.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lamplight.analysis.area.EmergingHotSpots;
import org.lamplight.analysis.area.GetisOrd;
import org.lamplight.analysis.area.LocalMoran;
import org.lamplight.analysis.area.Neighbors;
import org.lamplight.analysis.area.Style;
import org.lamplight.analysis.area.Weights;
import org.lamplight.analysis.chance.Permutations;
import org.lamplight.fault.Fault;

/** Times hot spots, clusters and emerging hot spots, against a plain loop on one processor and against R's spdep where it is installed. */
final class AreaStatisticsBench {

  private static final int SIDE = 224;
  private static final int SMALL_SIDE = 71;
  private static final int ROUNDS = 999;
  private static final int WARM_UP = 5;

  private final Report report;
  private final int runs;

  AreaStatisticsBench(Report report, int runs) {
    this.report = report;
    this.runs = runs;
  }

  void run() throws Exception {
    hotSpots();
    clusters();
    emerging();
  }

  private void hotSpots() throws Exception {
    double[] counts = counts(SIDE, 1);
    Neighbors queen = queen(SIDE);
    GetisOrd.Parameters parameters = new GetisOrd.Parameters(counts, queen, Style.B, null);
    double[] z = GetisOrd.giStar(parameters).z();
    double ours = median(() -> GetisOrd.giStar(parameters));
    PlainLoops plain = new PlainLoops(counts, queen);
    require(plain.giStar().z(), z);
    double loop = median(plain::giStar);
    double spdep = AreasInR.giStar(counts, SIDE, z);
    report.row(
        "Gi* with false discovery rate of " + group(counts.length) + " cells",
        ms(ours) + "; a plain loop " + times(loop, ours) + r(spdep, ours),
        "at most 150 ms");
  }

  private void clusters() throws Exception {
    double[] counts = counts(SMALL_SIDE, 2);
    Neighbors queen = queen(SMALL_SIDE);
    Weights weights = Weights.of(queen, Style.W);
    LocalMoran.Parameters parameters =
        LocalMoran.Parameters.of(counts, weights, new Permutations(ROUNDS, 7));
    double ours = median(() -> LocalMoran.of(parameters));
    PlainLoops plain = new PlainLoops(counts, queen);
    double loop = Timings.seconds(() -> plain.localMoran(ROUNDS));
    double spdep = AreasInR.localMoran(
        counts, SMALL_SIDE, ROUNDS, LocalMoran.of(parameters).statistic());
    report.row(
        "local Moran, conditional permutation, " + group(counts.length) + " areas x " + ROUNDS,
        ms(ours) + "; a plain loop " + times(loop, ours) + r(spdep, ours),
        "at most 2 s");
  }

  private void emerging() throws Exception {
    int periods = 36;
    double[][] cube = new double[SMALL_SIDE * SMALL_SIDE][periods];
    for (int t = 0; t < periods; t++) {
      double[] counts = counts(SMALL_SIDE, 100 + t);
      for (int cell = 0; cell < cube.length; cell++) {
        cube[cell][t] = counts[cell];
      }
    }
    EmergingHotSpots.Parameters parameters =
        EmergingHotSpots.Parameters.of(cube, queen(SMALL_SIDE));
    double ours = median(() -> EmergingHotSpots.of(parameters));
    report.row(
        "emerging hot spots, " + group(cube.length) + " cells x " + periods + " periods",
        ms(ours),
        "");
  }

  private double median(Timings.Work work) throws Exception {
    for (int k = 0; k < WARM_UP; k++) {
      work.run();
    }
    Timings timings = new Timings();
    for (int k = 0; k < Math.max(5, runs); k++) {
      timings.add(Timings.seconds(work));
    }
    return timings.median();
  }

  private static void require(double[] expected, double[] actual) {
    for (int i = 0; i < expected.length; i++) {
      Fault.require(
          Math.abs(expected[i] - actual[i]) <= 1e-8 * Math.max(1, Math.abs(expected[i])),
          "bench: the rival gives another answer at cell " + i);
    }
  }

  /** Counts that are higher in the middle. */
  private static double[] counts(int side, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] counts = new double[side * side];
    Arrays.setAll(counts, i -> {
      double off = Math.hypot(i % side - side / 2.0, i / (double) side - side / 2.0) / side;
      double mean = 2 + 12 * Math.exp(-20 * off * off);
      return Math.floor(mean * 2 * random.nextDouble());
    });
    return counts;
  }

  private static Neighbors queen(int side) {
    int[][] lists = new int[side * side][];
    Arrays.setAll(
        lists,
        i -> IntStream.of(-1, 0, 1)
            .flatMap(down -> IntStream.of(-1, 0, 1).map(right -> 3 * down + right))
            .filter(step -> step != 0)
            .map(step -> {
              int down = Math.floorDiv(step + 1, 3);
              int right = step - 3 * down;
              int row = i / side + down;
              int column = i % side + right;
              boolean inside = row >= 0 && row < side && column >= 0 && column < side;
              return inside ? row * side + column : -1;
            })
            .filter(j -> j >= 0)
            .toArray());
    return Neighbors.of(lists);
  }

  private static String ms(double seconds) {
    return String.format(Locale.ROOT, "%.0f ms", 1000 * seconds);
  }

  private static String times(double other, double ours) {
    return String.format(Locale.ROOT, "%.1f x as long (%.0f ms)", other / ours, 1000 * other);
  }

  private static String r(double seconds, double ours) {
    return Double.isNaN(seconds) ? "" : "; R's spdep " + times(seconds, ours);
  }

  private static String group(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
