package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.geo.PlaneGrid;
import org.locationtech.jts.geom.Geometry;

/**
 * Density with a Gaussian for each event that is wider where events are rare.
 *
 * <p>The standard deviation of event i is h0 root(g / f(i)), with f a pilot density of fixed h0 at the events, itself included and edge-corrected
 * as the density is, and g its geometric mean; at most {@code trim} times their median.
 *
 * <ul>
 *   <li><b>Output</b>: densities per m2, NaN outside the window; the standard deviations; the integral as in {@link KernelDensity}.
 *   <li><b>Errors</b>: INVALID as {@link KernelDensity}, or for a trim that is not above 0.
 *   <li><b>Cost</b>: events times events in reach, and events times places in reach.
 * </ul>
 *
 * <p>Source: I. Abramson, Annals of Statistics 10 (1982); T. Davies, J. Marshall and M. Hazelton, Statistics in Medicine 37 (2018) for the trim.
 */
public final class AdaptiveDensity {

  private static final int FEWEST = 50;

  /** Events times places up to which every event counts everywhere. */
  private static final double SMALL = 5e7;

  private AdaptiveDensity() {}

  /**
   * What to estimate from.
   *
   * @param points events, metres
   * @param weights null: 1 each
   * @param pilotMetres h0, standard deviation of the pilot and scale of all
   * @param edge correction of the pilot and of the density
   * @param window null: the whole plane. Events outside it are left out.
   * @param trim largest standard deviation in medians; infinity: none
   */
  public record Parameters(
      Points points,
      double @Nullable [] weights,
      double pilotMetres,
      EdgeCorrection edge,
      @Nullable Geometry window,
      double trim) {

    public Parameters {
      points.requireMetres();
      require(pilotMetres > 0 && Double.isFinite(pilotMetres), "bandwidth: must be above 0 metres");
      require(trim > 0, "trim: must be above 0; 5 is usual");
      require(
          edge == EdgeCorrection.NONE || window != null,
          "window: an edge correction needs the area in which events were looked for");
      if (weights != null) {
        Inputs.requireSameLength("weights", weights.length, "x", points.size());
        Inputs.requireCounts("weights", weights);
      }
    }

    /** With a weight of 1 for each event. */
    public static Parameters of(
        Points points,
        double pilotMetres,
        EdgeCorrection edge,
        @Nullable Geometry window,
        double trim) {
      return new Parameters(points, null, pilotMetres, edge, window, trim);
    }

    KernelDensity.Parameters pilot() {
      return new KernelDensity.Parameters(
          points, weights, Kernel.GAUSSIAN, pilotMetres, edge, window);
    }
  }

  /**
   * A density with the bandwidths behind it.
   *
   * @param bandwidthsMetres standard deviation of each event, NaN for events outside the window
   */
  public record Result(
      double[] perSquareMetre,
      double[] bandwidthsMetres,
      double integral,
      List<Warning> warnings) {}

  /** Density at places. */
  public static Result atPoints(Parameters parameters, Points at) {
    AdaptiveEvents events = new AdaptiveEvents(parameters);
    double[] density = sums(events.corrected(), events.sigma(), at);
    events.finish(density, at.x(), at.y());
    return result(parameters, events, density);
  }

  /** Density at the centres of a grid's cells. */
  public static Result onGrid(Parameters parameters, PlaneGrid grid) {
    AdaptiveEvents events = new AdaptiveEvents(parameters);
    return result(parameters, events, density(events, grid));
  }

  private static double[] density(AdaptiveEvents events, PlaneGrid grid) {
    double[] density = GaussianGrid.of(events.corrected(), events.sigma(), grid);
    events.finish(density, KernelDensity.centresX(grid), KernelDensity.centresY(grid));
    return density;
  }

  /** Sum over the cells of a grid that fills the window's box. */
  private static double byCells(Parameters parameters, AdaptiveEvents events) {
    PlaneGrid grid = PlaneGrid.over(
        Objects.requireNonNull(parameters.window()).getEnvelopeInternal(),
        KernelDensity.ACROSS,
        KernelDensity.ACROSS);
    return KernelDensity.integral(density(events, grid), grid);
  }

  private static Result result(Parameters parameters, AdaptiveEvents events, double[] density) {
    List<Warning> warnings = new ArrayList<>();
    Points.warnBelow(warnings, events.size(), FEWEST, "take a fixed bandwidth, or show the points");
    int outside = parameters.points().size() - events.size();
    if (outside > 0) {
      warnings.add(Warning.of(outside + " of " + parameters.points().size()
          + " events lie outside the window and were left out."));
    }
    double integral = parameters.edge() == EdgeCorrection.UNIFORM
        ? byCells(parameters, events)
        : events.integral();
    return new Result(density, events.bandwidths(), integral, warnings);
  }

  private static double[] sums(GridBins.Events events, double[] sigma, Points at) {
    boolean small = (double) sigma.length * at.size() <= SMALL;
    double reach =
        small ? Double.MAX_VALUE : Arrays.stream(sigma).max().orElse(0) * GaussianEdge.REACH;
    PointIndex index = new PointIndex(events.x(), events.y(), Math.min(reach, 1e9) / 2);
    double[] half = new double[sigma.length];
    double[] scale = new double[sigma.length];
    for (int place = 0; place < half.length; place++) {
      int event = index.order[place];
      half[place] = 1 / (2 * sigma[event] * sigma[event]);
      scale[place] = events.weightOf(event) * half[place] / Math.PI;
    }
    double[] sums = new double[at.size()];
    Parallel.ranges(
        sums.length,
        (from, to) -> IntStream.range(from, to)
            .forEach(i -> sums[i] = sum(index, half, scale, at.x()[i], at.y()[i], reach)));
    return sums;
  }

  private static double sum(
      PointIndex index, double[] half, double[] scale, double x, double y, double reach) {
    double sum = 0;
    int lastRow = index.row(y + reach);
    for (int row = index.row(y - reach); row <= lastRow; row++) {
      int to = index.to(row, index.column(x + reach));
      for (int place = index.from(row, index.column(x - reach)); place < to; place++) {
        double dx = index.x[place] - x;
        double dy = index.y[place] - y;
        sum += scale[place] * Math.exp(-(dx * dx + dy * dy) * half[place]);
      }
    }
    return sum;
  }
}
