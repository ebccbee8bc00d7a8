package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.geo.PlaneGrid;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Bandwidths chosen from the data. They differ by factors on the same data, so the number always stands beside the map. */
public final class Bandwidths {

  /** Radius of a quartic that spreads as a Gaussian of standard deviation 1 does. */
  private static final double RADIUS = Math.sqrt(8);

  private static final int CANDIDATES = 16;
  private static final int ACROSS = 128;
  private static final int FEWEST = 30;

  private Bandwidths() {}

  /**
   * What Scott's rule gives.
   *
   * @param sigmaX standard deviation for a Gaussian kernel to the east, metres
   * @param sigmaY to the north
   * @param sigma their geometric mean
   * @param quarticRadius the radius of a quartic kernel that spreads alike
   */
  public record Scott(double sigmaX, double sigmaY, double sigma, double quarticRadius) {}

  /**
   * What to choose from.
   *
   * @param points events, metres
   * @param window in which they were looked for
   * @param candidates standard deviations to choose from, ascending; null: 16 in equal ratios from the least distance between neighbors to half
   *     the window's diagonal
   */
  public record LikelihoodParameters(
      Points points, Geometry window, double @Nullable [] candidates) {

    /** With candidates from the data. */
    public static LikelihoodParameters of(Points points, Geometry window) {
      return new LikelihoodParameters(points, window, null);
    }
  }

  /**
   * The candidate of the highest score.
   *
   * @param sigma the chosen standard deviation, metres
   * @param quarticRadius the radius of a quartic kernel that spreads alike
   * @param score of each candidate: the higher the better
   */
  public record Choice(
      double sigma,
      double quarticRadius,
      double[] candidates,
      double[] score,
      List<Warning> warnings) {}

  /**
   * Scott's rule: standard deviation of the coordinates times n to the power of -1/6.
   *
   * <p>Errors: INVALID when all points lie on one place or one line along an axis. Source: D. Scott, "Multivariate density estimation" (1992).
   */
  public static Scott scott(Points points) {
    points.requireMetres();
    points.requireTwoPlaces();
    double factor = Math.pow(points.size(), -1.0 / 6);
    double sigmaX = factor * deviation(points.x());
    double sigmaY = factor * deviation(points.y());
    require(
        sigmaX > 0 && sigmaY > 0,
        "bandwidth: the points lie on a line, so Scott's rule gives 0; state a bandwidth");
    double sigma = Math.sqrt(sigmaX * sigmaY);
    return new Scott(sigmaX, sigmaY, sigma, RADIUS * sigma);
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  /**
   * Likelihood cross-validation of a Gaussian kernel with uniform edge correction: the sum over events of the log density there without the
   * event, less the integral of the density (on 128 cells across).
   *
   * <ul>
   *   <li><b>Errors</b>: INVALID when no two points differ, or a candidate is not above 0.
   *   <li><b>Cost</b>: candidates times events times events in reach.
   * </ul>
   *
   * <p>Source: C. Loader, "Local regression and likelihood" (1999), as spatstat's bw.ppl.
   */
  public static Choice likelihood(LikelihoodParameters parameters) {
    Points points = parameters.points();
    points.requireMetres();
    points.requireTwoPlaces();
    Window.requirePolygons(parameters.window());
    double[] given = parameters.candidates();
    double[] candidates = given == null ? candidates(parameters) : given.clone();
    require(candidates.length > 0, "candidates: there are none");
    double[] score = new double[candidates.length];
    int best = 0;
    for (int i = 0; i < score.length; i++) {
      require(candidates[i] > 0 && Double.isFinite(candidates[i]), "candidates: must be above 0");
      score[i] = score(points, parameters.window(), candidates[i]);
      best = score[i] > score[best] ? i : best;
    }
    List<Warning> warnings = new ArrayList<>();
    Points.warnBelow(warnings, points.size(), FEWEST, "state a bandwidth instead");
    if (best == 0 || best == score.length - 1) {
      warnings.add(
          Warning.of("The best candidate stands at the end of the range: the data do not choose a"
              + " bandwidth within it."));
    }
    double sigma = candidates[best];
    return new Choice(sigma, RADIUS * sigma, candidates, score, warnings);
  }

  private static double[] candidates(LikelihoodParameters parameters) {
    double[] nearest = NearestNeighbours.distances(parameters.points());
    double least = Arrays.stream(nearest).filter(distance -> distance > 0).min().orElse(1);
    Envelope box = parameters.window().getEnvelopeInternal();
    double most = Math.max(box.getDiameter() / 2, 2 * least);
    double[] candidates = new double[CANDIDATES];
    for (int i = 0; i < CANDIDATES; i++) {
      candidates[i] = least * Math.pow(most / least, i / (CANDIDATES - 1.0));
    }
    return candidates;
  }

  private static double score(Points points, Geometry area, double sigma) {
    Window window = new Window(area, Kernel.GAUSSIAN.reach(sigma));
    GridBins.Events events = new GridBins.Events(points.x(), points.y(), null);
    double[] density = KernelSums.atPoints(events, Kernel.GAUSSIAN, sigma, points, true);
    double[] log = new double[density.length];
    Parallel.ranges(log.length, (from, to) -> {
      for (int i = from; i < to; i++) {
        double share =
            window.share(Kernel.GAUSSIAN, sigma, points.x()[i], points.y()[i]);
        log[i] = Math.log(density[i] / share);
      }
    });
    return Arrays.stream(log).sum() - integral(points, area, sigma);
  }

  private static double integral(Points points, Geometry area, double sigma) {
    PlaneGrid grid = PlaneGrid.over(area.getEnvelopeInternal(), ACROSS, ACROSS);
    KernelDensity.Parameters parameters = new KernelDensity.Parameters(
        points, null, Kernel.GAUSSIAN, sigma, EdgeCorrection.UNIFORM, area);
    double[] density = KernelDensity.onGrid(parameters, grid).perSquareMetre();
    return area.getArea()
        * Arrays.stream(density).filter(value -> !Double.isNaN(value)).average().orElse(0);
  }

  /**
   * A rule of thumb for maps of crime: cells of a 150th of the area's shorter side, and a quartic radius of five cells.
   *
   * @return cell and radius, metres. Source: S. Chainey and J. Ratcliffe, "GIS and crime mapping" (2005).
   */
  public static double[] chaineyRatcliffe(Envelope extent) {
    double cell = Math.min(extent.getWidth(), extent.getHeight()) / 150;
    require(cell > 0, "extent: has no area");
    return new double[] {cell, 5 * cell};
  }
}
