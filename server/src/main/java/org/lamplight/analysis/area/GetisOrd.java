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
 * Local sums that are larger or smaller than chance would make them: Getis-Ord Gi and Gi*.
 *
 * <ul>
 *   <li><b>Input</b>: n values (counts or rates) and n lists of neighbors. Gi* adds each unit to its own neighbors, Gi takes it away.
 *   <li><b>Output</b>: statistic (weighted sum by the sum of all values), its expectation and variance, z, two-sided p (of the normal
 *       distribution, or by conditional permutation where asked), Benjamini-Hochberg p, classes at 90, 95 and 99 % of both. A unit without
 *       neighbors has NaN and class 0.
 *   <li><b>Errors</b>: INVALID when lengths differ, a value is not finite, all values are equal, or there are fewer than 3.
 *   <li><b>Cost</b>: linear in the links, n log n for the adjustment; times the rounds with permutation.
 * </ul>
 *
 * <p>Source: J. K. Ord and A. Getis, "Local spatial autocorrelation statistics", Geographical Analysis 27 (1995).
 */
public final class GetisOrd {

  /** Below this the normal distribution says little. */
  public static final int LEAST_UNITS = 30;

  private static final double MANY_ZEROS = 0.8;

  /** Fewer units are done before another processor has begun. */
  private static final int WORTH_SHARING = 100_000;

  /**
   * What Gi is asked for.
   *
   * @param permutations null for p values of the normal distribution
   */
  public record Parameters(
      double[] values,
      Neighbors neighbors,
      Style style,
      @Nullable Permutations permutations) {}

  public record Result(
      double[] statistic,
      double[] expectation,
      double[] variance,
      double[] z,
      double[] p,
      double[] pAdjusted,
      int[] rawClass,
      int[] fdrClass,
      List<Warning> warnings) {}

  private final double[] values;
  private final boolean star;
  private final Weights weights;
  private final double sum;
  /** From the mean, so that large values far from 0 lose no digits. */
  private final double[] deviation;

  private final double squares;
  private final Result result;

  private GetisOrd(Parameters parameters, boolean star) {
    this.values = parameters.values();
    this.star = star;
    Neighbors neighbors = parameters.neighbors();
    this.weights =
        Weights.of(star ? neighbors.withSelf() : neighbors.withoutSelf(), parameters.style());
    this.sum = Arrays.stream(values).sum();
    this.deviation = Moments.deviations(values);
    this.squares = Arrays.stream(deviation).map(d -> d * d).sum();
    int n = values.length;
    this.result = new Result(
        new double[n],
        new double[n],
        new double[n],
        new double[n],
        new double[n],
        new double[n],
        new int[n],
        new int[n],
        warnings(parameters));
  }

  /** Gi: the neighbors of a unit without itself. */
  public static Result gi(Parameters parameters) {
    return of(parameters, false);
  }

  /** Gi*: the neighbors of a unit with itself. */
  public static Result giStar(Parameters parameters) {
    return of(parameters, true);
  }

  private static Result of(Parameters parameters, boolean star) {
    double[] values = parameters.values();
    Inputs.requireSameLength(
        "values", values.length, "neighbors", parameters.neighbors().size());
    Inputs.requireFinite("values", values);
    Fault.require(values.length >= 3, "values: at least 3 units are needed, better 30 or more");
    Inputs.requireVariation("values", values);
    GetisOrd work = new GetisOrd(parameters, star);
    IntStream units = IntStream.range(0, values.length);
    (values.length < WORTH_SHARING ? units : units.parallel()).forEach(work::unit);
    return work.classed(parameters.permutations());
  }

  private void unit(int i) {
    int n = values.length;
    if (weights.neighbors().count(i) == (star ? 1 : 0)) {
      set(i, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
      return;
    }
    double total = weights.sum(i);
    int m = star ? n : n - 1;
    double own = star ? 0 : deviation[i];
    double mean = -own / m;
    double spread = (squares - own * own) / m - mean * mean;
    double variance = spread * (m * weights.sumOfSquares(i) - total * total) / (m - 1);
    double z = (weights.lag(deviation, i) - total * mean) / Math.sqrt(variance);
    double others = star ? sum : sum - values[i];
    set(
        i,
        weights.lag(values, i) / others,
        total / m,
        variance / (others * others),
        Double.isFinite(z) ? z : Double.NaN);
  }

  private void set(int i, double statistic, double expectation, double variance, double z) {
    result.statistic[i] = statistic;
    result.expectation[i] = expectation;
    result.variance[i] = variance;
    result.z[i] = z;
    result.p[i] = Double.isNaN(z) ? z : Tails.normalTwoSided(z);
  }

  private Result classed(@Nullable Permutations permutations) {
    double[] p = result.p;
    if (permutations != null) {
      double[] dealt = new LocalPermutation(weights, deviation, permutations).p();
      Arrays.setAll(p, i -> Double.isNaN(result.z[i]) ? Double.NaN : dealt[i]);
    }
    double[] adjusted = MultipleTests.benjaminiHochberg(p);
    return new Result(
        result.statistic,
        result.expectation,
        result.variance,
        result.z,
        p,
        adjusted,
        MultipleTests.classes(p, result.z),
        MultipleTests.classes(adjusted, result.z),
        result.warnings);
  }

  private List<Warning> warnings(Parameters parameters) {
    List<Warning> warnings = new ArrayList<>();
    int n = values.length;
    if (n < LEAST_UNITS) {
      warnings.add(Warning.below("There are " + n
          + " units; hot spots need at least 30: take smaller units or a wider area."));
    }
    long zeros = Arrays.stream(values).filter(x -> x == 0).count();
    boolean counts = Arrays.stream(values).allMatch(x -> x >= 0 && x == Math.rint(x));
    boolean few = (counts && sum < n) || zeros > MANY_ZEROS * n;
    if (few && parameters.permutations() == null) {
      warnings.add(
          Warning.of(
              "The mean count is below 1 or most units have 0, so z is far from normal: use permutations or larger units."));
    }
    Islands.warn(parameters.neighbors(), warnings);
    return List.copyOf(warnings);
  }
}
