package org.lamplight.analysis.change;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.List;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Warning;

/**
 * Counts by population and time.
 *
 * <ul>
 *   <li><b>Input</b>: n counts, n populations (residents, households, vehicles), the years that the counts cover, per how many people.
 *   <li><b>Output</b>: rate a year, its 95 % Garwood interval, and whether the count is below 20 and the rate therefore unreliable. NaN where the
 *       population is 0.
 *   <li><b>Errors</b>: INVALID for unequal lengths, numbers below 0, years or per not above 0.
 *   <li><b>Cost</b>: linear.
 * </ul>
 */
public final class Rates {

  /** A smaller count has a relative standard error above 22 %. */
  public static final double LEAST_COUNT = 20;

  private static final double LEVEL = 0.95;

  private Rates() {}

  public record Parameters(double[] counts, double[] population, double years, double per) {}

  public record Result(
      double[] rate, double[] low, double[] high, boolean[] unreliable, List<Warning> warnings) {}

  public static Result of(Parameters parameters) {
    double[] counts = parameters.counts();
    double[] population = parameters.population();
    Inputs.requireSameLength("counts", counts.length, "population", population.length);
    Inputs.requireCounts("counts", counts);
    Inputs.requireCounts("population", population);
    require(parameters.years() > 0 && parameters.per() > 0, "years, per: must be above 0");
    int n = counts.length;
    Result result =
        new Result(new double[n], new double[n], new double[n], new boolean[n], new ArrayList<>());
    int few = 0;
    int empty = 0;
    for (int i = 0; i < n; i++) {
      double scale =
          population[i] == 0 ? Double.NaN : parameters.per() / (population[i] * parameters.years());
      Interval interval = Garwood.of(counts[i], LEVEL);
      result.rate[i] = scale * counts[i];
      result.low[i] = scale * interval.low();
      result.high[i] = scale * interval.high();
      result.unreliable[i] = counts[i] < LEAST_COUNT;
      few += result.unreliable[i] ? 1 : 0;
      empty += population[i] == 0 ? 1 : 0;
    }
    if (few > 0) {
      result.warnings.add(Warning.of(
          few + " of " + n + " rates rest on fewer than 20 incidents and are unreliable."));
    }
    if (empty > 0) {
      result.warnings.add(
          Warning.of(empty + " of " + n + " areas have no population, and so no rate."));
    }
    return result;
  }
}
