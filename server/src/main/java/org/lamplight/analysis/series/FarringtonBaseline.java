package org.lamplight.analysis.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.special.Beta;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.chance.Tails;
import org.lamplight.fault.Fault;

/** What the years before lead to expect of one step, and how much more would be unusual. */
final class FarringtonBaseline {

  /** Above it a trend is not believed. */
  private static final double TREND_P = 0.05;

  private static final int YEARS_OF_TREND = 3;

  /** Expected count and the largest that is nothing unusual. */
  record Bound(double expected, double upper) {}

  /** A reweighted fit, its dispersion of at least 1 and the one that standard errors are made with. */
  private record Model(LogLinear.Fit fit, double phi, int counted) {}

  private final Farrington.Settings settings;
  private final int now;
  private final double[] response;
  private final int[] step;
  private final int[] season;

  FarringtonBaseline(double[] counts, Farrington.Settings settings, int now) {
    this.settings = settings;
    this.now = now;
    int[] seasons = seasons();
    List<Integer> kept = new ArrayList<>();
    for (int t = 0; t < now - settings.leftOut(); t++) {
      if (seasons[t] > 0) {
        kept.add(t);
      }
    }
    step = kept.stream().mapToInt(Integer::intValue).toArray();
    response = Arrays.stream(step).mapToDouble(t -> counts[t]).toArray();
    season = Arrays.stream(step).map(t -> seasons[t]).toArray();
  }

  /** The level of each step before now: the last for those around the same place of a year, 1 and on between, 0 outside the baseline. */
  private int[] seasons() {
    int[] seasons = new int[now + 1];
    int w = settings.halfWindow();
    int levels = settings.seasons();
    Arrays.fill(seasons, Math.max(0, now - w), now + 1, levels);
    for (int year = 1; year <= settings.years(); year++) {
      int centre = now - year * settings.period();
      Arrays.fill(seasons, centre - w, centre + w + 1, levels);
      int between = settings.period() - 2 * w - 1;
      int at = centre + w + 1;
      for (int level = 1; level < levels; level++) {
        int length = between / (levels - 1) + (level <= between % (levels - 1) ? 1 : 0);
        Arrays.fill(seasons, at, at + length, level);
        at += length;
      }
    }
    return seasons;
  }

  Bound bound() {
    if (Arrays.stream(response).allMatch(y -> y == 0)) {
      return new Bound(0, 0);
    }
    Model trend = model(true);
    boolean rising = trend != null && believed(trend);
    Model chosen = rising ? trend : model(false);
    if (chosen == null) {
      return new Bound(Double.NaN, Double.NaN);
    }
    double[] row = row(now, settings.seasons(), rising);
    double log = 0;
    for (int a = 0; a < row.length; a++) {
      log += row[a] * chosen.fit().coefficient()[a];
    }
    double expected = Math.exp(log);
    double error = Math.sqrt(variance(chosen.fit(), row) * chosen.fit().phi());
    return new Bound(
        expected,
        settings.quantileOfCounts()
            ? quantile(expected, chosen.phi())
            : powerBound(expected, error * expected, chosen.phi()));
  }

  private @Nullable Model model(boolean trend) {
    double[][] columns = new double[step.length][];
    Arrays.setAll(columns, i -> row(step[i], season[i], trend));
    LogLinear.Parameters parameters = LogLinear.Parameters.poisson(response, columns);
    try {
      LogLinear.Fit first = LogLinear.fit(parameters);
      double[] weights = weights(first, columns, Math.max(1, first.phi()));
      LogLinear.Fit second = LogLinear.fit(parameters.withWeights(weights));
      return new Model(second, Math.max(1, second.phi()), step.length);
    } catch (Fault e) {
      return null;
    }
  }

  /** Ones, the step, and marks of the seasons but the first. */
  private double[] row(int t, int level, boolean trend) {
    int shift = trend ? 2 : 1;
    double[] row = new double[shift + settings.seasons() - 1];
    row[0] = 1;
    if (trend) {
      row[1] = t + 1;
    }
    if (level > 1) {
      row[shift + level - 2] = 1;
    }
    return row;
  }

  /** Earlier outbreaks weigh less, by the square of their Anscombe residual. */
  private double[] weights(LogLinear.Fit fit, double[][] columns, double phi) {
    int n = response.length;
    double[] residual = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double mu = fit.fitted()[i];
      double leverage = mu * variance(fit, columns[i]);
      residual[i] = 1.5
          * (Math.pow(response[i], 2 / 3.0) * Math.pow(mu, -1 / 6.0) - Math.sqrt(mu))
          / Math.sqrt(phi * (1 - leverage));
      sum += outlier(residual[i]) ? 1 / (residual[i] * residual[i]) : 1;
    }
    double scale = n / sum;
    return Arrays.stream(residual)
        .map(s -> outlier(s) ? scale / (s * s) : scale)
        .toArray();
  }

  private boolean outlier(double residual) {
    return residual > settings.threshold();
  }

  private static double variance(LogLinear.Fit fit, double[] row) {
    double sum = 0;
    for (int a = 0; a < row.length; a++) {
      for (int b = 0; b < row.length; b++) {
        sum += row[a] * row[b] * fit.covariance()[a][b];
      }
    }
    return sum;
  }

  /** A trend counts from three years on, when it is significant and leads to no more than was ever seen. */
  private boolean believed(Model model) {
    LogLinear.Fit fit = model.fit();
    double t = Math.abs(fit.coefficient()[1]) / Math.sqrt(fit.covariance()[1][1] * fit.phi());
    int freedom = model.counted() - fit.coefficient().length;
    double p = 2 * new TDistribution(freedom).cumulativeProbability(-t);
    double[] row = row(now, settings.seasons(), true);
    double log = 0;
    for (int a = 0; a < row.length; a++) {
      log += row[a] * fit.coefficient()[a];
    }
    double most = Arrays.stream(response).max().orElse(0);
    return settings.years() >= YEARS_OF_TREND && p < TREND_P && Math.exp(log) <= most;
  }

  private double powerBound(double mu, double error, double phi) {
    double tau = phi + error * error / mu;
    double sd = Math.sqrt(4 / 9.0 * Math.cbrt(mu) * tau);
    double z = Tails.normalQuantile(1 - settings.alpha());
    return Math.pow(Math.pow(mu, 2 / 3.0) + z * sd, 1.5);
  }

  /** The smallest count that at least 1 - alpha of negative binomial (or Poisson) counts do not exceed. */
  private double quantile(double mu, double phi) {
    if (phi <= 1) {
      return Tails.poissonQuantile(1 - settings.alpha(), mu);
    }
    double size = mu / (phi - 1);
    double share = size / (size + mu);
    int count = 0;
    int high = Math.max(1, (int) Math.ceil(mu));
    while (Beta.regularizedBeta(share, size, high + 1.0) < 1 - settings.alpha()) {
      count = high;
      high *= 2;
    }
    while (count < high) {
      int middle = (count + high) >>> 1;
      if (Beta.regularizedBeta(share, size, middle + 1.0) < 1 - settings.alpha()) {
        count = middle + 1;
      } else {
        high = middle;
      }
    }
    return count;
  }
}
