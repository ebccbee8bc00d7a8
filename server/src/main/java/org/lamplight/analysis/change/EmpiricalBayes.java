package org.lamplight.analysis.change;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.area.Neighbors;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Tails;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.fault.Fault;

/**
 * Rates drawn towards their mean by as much as they are uncertain.
 *
 * <ul>
 *   <li><b>Input</b>: n counts, n populations, and for local smoothing the neighbors (each area counts among its own).
 *   <li><b>Output</b>: raw and smoothed rates per head, the mean m and spread A that they were drawn to (one for all, or each area's), and the
 *       probability of at most so many incidents at the overall rate (Choynowski). NaN where the population is 0.
 *   <li><b>Errors</b>: INVALID for unequal lengths, numbers below 0, all counts 0, fewer than 2 areas with people.
 *   <li><b>Cost</b>: linear in areas, or in the links.
 * </ul>
 *
 * <p>Source: R. Marshall, "Mapping disease and mortality rates using empirical Bayes estimators", Applied Statistics 40 (1991); M. Choynowski,
 * Journal of the American Statistical Association 54 (1959).
 */
public final class EmpiricalBayes {

  public static final int LEAST_AREAS = 20;

  /**
   * What is smoothed.
   *
   * @param neighbors of each area, for local smoothing; null for global
   */
  public record Parameters(
      double[] counts, double[] population, @Nullable Neighbors neighbors) {}

  public record Result(
      double[] raw,
      double[] smoothed,
      double mean,
      double spread,
      double[] localMean,
      double[] localSpread,
      double[] choynowski,
      List<Warning> warnings) {}

  /** Mean and spread of the rates of some areas. */
  private record Prior(double mean, double spread) {}

  private final double[] counts;
  private final double[] population;
  private final double[] raw;

  private EmpiricalBayes(Parameters parameters) {
    counts = parameters.counts();
    population = parameters.population();
    Inputs.requireSameLength("counts", counts.length, "population", population.length);
    Inputs.requireCounts("counts", counts);
    Inputs.requireCounts("population", population);
    require(
        Arrays.stream(population).filter(people -> people > 0).count() >= 2,
        "population: at least 2 areas with people are needed, better 20 or more");
    require(Arrays.stream(counts).sum() > 0, "counts: all are 0, so there is no rate to draw to");
    raw = IntStream.range(0, counts.length)
        .mapToDouble(i -> population[i] > 0 ? counts[i] / population[i] : Double.NaN)
        .toArray();
  }

  /** Draws every rate to that of all areas. */
  public static Result global(Parameters parameters) {
    EmpiricalBayes work = new EmpiricalBayes(parameters);
    int n = work.counts.length;
    int[] all = IntStream.range(0, n).toArray();
    double mean = work.mean(all);
    Prior prior = work.prior(all, mean, i -> mean);
    double[] smoothed =
        IntStream.range(0, n).mapToDouble(i -> work.drawn(i, prior)).toArray();
    double[] none = new double[n];
    Arrays.fill(none, Double.NaN);
    return new Result(
        work.raw,
        smoothed,
        prior.mean(),
        prior.spread(),
        none,
        none.clone(),
        work.choynowski(),
        work.warnings(null));
  }

  /** Draws every rate to that of the area and its neighbors. */
  public static Result local(Parameters parameters) {
    Neighbors given = parameters.neighbors();
    if (given == null) {
      throw Fault.invalid("neighbors: local smoothing needs them");
    }
    EmpiricalBayes work = new EmpiricalBayes(parameters);
    int n = work.counts.length;
    Inputs.requireSameLength("counts", n, "neighbors", given.size());
    Neighbors around = given.withSelf();
    double[] means =
        IntStream.range(0, n).mapToDouble(i -> work.mean(around.of(i))).toArray();
    Prior[] priors = IntStream.range(0, n)
        .mapToObj(i -> work.prior(around.of(i), means[i], j -> means[j]))
        .toArray(Prior[]::new);
    return new Result(
        work.raw,
        IntStream.range(0, n).mapToDouble(i -> work.drawn(i, priors[i])).toArray(),
        Double.NaN,
        Double.NaN,
        Arrays.stream(priors).mapToDouble(Prior::mean).toArray(),
        Arrays.stream(priors).mapToDouble(Prior::spread).toArray(),
        work.choynowski(),
        work.warnings(given));
  }

  private double mean(int[] areas) {
    double incidents = 0;
    double people = 0;
    for (int i : areas) {
      incidents += population[i] > 0 ? counts[i] : 0;
      people += population[i];
    }
    return incidents / people;
  }

  /** Squares are taken from what each area itself is drawn to, as spdep does. */
  private Prior prior(int[] areas, double mean, IntToDoubleFunction drawnTo) {
    double people = 0;
    double squares = 0;
    int inhabited = 0;
    for (int i : areas) {
      if (population[i] > 0) {
        double off = raw[i] - drawnTo.applyAsDouble(i);
        squares += population[i] * off * off;
        people += population[i];
        inhabited++;
      }
    }
    return new Prior(mean, Math.max(0, squares / people - mean / (people / inhabited)));
  }

  private double drawn(int i, Prior prior) {
    if (population[i] == 0) {
      return Double.NaN;
    }
    if (prior.mean() == 0) {
      return 0;
    }
    double share = prior.spread() / (prior.spread() + prior.mean() / population[i]);
    return prior.mean() + share * (raw[i] - prior.mean());
  }

  private double[] choynowski() {
    double overall = 0;
    double people = 0;
    for (int i = 0; i < counts.length; i++) {
      overall += population[i] > 0 ? counts[i] : 0;
      people += population[i];
    }
    double rate = overall / people;
    return IntStream.range(0, counts.length)
        .mapToDouble(i ->
            population[i] > 0 ? Tails.poissonAtMost(counts[i], rate * population[i]) : Double.NaN)
        .toArray();
  }

  private List<Warning> warnings(@Nullable Neighbors neighbors) {
    List<Warning> warnings = new ArrayList<>();
    if (counts.length < LEAST_AREAS) {
      warnings.add(Warning.below(
          "There are " + counts.length + " areas; smoothing needs at least " + LEAST_AREAS + "."));
    }
    if (neighbors != null && neighbors.islands().length > 0) {
      warnings.add(Warning.of(
          neighbors.islands().length + " areas have no neighbors and keep their raw rate."));
    }
    return List.copyOf(warnings);
  }
}
