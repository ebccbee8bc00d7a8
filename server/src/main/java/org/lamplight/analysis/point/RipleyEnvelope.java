package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lamplight.analysis.chance.Permutations;
import org.lamplight.analysis.chance.Rounds;
import org.lamplight.analysis.chance.Warning;
import org.locationtech.jts.geom.Envelope;

/**
 * Tests of Ripley's function by simulation, over all distances at once: the largest departure (MAD) and the sum of squared departures (DCLF). The
 * band is global: the function leaves it anywhere in one of twenty cases by chance alone.
 *
 * <ul>
 *   <li><b>Errors</b>: INVALID as {@link RipleyK}, for a number of simulations below 19, or labels of which fewer than two are of one kind.
 *   <li><b>Cost</b>: simulations times pairs within the largest distance, on all processors.
 * </ul>
 *
 * <p>Source: B. Ripley (1977); P. Diggle, "Statistical analysis of spatial point patterns" (2003); A. Baddeley and others, Ecological Monographs 84
 * (2014).
 */
public final class RipleyEnvelope {

  private static final double LEVEL = 0.05;
  private static final int FEWEST = 19;

  private RipleyEnvelope() {}

  /**
   * The verdict.
   *
   * @param observed L(r) - r against even events; K of cases less K of controls for labels
   * @param mean of what chance gives: 0 for even events, over simulations for labels
   * @param low of the global 95 % band
   * @param high of the same
   * @param mad largest departure; for labels in standard deviations
   * @param madP share of simulations with as large a one
   * @param dclf integral of squared departures over distance
   * @param dclfP share of simulations with as large a one
   * @param estimate the function of the points, or of the cases
   */
  public record Result(
      double[] r,
      double[] observed,
      double[] mean,
      double[] low,
      double[] high,
      double mad,
      double madP,
      double dclf,
      double dclfP,
      RipleyK.Result estimate,
      List<Warning> warnings) {}

  /** Against as many events thrown evenly over the window. */
  public static Result csr(RipleyK.Parameters parameters, int simulations, long seed) {
    requireEnough(simulations);
    RipleyK.Result estimate = RipleyK.of(parameters);
    Permutations chance = new Permutations(simulations, seed);
    PairSums sums = new PairSums(parameters.window(), parameters.r(), parameters.correction());
    Window window = new Window(parameters.window(), 0);
    double[][] drawn = new double[simulations][];
    int events = parameters.points().size();
    Rounds.each(simulations, round -> {
      Points thrown = thrown(window, events, chance.stream(round));
      double[] k = sums.k(thrown);
      drawn[round] = RipleyK.result(parameters.r(), k, List.of()).lMinusR();
    });
    double[] zero = new double[parameters.r().length];
    double[] one = zero.clone();
    Arrays.fill(one, 1);
    return judged(estimate, estimate.lMinusR(), drawn, zero, one);
  }

  private static void requireEnough(int simulations) {
    require(simulations >= FEWEST, "simulations: at least 19 are needed for a test at 5 %");
  }

  private static Points thrown(Window window, int events, SplittableRandom random) {
    Envelope box = window.extent();
    double[] x = new double[events];
    double[] y = new double[events];
    int done = 0;
    while (done < events) {
      x[done] = box.getMinX() + random.nextDouble() * box.getWidth();
      y[done] = box.getMinY() + random.nextDouble() * box.getHeight();
      done += window.contains(x[done], y[done]) ? 1 : 0;
    }
    return new Points(x, y);
  }

  /** K of the cases less K of the controls, against labels dealt anew over the same places. */
  public static Result labelling(
      RipleyK.Parameters parameters, boolean[] cases, int simulations, long seed) {
    requireEnough(simulations);
    Points points = parameters.points();
    require(cases.length == points.size(), "cases: there must be one label for each point");
    int many = (int) IntStream.range(0, cases.length).filter(i -> cases[i]).count();
    require(
        many >= 2 && cases.length - many >= 2,
        "cases: at least two cases and two controls are needed");
    int[] order = IntStream.concat(
            IntStream.range(0, cases.length).filter(i -> cases[i]),
            IntStream.range(0, cases.length).filter(i -> !cases[i]))
        .toArray();
    PairSums sums = new PairSums(parameters.window(), parameters.r(), parameters.correction());
    RipleyK.of(parameters);
    double[] observed = difference(sums, points, order, many);
    Permutations chance = new Permutations(simulations, seed);
    double[][] drawn = new double[simulations][];
    Rounds.each(simulations, round -> {
      int[] dealt = order.clone();
      shuffle(dealt, chance.stream(round));
      drawn[round] = difference(sums, points, dealt, many);
    });
    double[] mean = new double[observed.length];
    double[] spread = new double[observed.length];
    moments(drawn, mean, spread);
    Points ofCases = points.chosen(Arrays.copyOf(order, many));
    RipleyK.Result estimate =
        RipleyK.result(parameters.r(), sums.k(ofCases), RipleyK.warnings(ofCases));
    return judged(estimate, observed, drawn, mean, spread);
  }

  private static double[] difference(PairSums sums, Points points, int[] order, int cases) {
    double[] one = sums.k(points.chosen(Arrays.copyOf(order, cases)));
    double[] other = sums.k(points.chosen(Arrays.copyOfRange(order, cases, order.length)));
    double[] difference = new double[one.length];
    Arrays.setAll(difference, i -> one[i] - other[i]);
    return difference;
  }

  private static void shuffle(int[] values, SplittableRandom random) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int held = values[i];
      values[i] = values[other];
      values[other] = held;
    }
  }

  private static void moments(double[][] drawn, double[] mean, double[] spread) {
    for (int i = 0; i < mean.length; i++) {
      int at = i;
      double average = Arrays.stream(drawn).mapToDouble(d -> d[at]).average().orElse(0);
      double squares = Arrays.stream(drawn)
          .mapToDouble(d -> (d[at] - average) * (d[at] - average))
          .sum();
      mean[i] = average;
      spread[i] = Math.sqrt(squares / (drawn.length - 1));
    }
  }

  private static Result judged(
      RipleyK.Result estimate,
      double[] observed,
      double[][] drawn,
      double[] mean,
      double[] spread) {
    double[] r = estimate.r();
    double[] mads = Arrays.stream(drawn).mapToDouble(d -> mad(d, mean, spread)).toArray();
    double mad = mad(observed, mean, spread);
    double dclf = dclf(observed, mean, spread, r);
    int asFar = (int) Arrays.stream(mads).filter(value -> value >= mad).count();
    int asMuch =
        (int) Arrays.stream(drawn).filter(d -> dclf(d, mean, spread, r) >= dclf).count();
    Arrays.sort(mads);
    int rank = (int) Math.ceil((1 - LEVEL) * (drawn.length + 1) - 1e-9);
    double most = mads[Math.min(rank, drawn.length) - 1];
    double[] low = new double[r.length];
    double[] high = new double[r.length];
    Arrays.setAll(low, i -> mean[i] - most * spread[i]);
    Arrays.setAll(high, i -> mean[i] + most * spread[i]);
    double all = drawn.length + 1.0;
    return new Result(
        r,
        observed,
        mean,
        low,
        high,
        mad,
        (asFar + 1) / all,
        dclf,
        (asMuch + 1) / all,
        estimate,
        estimate.warnings());
  }

  private static double departure(double value, double mean, double spread) {
    return spread > 0 && !Double.isNaN(value) ? (value - mean) / spread : 0;
  }

  private static double mad(double[] values, double[] mean, double[] spread) {
    double most = 0;
    for (int i = 0; i < values.length; i++) {
      most = Math.max(most, Math.abs(departure(values[i], mean[i], spread[i])));
    }
    return most;
  }

  private static double dclf(double[] values, double[] mean, double[] spread, double[] r) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double departure = departure(values[i], mean[i], spread[i]);
      sum += departure * departure * (i == 0 ? r[0] : r[i] - r[i - 1]);
    }
    return sum;
  }
}
