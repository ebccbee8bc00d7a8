package org.lamplight.analysis.area;

import java.util.Arrays;
import org.lamplight.analysis.chance.Alternative;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Permutations;
import org.lamplight.fault.Fault;

/**
 * Moran's I of rates whose variance differs with the population: the empirical Bayes index.
 *
 * <ul>
 *   <li><b>Input</b>: n counts and n populations above 0, weights, rounds and seed.
 *   <li><b>Output</b>: the index, p that neighbors are more alike than by chance, mean and sd of the permutations; expectation, variance and z
 *       are NaN, as it is tested by permutation only.
 *   <li><b>Errors</b>: as {@link GlobalMoran}, and for counts below 0 or a population not above 0.
 *   <li><b>Cost</b>: links times rounds.
 * </ul>
 *
 * <p>Source: R. Assunção and E. Reis, "A new proposal to adjust Moran's I for population density", Statistics in Medicine 18 (1999).
 */
public final class RateMoran {

  private RateMoran() {}

  public record Parameters(
      double[] counts, double[] population, Weights weights, Permutations permutations) {}

  public static GlobalResult of(Parameters parameters) {
    Weights weights = parameters.weights();
    double[] standard = standardised(parameters.counts(), parameters.population());
    GlobalParameters.of(standard, weights).check();
    double[] deviation = Moments.deviations(standard);
    double squares = Arrays.stream(deviation).map(d -> d * d).sum();
    double scale = weights.connected() / (weights.sums().s0() * squares);
    double statistic = scale * Moments.product(weights, deviation);
    GlobalPermutation dealt = GlobalPermutation.of(
        deviation,
        parameters.permutations(),
        Alternative.GREATER,
        statistic,
        order -> scale * Moments.product(weights, order));
    return new GlobalResult(
        statistic,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        dealt.p(),
        dealt.mean(),
        dealt.sd(),
        Moments.warnings(weights, GlobalMoran.LEAST_UNITS));
  }

  /** Deviations of the rates from the overall one, each by its own standard deviation. */
  private static double[] standardised(double[] counts, double[] population) {
    Inputs.requireSameLength("counts", counts.length, "population", population.length);
    Inputs.requireCounts("counts", counts);
    Inputs.requireFinite("population", population);
    Fault.require(
        Arrays.stream(population).allMatch(people -> people > 0),
        "population: must be above 0 everywhere; leave areas without residents out");
    double people = Arrays.stream(population).sum();
    double overall = Arrays.stream(counts).sum() / people;
    Fault.require(overall > 0, "counts: all are 0");
    double spread = 0;
    for (int i = 0; i < counts.length; i++) {
      double off = counts[i] / population[i] - overall;
      spread += population[i] * off * off / people;
    }
    double between = spread - overall / (people / counts.length);
    double[] standard = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      double chance = overall / population[i];
      double variance = between + chance < 0 ? chance : between + chance;
      standard[i] = (counts[i] / population[i] - overall) / Math.sqrt(variance);
    }
    return standard;
  }
}
