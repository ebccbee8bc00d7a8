package org.lamplight.evaluation;

import static org.lamplight.fault.Fault.require;

import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.analysis.change.HarmSum;

/**
 * Weighted displacement difference (WDD) of an intervention.
 *
 * <ul>
 *   <li><b>Input</b>: counts before and after in the treated, the comparison and, where there are any, the two displacement areas; what each
 *       count is divided by, for unequal times and sizes.
 *   <li><b>Output</b>: incidents more (negative: fewer) than the comparison would have it, here and in the displacement area, with the standard
 *       error of Poisson counts, a z and an interval.
 *   <li><b>Errors</b>: INVALID for a count below 0, a weight not above 0, a level not between 0 and 1, or all counts 0.
 *   <li><b>Cost</b>: constant.
 * </ul>
 *
 * <p>Source: A. Wheeler and J. Ratcliffe, "A simple weighted displacement difference test", Crime Science 7:11 (2018).
 */
public final class DisplacementDifference {

  private static final double FEWEST = 5;
  private static final NormalDistribution NORMAL = new NormalDistribution();

  private DisplacementDifference() {}

  /** The four areas; those of displacement may be {@link BeforeAfter#none}. */
  public record Areas(
      BeforeAfter treated,
      BeforeAfter comparison,
      BeforeAfter displacement,
      BeforeAfter displacementComparison) {}

  /**
   * What counts are divided by.
   *
   * @param before length of the time before
   * @param after length of the time after
   */
  public record Divisors(
      double before,
      double after,
      double treated,
      double comparison,
      double displacement,
      double displacementComparison) {

    public Divisors {
      for (double each :
          new double[] {before, after, treated, comparison, displacement, displacementComparison}) {
        require(each > 0 && Double.isFinite(each), "weights: must be above 0");
      }
    }

    /** Equal times and sizes. */
    public static Divisors equal() {
      return new Divisors(1, 1, 1, 1, 1, 1);
    }
  }

  /** A difference of counts and its standard error. */
  public record Part(double estimate, double standardError) {}

  /**
   * The difference.
   *
   * @param local without the displacement areas
   * @param p two-sided
   */
  public record Result(
      double estimate,
      double standardError,
      double z,
      double p,
      double low,
      double high,
      Part local,
      Part displacement,
      List<Warning> warnings) {}

  /**
   * Works it out.
   *
   * @param level of the interval, such as 0.95
   */
  public static Result of(Areas areas, Divisors by, double level) {
    return ofHarm(List.of(areas), new double[] {1}, by, level);
  }

  /**
   * The same of harm: the sum over offences of weight times difference; its variance the sum of weight squared times variance.
   *
   * @param offences the counts of each offence
   * @param weights harm of one incident of each, such as days
   * @param level of the interval, such as 0.95
   */
  public static Result ofHarm(List<Areas> offences, double[] weights, Divisors by, double level) {
    require(level > 0 && level < 1, "level: must lie between 0 and 1, such as 0.95");
    require(
        offences.size() == weights.length && weights.length > 0,
        "harm: there must be one weight for each offence");
    for (double weight : weights) {
      require(weight > 0 && Double.isFinite(weight), "harm: must be above 0");
    }
    Part local = sum(offences.stream().map(areas -> local(areas, by)).toList(), weights);
    Part displacement =
        sum(offences.stream().map(areas -> displacement(areas, by)).toList(), weights);
    double estimate = local.estimate() + displacement.estimate();
    double error = Math.hypot(local.standardError(), displacement.standardError());
    require(error > 0, "treated, comparison: all counts are 0, so nothing can be compared");
    double z = estimate / error;
    double reach = NORMAL.inverseCumulativeProbability(0.5 + level / 2) * error;
    return new Result(
        estimate,
        error,
        z,
        2 * NORMAL.cumulativeProbability(-Math.abs(z)),
        estimate - reach,
        estimate + reach,
        local,
        displacement,
        offences.stream().flatMap(areas -> warnings(areas).stream()).distinct().toList());
  }

  private static Part local(Areas areas, Divisors by) {
    return minus(
        change(areas.treated(), by, by.treated()), change(areas.comparison(), by, by.comparison()));
  }

  private static Part displacement(Areas areas, Divisors by) {
    return minus(
        change(areas.displacement(), by, by.displacement()),
        change(areas.displacementComparison(), by, by.displacementComparison()));
  }

  private static Part sum(List<Part> parts, double[] weights) {
    double estimate = 0;
    for (int i = 0; i < weights.length; i++) {
      estimate += weights[i] * parts.get(i).estimate();
    }
    double[] variances = parts.stream()
        .mapToDouble(part -> part.standardError() * part.standardError())
        .toArray();
    return new Part(estimate, Math.sqrt(HarmSum.variance(weights, variances)));
  }

  private static Part change(BeforeAfter counts, Divisors by, double size) {
    double before = by.before() * size;
    double after = by.after() * size;
    return new Part(
        counts.after() / after - counts.before() / before,
        Math.sqrt(counts.after() / (after * after) + counts.before() / (before * before)));
  }

  private static Part minus(Part one, Part other) {
    return new Part(
        one.estimate() - other.estimate(), Math.hypot(one.standardError(), other.standardError()));
  }

  private static List<Warning> warnings(Areas areas) {
    double least = Math.min(
        Math.min(areas.treated().before(), areas.treated().after()),
        Math.min(areas.comparison().before(), areas.comparison().after()));
    return least < FEWEST
        ? List.of(
            Warning.below(
                "A count is below 5: the normal approximation of the test does not hold; take a longer time or larger areas."))
        : List.of();
  }
}
