package org.lamplight.analysis.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.MultipleTests;
import org.lamplight.analysis.chance.Permutations;
import org.lamplight.analysis.chance.Tails;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.fault.Fault;

/**
 * Local Moran's I: units that are like their neighbors, or unlike them.
 *
 * <ul>
 *   <li><b>Input</b>: n values, weights. {@code sampleVariance} divides the second moment by n - 1 in place of n.
 *   <li><b>Output</b>: I (no unit), expectation and variance under conditional randomisation (or total, where asked), z, two-sided p (normal,
 *       or by conditional permutation), Benjamini-Hochberg p, quadrant of deviation and lag, classes at 90, 95, 99 % with the sign of I
 *       against its expectation: clusters above 0, outliers below. Units without neighbors have NaN, NONE and 0.
 *   <li><b>Errors</b>: INVALID when lengths differ, a value is not finite, all are equal, there are fewer than 4.
 *   <li><b>Cost</b>: linear in the links; times the rounds with permutation.
 * </ul>
 *
 * <p>Source: L. Anselin, Geographical Analysis 27 (1995); moments of R. Sokal, N. Oden and B. Thomson, Geographical Analysis 30 (1998).
 */
public final class LocalMoran {

  public static final int LEAST_UNITS = 30;

  /**
   * What local Moran is asked for.
   *
   * @param totalMoments moments over permutations of all values in place of those that keep the unit's own
   * @param permutations null for p values of the normal distribution
   */
  public record Parameters(
      double[] values,
      Weights weights,
      boolean sampleVariance,
      boolean totalMoments,
      @Nullable Permutations permutations) {

    /** Second moment by n, conditional moments. */
    public static Parameters of(
        double[] values, Weights weights, @Nullable Permutations permutations) {
      return new Parameters(values, weights, false, false, permutations);
    }
  }

  public record Result(
      double[] statistic,
      double[] expectation,
      double[] variance,
      double[] z,
      double[] p,
      double[] pAdjusted,
      Quadrant[] quadrant,
      int[] rawClass,
      int[] fdrClass,
      List<Warning> warnings) {}

  private final Parameters parameters;
  private final double[] deviation;
  private final double byN;
  private final double divisor;
  private final double kurtosis;

  private LocalMoran(Parameters parameters) {
    this.parameters = parameters;
    double[] values = parameters.values();
    int n = values.length;
    double mean = Arrays.stream(values).sum() / n;
    deviation = Arrays.stream(values).map(x -> x - mean).toArray();
    double squares = Arrays.stream(deviation).map(d -> d * d).sum();
    byN = squares / n;
    divisor = parameters.sampleVariance() ? squares / (n - 1) : byN;
    double fourth = Arrays.stream(deviation).map(d -> d * d * d * d).sum();
    kurtosis = fourth / (parameters.sampleVariance() ? n - 1 : n) / (divisor * divisor);
  }

  public static Result of(Parameters parameters) {
    double[] values = parameters.values();
    Inputs.requireSameLength(
        "values", values.length, "weights", parameters.weights().size());
    Inputs.requireFinite("values", values);
    Fault.require(values.length >= 4, "values: at least 4 units are needed, better 30 or more");
    Inputs.requireVariation("values", values);
    return new LocalMoran(parameters).run();
  }

  private Result run() {
    int n = deviation.length;
    double[][] moments = new double[4][n];
    Quadrant[] quadrant = new Quadrant[n];
    IntStream.range(0, n).parallel().forEach(i -> quadrant[i] = unit(i, moments));
    double[] z = moments[3];
    double[] p = p(z);
    double[] adjusted = MultipleTests.benjaminiHochberg(p);
    return new Result(
        moments[0],
        moments[1],
        moments[2],
        z,
        p,
        adjusted,
        quadrant,
        MultipleTests.classes(p, z),
        MultipleTests.classes(adjusted, z),
        warnings());
  }

  private Quadrant unit(int i, double[][] moments) {
    Weights weights = parameters.weights();
    if (weights.neighbors().count(i) == 0) {
      for (double[] moment : moments) {
        moment[i] = Double.NaN;
      }
      return Quadrant.NONE;
    }
    double lag = weights.lag(deviation, i);
    moments[0][i] = deviation[i] / divisor * lag;
    if (parameters.totalMoments()) {
      total(i, moments);
    } else {
      conditional(i, moments);
    }
    double z = (moments[0][i] - moments[1][i]) / Math.sqrt(moments[2][i]);
    moments[3][i] = Double.isFinite(z) ? z : Double.NaN;
    return Quadrant.of(deviation[i], lag);
  }

  private void conditional(int i, double[][] moments) {
    int n = deviation.length;
    double sum = parameters.weights().sum(i);
    double squares = parameters.weights().sumOfSquares(i);
    double own = deviation[i] * deviation[i];
    moments[1][i] = -own * sum / ((n - 1) * byN);
    moments[2][i] = own
        / (byN * byN)
        * (n / (n - 2.0))
        * (squares - sum * sum / (n - 1))
        * (byN - own / (n - 1));
  }

  private void total(int i, double[][] moments) {
    int n = deviation.length;
    double sum = parameters.weights().sum(i);
    double squares = parameters.weights().sumOfSquares(i);
    double a = (n - kurtosis) / (n - 1);
    double b = (2 * kurtosis - n) / ((n - 1.0) * (n - 2.0));
    moments[1][i] = -sum / (n - 1);
    moments[2][i] = a * squares + b * (sum * sum - squares) - sum * sum / ((n - 1.0) * (n - 1.0));
  }

  private double[] p(double[] z) {
    Permutations permutations = parameters.permutations();
    if (permutations == null) {
      return Arrays.stream(z)
          .map(v -> Double.isNaN(v) ? v : Tails.normalTwoSided(v))
          .toArray();
    }
    return new LocalPermutation(parameters.weights(), deviation, permutations).p();
  }

  private List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    int n = deviation.length;
    if (n < LEAST_UNITS) {
      warnings.add(Warning.below(
          "There are " + n + " areas; local Moran needs at least 30: take smaller areas."));
    }
    Islands.warn(parameters.weights().neighbors(), warnings);
    return List.copyOf(warnings);
  }
}
