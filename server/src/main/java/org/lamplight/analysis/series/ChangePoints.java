package org.lamplight.analysis.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hipparchus.special.Gamma;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Tails;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.fault.Fault;

/**
 * Where the level of a series changes: segments of least squares or of the largest Poisson likelihood, their number by BIC.
 *
 * <ul>
 *   <li><b>Input</b>: a series of 8 to 5,000 values in equal steps; the least share of it that a segment has (0.15 is usual); the most breaks (below 0:
 *       as many as fit); the level of the intervals; whether the values are counts that are held to Poisson's law. Take the season out first; dates of a policy play no part.
 *   <li><b>Output</b>: breaks (1-based: the last value before each change), their intervals (NaN where none exists), means of the segments, residual
 *       sums of squares and BIC by number of breaks from 0, largest F statistic of one break, where it is, and its approximate p.
 *       The number of breaks has the least BIC: each costs a level and a date, 2 ln n. The partition is the best of all, so that pruned searches for the
 *       same penalty (PELT) find the same.
 *   <li><b>Errors</b>: INVALID for values that are not finite, all equal, too few, no counts where these are asked for, or a share outside (0, 0.5];
 *       TOO_LARGE for more than 5,000.
 *   <li><b>Cost</b>: square of the length times the breaks.
 * </ul>
 *
 * <p>Source: J. Bai and P. Perron, Journal of Applied Econometrics 18 (2003); R. Killick, P. Fearnhead and I. Eckley, Journal of the American Statistical
 * Association 107 (2012), for counts; supF of D. Andrews, Econometrica 61 (1993), with the tail of B. James,
 * K. James and D. Siegmund, Biometrika 74 (1987).
 */
public final class ChangePoints {

  public static final int LEAST_VALUES = 24;

  private static final int MOST_VALUES = 5_000;
  private static final double OVERDISPERSED = 1.5;

  public record Parameters(
      double[] series, double leastShare, int mostBreaks, double level, boolean poisson) {

    /** 15 %, as many as fit, 95 %, least squares. */
    public static Parameters of(double... series) {
      return new Parameters(series, 0.15, -1, 0.95, false);
    }
  }

  public record Result(
      int[] breaks,
      double[] lower,
      double[] upper,
      double[] means,
      double[] rss,
      double[] bic,
      double supF,
      int supFAt,
      double supFp,
      List<Warning> warnings) {}

  private final Parameters parameters;
  private final Segments segments;
  private final int n;
  private final int least;

  private ChangePoints(Parameters parameters) {
    this.parameters = parameters;
    double[] series = parameters.series();
    n = series.length;
    Inputs.requireFinite("series", series);
    if (parameters.poisson()) {
      requireWhole(series);
    }
    Fault.require(n >= 8, "series: at least 8 values are needed, better 24 or more");
    if (n > MOST_VALUES) {
      throw new Fault(Fault.Kind.TOO_LARGE, "series: at most 5,000 values; use longer periods");
    }
    Inputs.requireVariation("series", series);
    Inputs.requireLevel(parameters.level());
    Fault.require(
        parameters.leastShare() > 0 && parameters.leastShare() <= 0.5,
        "leastShare: must lie above 0 and at most at 0.5");
    least = Math.max(2, (int) Math.floor(parameters.leastShare() * n));
    segments = new Segments(
        series, parameters.poisson() ? Segments.Cost.POISSON : Segments.Cost.LEAST_SQUARES);
  }

  private static void requireWhole(double[] series) {
    Inputs.requireCounts("series", series);
    Fault.require(
        Arrays.stream(series).allMatch(value -> value == Math.rint(value)),
        "series: must hold whole counts for the Poisson likelihood; take least squares for other values");
  }

  public static Result of(Parameters parameters) {
    return new ChangePoints(parameters).run();
  }

  private Result run() {
    int fit = Math.max(1, (n + least - 1) / least - 2);
    int most = parameters.mostBreaks() < 0 ? fit : Math.min(parameters.mostBreaks(), n / least - 1);
    int[][] breaks = segments.best(least, most);
    double[] rss = new double[most + 1];
    double[] bic = new double[most + 1];
    int chosen = 0;
    for (int m = 0; m <= most; m++) {
      rss[m] = segments.rss(breaks[m]);
      bic[m] = bic(breaks[m]);
      chosen = bic[m] < bic[chosen] ? m : chosen;
    }
    double[][] ends = intervals(breaks[chosen]);
    double[] supF = supF();
    return new Result(
        breaks[chosen],
        ends[0],
        ends[1],
        segments.means(breaks[chosen]),
        rss,
        bic,
        supF[0],
        (int) supF[1],
        tail(supF[0], least / (double) n),
        warnings(segments.means(breaks[chosen]), breaks[chosen]));
  }

  private double bic(int[] breaks) {
    int m = breaks.length;
    if (!parameters.poisson()) {
      double fit = Math.log(segments.rss(breaks) / n) + 1 + Math.log(2 * Math.PI);
      return n * fit + Math.log(n) * 2 * (m + 1);
    }
    double shared = 0;
    for (double count : parameters.series()) {
      shared += 2 * (count + Gamma.logGamma(count + 1));
    }
    return segments.cost(breaks) + shared + Math.log(n) * (2 * m + 1);
  }

  private double[] supF() {
    double all = segments.rss(0, n);
    double[] best = {Double.NEGATIVE_INFINITY, 0};
    for (int at = least; at <= n - least; at++) {
      double both = segments.rss(0, at) + segments.rss(at, n);
      double f = (all - both) / (both / (n - 2));
      if (f > best[0]) {
        best[0] = f;
        best[1] = at;
      }
    }
    return best;
  }

  /** Probability of so large an F somewhere in the middle part, when nothing changes. */
  static double tail(double f, double share) {
    if (f <= 1) {
      return 1;
    }
    double logLambda = 2 * Math.log((1 - share) / share);
    double density = Math.exp(-f / 2) / Math.sqrt(2 * Math.PI);
    double p = Math.sqrt(f) * density * ((1 - 1 / f) * logLambda + 4 / f);
    return Math.min(1, Math.max(p, Tails.normalTwoSided(Math.sqrt(f))));
  }

  /** Lower and upper ends: how far the largest likelihood strays from the true break (J. Bai, 1997). */
  private double[][] intervals(int[] breaks) {
    double[][] ends = new double[2][breaks.length];
    double tail = (1 - parameters.level()) / 2;
    for (int k = 0; k < breaks.length; k++) {
      int from = k == 0 ? 0 : breaks[k - 1];
      int until = k == breaks.length - 1 ? n : breaks[k + 1];
      double before = segments.rss(from, breaks[k]) / (breaks[k] - from);
      double after = segments.rss(breaks[k], until) / (until - breaks[k]);
      double jump = segments.mean(breaks[k], until) - segments.mean(from, breaks[k]);
      BreakDistribution stray = new BreakDistribution(after / before);
      double scale = before / (jump * jump);
      ends[0][k] = breaks[k] - Math.ceil(stray.quantile(1 - tail) * scale);
      ends[1][k] = breaks[k] - Math.floor(stray.quantile(tail) * scale);
    }
    return ends;
  }

  private List<Warning> warnings(double[] means, int[] breaks) {
    List<Warning> warnings = new ArrayList<>();
    double phi = parameters.poisson() ? phi(means, breaks) : 1;
    if (phi > OVERDISPERSED) {
      warnings.add(Warning.of(String.format(
          Locale.ROOT,
          "Within the segments counts vary %.1f times as much as Poisson counts: some of the breaks may be noise. Least squares heed that.",
          phi)));
    }
    if (n < LEAST_VALUES) {
      warnings.add(Warning.below(
          "There are " + n + " periods; change points need at least " + LEAST_VALUES + "."));
    }
    double[] series = parameters.series();
    double mean = Arrays.stream(series).average().orElse(0);
    double lag = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += (series[i] - mean) * (series[i] - mean);
      lag += i == 0 ? 0 : (series[i] - mean) * (series[i - 1] - mean);
    }
    if (lag / squares > 0.8) {
      warnings.add(
          Warning.of(
              "Each value is much like the one before: a steady trend or a season may look like breaks."));
    }
    return List.copyOf(warnings);
  }

  /** Pearson's dispersion about the levels; segments without any count have none. */
  private double phi(double[] means, int[] breaks) {
    double squares = 0;
    int counted = 0;
    for (int k = 0, i = 0; k < means.length; k++) {
      for (int until = k < breaks.length ? breaks[k] : n; i < until; i++) {
        double off = parameters.series()[i] - means[k];
        squares += means[k] > 0 ? off * off / means[k] : 0;
        counted += means[k] > 0 ? 1 : 0;
      }
    }
    return squares / Math.max(1, counted - means.length);
  }
}
