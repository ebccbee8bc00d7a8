package org.lamplight.app.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.lamplight.analysis.point.Knox;
import org.lamplight.analysis.point.Points;
import org.lamplight.fault.Fault;

/** The same statistics by R's packages, timed by R itself, its start and reading left out; NaN where they are not installed. */
final class PatternsInR {

  private static final int MINUTES = 15;

  private PatternsInR() {}

  /** Median seconds of three runs of density.ppp, whose integral must be ours to 1 %: R puts events into pixels first. */
  static double density(Points points, double side, int cells, double radius, boolean edge)
      throws IOException, InterruptedException {
    double sigma = radius / Math.sqrt(8);
    String work = String.format(
        Locale.ROOT,
        "X <- ppp(x, y, c(0,%1$s), c(0,%1$s), check=FALSE); t <- numeric(0); for (k in 1:3) t[k] <- system.time("
            + "d <- density(X, sigma=%2$s, kernel='quartic', edge=%3$s, diggle=%3$s, dimyx=%4$d))[3];"
            + " result <- integral(d)/length(x)",
        side,
        sigma,
        edge ? "TRUE" : "FALSE",
        cells);
    double[] answer = run("library(spatstat.explore)", work, points.x(), points.y());
    return checked(answer, edge ? 1 : 0.995, 0.01);
  }

  /** Seconds of one run of dbscan, whose labels must add up to ours. */
  static double dbscan(Points points, double eps, int minPoints, int[] label)
      throws IOException, InterruptedException {
    String work = String.format(
        Locale.ROOT,
        "xy <- cbind(x, y); t <- system.time(d <- dbscan::dbscan(xy, eps=%s, minPts=%d))[3];"
            + " result <- sum(as.numeric(d$cluster))",
        eps,
        minPoints);
    double[] answer = run("library(dbscan)", work, points.x(), points.y());
    return checked(answer, (double) Arrays.stream(label).asLongStream().sum(), 0);
  }

  /** Seconds of surveillance's knox for pairs in [100, 200) m less than 7 days apart, the distances left out. */
  static double knox(Knox.Parameters parameters, long observed, int rounds)
      throws IOException, InterruptedException {
    String work =
        "ds <- as.vector(dist(cbind(x, y))); dt <- dist(days); near <- dist(x); near[] <- as.numeric(ds >= 100 & ds"
            + " < 200); t <- system.time(k <- knox(dt=dt, ds=1-near, eps.t=6.5, eps.s=0.5,"
            + " simulate.p.value=TRUE, B=" + rounds + "))[3]; result <- k$statistic[[1]]";
    double[] answer = run(
        "library(surveillance)",
        work,
        parameters.points().x(),
        parameters.points().y(),
        parameters.days());
    return checked(answer, (double) observed, 0);
  }

  /** Seconds of one run of Kest, whose last value must be ours. */
  static double ripley(Points points, double side, double[] r, double[] k)
      throws IOException, InterruptedException {
    String work = String.format(
        Locale.ROOT,
        "X <- ppp(x, y, c(0,%1$s), c(0,%1$s), check=FALSE); r <- seq(0, %2$s, length.out=%3$d); "
            + "t <- system.time(K <- Kest(X, r=r, correction='translation', nlarge=Inf))[3];"
            + " result <- K$trans[%3$d]",
        side,
        r[r.length - 1],
        r.length);
    double[] answer = run("library(spatstat.explore)", work, points.x(), points.y());
    return checked(answer, k[k.length - 1], 1e-6 * k[k.length - 1]);
  }

  private static double checked(double[] answer, double expected, double off) {
    Fault.require(
        Double.isNaN(answer[0]) || Math.abs(answer[1] - expected) <= off,
        "bench: R gives another answer, " + answer[1] + " for " + expected
            + ", so its time says nothing");
    return answer[0];
  }

  /** Median of t, and the result, of work over x, y and days. */
  private static double[] run(String library, String work, double[]... columns)
      throws IOException, InterruptedException {
    double[] none = {Double.NaN, Double.NaN};
    Path file = Files.createTempFile("points", ".bin");
    try {
      write(file, columns);
      String script = "suppressMessages(" + library + "); a <- matrix(readBin('" + file
          + "', 'double', 1e8, endian='little'), ncol=" + columns.length
          + "); x <- a[,1]; y <- a[,2]; if (ncol(a) > 2) days <- a[,3]; invisible(capture.output({"
          + work + "})); cat(formatC(c(median(t), result), digits=15))";
      Process process = new ProcessBuilder("Rscript", "--vanilla", "-e", script)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      String answer =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        return none;
      }
      return Arrays.stream(answer.split("\\s+"))
          .mapToDouble(Double::parseDouble)
          .toArray();
    } catch (IOException e) {
      return none;
    } finally {
      Files.delete(file);
    }
  }

  private static void write(Path file, double[][] columns) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(8 * columns.length * columns[0].length).order(ByteOrder.LITTLE_ENDIAN);
    for (double[] column : columns) {
      for (double value : column) {
        bytes.putDouble(value);
      }
    }
    Files.write(file, bytes.array());
  }
}
