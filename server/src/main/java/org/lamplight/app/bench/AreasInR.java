package org.lamplight.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.lamplight.fault.Fault;

/** The same statistics by R's spdep, timed by R itself, its start left out; NaN where it is not installed. */
final class AreasInR {

  private static final int MINUTES = 10;

  private AreasInR() {}

  /** Median seconds of three runs of localG and p.adjust, whose z must be those given. */
  static double giStar(double[] values, int side, double[] z)
      throws IOException, InterruptedException {
    return time(
        values,
        side,
        z,
        "nb2listw(include.self(nb), style='B')",
        "g <- localG(x, lw); q <- p.adjust(2*pnorm(-abs(as.numeric(g))), 'BH'); as.numeric(g)",
        3);
  }

  /** Seconds of one run of localmoran_perm, whose statistics must be those given. */
  static double localMoran(double[] values, int side, int rounds, double[] statistic)
      throws IOException, InterruptedException {
    return time(
        values,
        side,
        statistic,
        "nb2listw(nb, style='W')",
        "localmoran_perm(x, lw, nsim=" + rounds + ")[,1]",
        1);
  }

  private static double time(
      double[] values, int side, double[] expected, String weights, String work, int runs)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("areas", ".txt");
    try {
      Files.writeString(
          file, Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining("\n")));
      String script = "suppressMessages(library(spdep)); x <- scan('" + file + "', quiet=TRUE); "
          + "nb <- cell2nb(" + side + ", " + side + ", type='queen'); "
          + "t <- numeric(0); for (k in 1:" + runs + ") t[k] <- system.time({lw <- " + weights
          + "; r <- {" + work + "}})[3]; "
          + "cat(formatC(c(median(t), sum(abs(r)), r[" + side + "]), digits=15))";
      Process process = new ProcessBuilder("Rscript", "--vanilla", "-e", script)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      String answer =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        return Double.NaN;
      }
      return checked(answer, expected, side);
    } catch (IOException e) {
      return Double.NaN;
    } finally {
      Files.delete(file);
    }
  }

  private static double checked(String answer, double[] expected, int side) {
    double[] numbers =
        Arrays.stream(answer.split("\\s+")).mapToDouble(Double::parseDouble).toArray();
    double sum = Arrays.stream(expected).map(Math::abs).sum();
    Fault.require(
        Math.abs(numbers[1] - sum) <= 1e-8 * sum
            && Math.abs(numbers[2] - expected[side - 1]) <= 1e-8,
        "bench: R gives another answer, so its time says nothing");
    return numbers[0];
  }
}
