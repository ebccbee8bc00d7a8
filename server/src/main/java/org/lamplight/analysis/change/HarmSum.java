package org.lamplight.analysis.change;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Tails;
import org.lamplight.analysis.chance.Warning;

/**
 * Harm of counted incidents, in days.
 *
 * <ul>
 *   <li><b>Input</b>: weights; counts by offence, at least 0; the level of the interval.
 *   <li><b>Output</b>: sum of weight times count, its standard error (root of the sum of weight squared times count, as of Poisson counts), a normal
 *       interval from 0 up, the three offences with the largest shares, and the offences left out: police-generated ones and those without a weight.
 *   <li><b>Errors</b>: INVALID for a count below 0.
 *   <li><b>Cost</b>: n log n in the offences.
 * </ul>
 *
 * <p>Source: L. Sherman, P. Neyroud and E. Neyroud, Policing 10 (2016); A. Wheeler's variance of weighted Poisson counts.
 */
public final class HarmSum {

  private static final int SHOWN = 3;

  private HarmSum() {}

  public record Parameters(HarmWeights table, Map<String, Long> counts, double level) {}

  /** What one offence adds. */
  public record Share(String offence, double days, double share) {}

  public record Result(
      String version,
      double days,
      double standardError,
      double low,
      double high,
      List<Share> largest,
      List<String> leftOut,
      List<Warning> warnings) {}

  public static Result of(Parameters parameters) {
    Inputs.requireLevel(parameters.level());
    Map<String, HarmWeights.Weight> weights = parameters.table().byOffence();
    List<Share> parts = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    double days = 0;
    double variance = 0;
    boolean unverified = false;
    for (Map.Entry<String, Long> entry : new TreeMap<>(parameters.counts()).entrySet()) {
      require(entry.getValue() >= 0, "counts: " + entry.getKey() + " must be at least 0");
      HarmWeights.Weight weight = weights.get(entry.getKey());
      if (weight == null || weight.policeGenerated()) {
        leftOut.add(entry.getKey());
        continue;
      }
      double part = weight.days() * entry.getValue();
      parts.add(new Share(entry.getKey(), part, 0));
      days += part;
      variance += weight.days() * part;
      unverified |= !weight.verified() && entry.getValue() > 0;
    }
    double error = Math.sqrt(variance);
    double half = Tails.normalQuantile((1 + parameters.level()) / 2) * error;
    return new Result(
        parameters.table().version(),
        days,
        error,
        Math.max(0, days - half),
        days + half,
        largest(parts, days),
        List.copyOf(leftOut),
        warnings(unverified, leftOut));
  }

  private static List<Share> largest(List<Share> parts, double days) {
    return parts.stream()
        .filter(part -> part.days() > 0)
        .sorted(Comparator.comparingDouble(Share::days).reversed().thenComparing(Share::offence))
        .limit(SHOWN)
        .map(part -> new Share(part.offence(), part.days(), part.days() / days))
        .toList();
  }

  private static List<Warning> warnings(boolean unverified, List<String> leftOut) {
    List<Warning> warnings = new ArrayList<>();
    if (unverified) {
      warnings.add(
          Warning.of(
              "Some weights are not signed off by somebody with legal knowledge: show counts beside them."));
    }
    if (!leftOut.isEmpty()) {
      warnings.add(Warning.of(
          leftOut.size() + " offences are left out: they are police-generated or have no weight."));
    }
    return List.copyOf(warnings);
  }

  /**
   * Variance of a sum of differences of weighted counts: sum over offences of weight squared times the variance of each.
   *
   * <p>Input: equally many weights and variances. Cost: linear.
   */
  public static double variance(double[] weights, double[] variances) {
    Inputs.requireSameLength("weights", weights.length, "variances", variances.length);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * weights[i] * variances[i];
    }
    return sum;
  }
}
