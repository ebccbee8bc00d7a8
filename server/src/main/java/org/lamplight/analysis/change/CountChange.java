package org.lamplight.analysis.change;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Tails;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.fault.Fault;

/**
 * A count against those of earlier periods.
 *
 * <ul>
 *   <li><b>Input</b>: the count now; k counts before, of complete periods; their exposures (such as days), else all 1; the dispersion: 1 for
 *       Poisson, above 1 known, NaN to take it from the earlier counts where it is above 1.5.
 *   <li><b>Output</b>: what was to be expected now, the counts that would be nothing unusual, z = 2 (sqrt now - sqrt expected) / sqrt(phi (1 + 1/k)),
 *       whether |z| is 3 or more, E-test (one earlier period of equal exposure only, else NaN), exact conditional p and mid-p, Garwood interval
 *       of the count now, ratio of rates with its exact interval, phi of the earlier counts (NaN for one), percent for an expectation of 20+.
 *   <li><b>Errors</b>: INVALID for counts below 0, no earlier period, exposures not above 0, a dispersion below 1, a level outside (0.5, 1).
 *   <li><b>Cost</b>: some tens of incomplete beta functions, the root of the counts for the E-test.
 * </ul>
 *
 * <p>Source: A. Wheeler, International Journal of Police Science and Management 18 (2016), with the variance of a mean of k periods.
 */
public final class CountChange {

  /** A percentage of a smaller base misleads. */
  public static final double LEAST_BASE_OF_PERCENT = 20;

  private static final double UNUSUAL = 3;

  /**
   * What is compared.
   *
   * @param exposure of the period now
   * @param exposures of the periods before; null where all are 1
   */
  public record Parameters(
      long now,
      long[] before,
      double exposure,
      double @Nullable [] exposures,
      double dispersion,
      double level) {

    /** Equal periods, Poisson, 95 %. */
    public static Parameters of(long now, long... before) {
      return new Parameters(now, before, 1, null, 1, 0.95);
    }
  }

  public record Result(
      double expected,
      double rangeLow,
      double rangeHigh,
      double z,
      boolean flagged,
      double eTest,
      double exact,
      double exactMidP,
      double garwoodLow,
      double garwoodHigh,
      double ratio,
      double ratioLow,
      double ratioHigh,
      double phi,
      OptionalDouble percent,
      List<Warning> warnings) {}

  private final Parameters parameters;
  private final double[] exposures;
  private final long sum;
  private final double exposureBefore;
  private final double expected;
  private final double phi;
  private final double sd;
  private final List<Warning> warnings = new ArrayList<>();

  private CountChange(Parameters parameters) {
    this.parameters = parameters;
    long[] before = parameters.before();
    double[] given = parameters.exposures();
    exposures = given == null ? new double[before.length] : given;
    if (given == null) {
      Arrays.fill(exposures, 1);
    }
    check();
    sum = Arrays.stream(before).sum();
    exposureBefore = Arrays.stream(exposures).sum();
    expected = sum * (parameters.exposure() / exposureBefore);
    phi = phi();
    double used = Double.isNaN(parameters.dispersion())
        ? (phi > Overdispersion.WORTH_HEEDING ? phi : 1)
        : parameters.dispersion();
    sd = Math.sqrt(used * (1 + parameters.exposure() / exposureBefore));
    warn(used);
  }

  public static Result of(Parameters parameters) {
    return new CountChange(parameters).run();
  }

  /** Refuses a period that is not over, as its count is still to grow. */
  public static void requireComplete(boolean complete) {
    require(
        complete,
        "the last period is not complete: end it at the last full one, or give exposures in days");
  }

  private void check() {
    Fault.require(parameters.before().length > 0, "before: at least one earlier period is needed");
    Fault.require(parameters.now() >= 0, "now: must be at least 0");
    Fault.require(
        Arrays.stream(parameters.before()).allMatch(x -> x >= 0), "before: must be at least 0");
    Inputs.requireSameLength("before", parameters.before().length, "exposures", exposures.length);
    Fault.require(
        parameters.exposure() > 0
            && Double.isFinite(parameters.exposure())
            && Arrays.stream(exposures).allMatch(e -> e > 0 && Double.isFinite(e)),
        "exposure: must be above 0 and finite");
    Fault.require(!(parameters.dispersion() < 1), "dispersion: must be 1 or more");
    Inputs.requireLevel(parameters.level());
  }

  private double phi() {
    long[] before = parameters.before();
    if (before.length < 2 || sum == 0) {
      return Double.NaN;
    }
    double[] fitted =
        Arrays.stream(exposures).map(e -> sum * (e / exposureBefore)).toArray();
    return Overdispersion.phi(Arrays.stream(before).asDoubleStream().toArray(), fitted, 1);
  }

  private void warn(double used) {
    if (sum + parameters.now() == 0) {
      warnings.add(
          Warning.below("No incident in any of the periods: there is nothing to compare."));
    }
    if (phi > Overdispersion.WORTH_HEEDING && used == 1) {
      warnings.add(
          Warning.of(
              "The earlier counts vary more than chance alone (phi above 1.5), so z and p say too much."));
    }
    if (parameters.before().length < 3) {
      warnings.add(
          Warning.of(
              "Fewer than three earlier periods: compare with the same season of three to five years."));
    }
  }

  private Result run() {
    double level = parameters.level();
    double z = 2 * (Math.sqrt((double) parameters.now()) - Math.sqrt(expected)) / sd;
    double half = Tails.normalQuantile((1 + level) / 2) * sd / 2;
    double lowRoot = Math.sqrt(expected) - half;
    double highRoot = Math.sqrt(expected) + half;
    Interval garwood = Garwood.of((double) parameters.now(), level);
    boolean none = sum + parameters.now() == 0;
    ConditionalBinomial.Result exact = none
        ? new ConditionalBinomial.Result(
            Double.NaN, Double.NaN, Double.NaN, new Interval(Double.NaN, Double.NaN))
        : ConditionalBinomial.of(
            parameters.now(), parameters.exposure(), sum, exposureBefore, level);
    return new Result(
        expected,
        lowRoot <= 0 ? 0 : Math.ceil(lowRoot * lowRoot),
        Math.floor(highRoot * highRoot),
        z,
        Math.abs(z) >= UNUSUAL,
        none ? Double.NaN : eTest(),
        exact.p(),
        exact.midP(),
        garwood.low(),
        garwood.high(),
        exact.ratio(),
        exact.interval().low(),
        exact.interval().high(),
        phi,
        percent(),
        List.copyOf(warnings));
  }

  private double eTest() {
    boolean equal = exposures.length == 1 && exposures[0] == parameters.exposure();
    return equal ? ETest.p(parameters.now(), sum) : Double.NaN;
  }

  private OptionalDouble percent() {
    return expected >= LEAST_BASE_OF_PERCENT
        ? OptionalDouble.of(100 * (parameters.now() - expected) / expected)
        : OptionalDouble.empty();
  }
}
