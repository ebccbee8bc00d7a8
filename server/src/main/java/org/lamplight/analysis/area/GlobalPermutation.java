package org.lamplight.analysis.area;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.chance.Alternative;
import org.lamplight.analysis.chance.Permutations;
import org.lamplight.analysis.chance.Rounds;

/**
 * A statistic over random orders of the values.
 *
 * @param p of the side that was asked for; NaN when there was no permutation
 */
record GlobalPermutation(double p, double mean, double sd) {

  static final GlobalPermutation NONE = new GlobalPermutation(Double.NaN, Double.NaN, Double.NaN);

  private static final double EQUAL = 1e-12;

  /** Shuffles the values for each round from a generator of its own. Cost: rounds times the statistic. */
  static GlobalPermutation of(
      double[] values,
      @Nullable Permutations permutations,
      Alternative alternative,
      double observed,
      ToDoubleFunction<double[]> statistic) {
    if (permutations == null) {
      return NONE;
    }
    double[] dealt = new double[permutations.rounds()];
    Rounds.each(
        dealt.length,
        round ->
            dealt[round] = statistic.applyAsDouble(shuffled(values, permutations.stream(round))));
    double slack = EQUAL * Math.abs(observed);
    int atLeast = (int) Arrays.stream(dealt).filter(v -> v >= observed - slack).count();
    int atMost = (int) Arrays.stream(dealt).filter(v -> v <= observed + slack).count();
    double mean = Arrays.stream(dealt).sum() / dealt.length;
    double squares = Arrays.stream(dealt).map(v -> (v - mean) * (v - mean)).sum();
    return new GlobalPermutation(
        permutations.p(alternative, atLeast, atMost),
        mean,
        Math.sqrt(squares / (dealt.length - 1)));
  }

  private static double[] shuffled(double[] values, SplittableRandom random) {
    double[] copy = values.clone();
    for (int k = copy.length - 1; k > 0; k--) {
      int other = random.nextInt(k + 1);
      double moved = copy[k];
      copy[k] = copy[other];
      copy[other] = moved;
    }
    return copy;
  }
}
