package org.lamplight.analysis.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Worked examples on series that come with R (the Nile, British road deaths). They are R's to give, so they are asked of it where it is
 * installed; everywhere the same methods are held to R on series of our own.
 */
class PublishedSeriesTest {

  /** Runs an expression that writes numbers. */
  private static double[] ask(String expression) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(
              "Rscript", "--vanilla", "-e", "cat(formatC(" + expression + ", digits=17))")
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      assumeTrue(false, "R is not installed");
      return new double[0];
    }
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeTrue(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0, "R failed");
    return Arrays.stream(text.strip().split("\\s+"))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  @Test
  void theNileFallsAndBreaksIn1898() throws IOException, InterruptedException {
    double[] nile = ask("as.numeric(Nile)");
    MannKendall.Result trend = MannKendall.of(nile);
    assertEquals(-1387, trend.s());
    assertEquals(112728.333, trend.variance(), 5e-4);
    assertEquals(-4.12806652, trend.z(), 5e-9);
    assertEquals(3.658e-05, trend.p(), 5e-9);
    assertEquals(-0.280741335, trend.tau(), 5e-10);
    assertEquals(-2.6, trend.sen(), 1e-12);
    ChangePoints.Result change = ChangePoints.of(ChangePoints.Parameters.of(nile));
    assertArrayEquals(new int[] {28}, change.breaks());
    assertArrayEquals(new double[] {25}, change.lower());
    assertArrayEquals(new double[] {32}, change.upper());
    assertArrayEquals(new double[] {1097.75, 849.972222}, change.means(), 5e-7);
    double[] rss = {2835156.75, 1597457.19444, 1552923.6158, 1538096.51275};
    assertArrayEquals(rss, Arrays.copyOf(change.rss(), 4), 5e-5);
    double[] bic = {1318.24181, 1270.08374, 1276.4667, 1284.71767};
    assertArrayEquals(bic, Arrays.copyOf(change.bic(), 4), 5e-6);
    assertEquals(75.92977, change.supF(), 5e-6);
  }

  @Test
  void theSeasonOfRoadDeaths() throws IOException, InterruptedException {
    SeasonalTrend.Result result = SeasonalTrend.of(
        new SeasonalTrend.Parameters(ask("as.numeric(log10(UKDriverDeaths))"), 12, 0, false));
    double[] season = {
      .008103, -.046869, -.029858, -.063437, -.023986, -.040219, -.018944, -.014176, .002215,
      .037310, .083004, .106857
    };
    assertArrayEquals(season, Arrays.copyOf(result.seasonal(), 12), 5e-7);
  }

  private static LogLinear.Parameters seatbelts(boolean months)
      throws IOException, InterruptedException {
    double[] both = ask("c(Seatbelts[,'DriversKilled'], Seatbelts[,'law'])");
    int n = both.length / 2;
    double[][] columns = new double[n][];
    for (int i = 0; i < n; i++) {
      columns[i] = new double[months ? 14 : 7];
      columns[i][0] = 1;
      columns[i][1] = i + 1;
      columns[i][2] = both[n + i];
      if (months && i % 12 > 0) {
        columns[i][2 + i % 12] = 1;
      }
      for (int k = 1; !months && k <= 2; k++) {
        columns[i][1 + 2 * k] = Math.sin(2 * Math.PI * k * (i + 1) / 12);
        columns[i][2 + 2 * k] = Math.cos(2 * Math.PI * k * (i + 1) / 12);
      }
    }
    return LogLinear.Parameters.poisson(Arrays.copyOf(both, n), columns);
  }

  @Test
  void theSeatBeltLaw() throws IOException, InterruptedException {
    LogLinear.Parameters model = seatbelts(true);
    LogLinear.Fit fit = LogLinear.fit(model);
    assertEquals(-0.135791996, fit.coefficient()[2], 1e-8);
    assertEquals(0.025943722, fit.standardError()[2], 1e-8);
    assertEquals(-0.000958262, fit.coefficient()[1], 1e-8);
    assertEquals(2.19638667, fit.phi(), 1e-7);
    assertEquals(0.038449145, fit.standardError()[2] * Math.sqrt(fit.phi()), 1e-8);
    assertEquals(0.042516880, NeweyWest.standardError(model, fit, 12)[2], 1e-7);
    NegativeBinomial.Result nb = NegativeBinomial.fit(model);
    assertEquals(-0.139558969, nb.coefficient()[2], 1e-6);
    assertEquals(0.036017046, nb.standardError()[2], 1e-6);
    assertEquals(117.461263, nb.theta(), 1e-2);
    assertEquals(23.5214, nb.thetaError(), 5e-3);
    assertEquals(-1601.13106, nb.twoLogLikelihood(), 1e-4);
  }

  @Test
  void theSeatBeltLawWithTwoHarmonics() throws IOException, InterruptedException {
    LogLinear.Fit fit = LogLinear.fit(seatbelts(false));
    assertEquals(-0.133526367, fit.coefficient()[2], 1e-8);
    assertEquals(0.025926037, fit.standardError()[2], 1e-8);
  }

  /** Venables and Ripley (2002), chapter 7.4. */
  @Test
  void daysOffSchool() throws IOException, InterruptedException {
    double[] days = ask("as.numeric(MASS::quine$Days)");
    double[] design =
        ask("as.numeric(local({m <- model.matrix(~ Sex/(Age + Eth*Lrn), MASS::quine); "
            + "q <- qr(m); m[, q$pivot[seq_len(q$rank)]]}))");
    int n = days.length;
    double[][] columns = new double[n][design.length / n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < columns[i].length; k++) {
        columns[i][k] = design[k * n + i];
      }
    }
    NegativeBinomial.Result fit = NegativeBinomial.fit(LogLinear.Parameters.poisson(days, columns));
    assertEquals(1.59799073, fit.theta(), 1e-6);
    assertEquals(0.212865444, fit.thetaError(), 1e-5);
    assertEquals(1093.02502, 2 * (columns[0].length + 1) - fit.twoLogLikelihood(), 1e-4);
  }
}
