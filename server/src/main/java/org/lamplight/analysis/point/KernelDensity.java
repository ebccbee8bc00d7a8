package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.geo.PlaneGrid;
import org.locationtech.jts.geom.Geometry;

/**
 * Planar kernel density of events: exact sums of kernels, in events per square metre.
 *
 * <ul>
 *   <li><b>Input</b>: points in metres, weights at least 0, a bandwidth in metres, the window in which events were looked for.
 *   <li><b>Output</b>: densities per m2 (times 1e6: per km2), NaN outside the window; the integral over the window.
 *   <li><b>Errors</b>: INVALID for a bandwidth that is not above 0, an edge correction without a window, a window that is no valid polygon, or
 *       when no event lies in the window.
 *   <li><b>Cost</b>: events times cells in reach, on all processors; a million events on 512 x 512 cells with a radius of six cells
 *       in under 0.1 s on two.
 * </ul>
 *
 * <p>Source: B. Silverman, "Density estimation" (1986); P. Diggle, Applied Statistics 34 (1985) for the edge.
 */
public final class KernelDensity {

  /** Events below which points or counts by area tell more than a surface. */
  private static final int FEWEST = 30;

  /** Cells each way by which an integral is summed up that has no closed form. */
  static final int ACROSS = 160;

  private KernelDensity() {}

  /**
   * What to estimate from.
   *
   * @param points events, metres
   * @param weights null: 1 each
   * @param kernel quartic is usual for surfaces of crime
   * @param bandwidthMetres the quartic's radius R, or the Gaussian's standard deviation; R = 2.83 standard deviations spread alike
   * @param edge correction; all but NONE need a window
   * @param window null: the whole plane. Events outside it are left out.
   */
  public record Parameters(
      Points points,
      double @Nullable [] weights,
      Kernel kernel,
      double bandwidthMetres,
      EdgeCorrection edge,
      @Nullable Geometry window) {

    public Parameters {
      points.requireMetres();
      require(
          bandwidthMetres > 0 && Double.isFinite(bandwidthMetres),
          "bandwidth: must be above 0 metres");
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
        Kernel kernel,
        double bandwidthMetres,
        EdgeCorrection edge,
        @Nullable Geometry window) {
      return new Parameters(points, null, kernel, bandwidthMetres, edge, window);
    }
  }

  /**
   * A density at places or cells.
   *
   * @param perSquareMetre density at each place or cell centre, NaN outside the window
   * @param integral over the window: exact for NONE and DIGGLE, by {@value #ACROSS} x {@value #ACROSS} cells for UNIFORM; the sum of weights without a window
   * @param bandwidthMetres as used
   */
  public record Result(
      double[] perSquareMetre, double integral, double bandwidthMetres, List<Warning> warnings) {}

  /** Density at places. */
  public static Result atPoints(Parameters parameters, Points at) {
    WindowedEvents events = WindowedEvents.of(parameters);
    double bandwidth = parameters.bandwidthMetres();
    double[] density =
        KernelSums.atPoints(events.corrected(), parameters.kernel(), bandwidth, at, false);
    events.finish(density, at::x, at::y);
    return result(parameters, events, density);
  }

  /** Density at the centres of a grid's cells. */
  public static Result onGrid(Parameters parameters, PlaneGrid grid) {
    WindowedEvents events = WindowedEvents.of(parameters);
    double bandwidth = parameters.bandwidthMetres();
    double[] density = KernelSums.onGrid(events.corrected(), parameters.kernel(), bandwidth, grid);
    events.finish(density, () -> centresX(grid), () -> centresY(grid));
    return result(parameters, events, density);
  }

  static double[] centresX(PlaneGrid grid) {
    double[] x = new double[grid.cells()];
    Arrays.setAll(x, cell -> grid.centreX(cell % grid.columns()));
    return x;
  }

  static double[] centresY(PlaneGrid grid) {
    double[] y = new double[grid.cells()];
    Arrays.setAll(y, cell -> grid.centreY(cell / grid.columns()));
    return y;
  }

  /** Sum over the cells of a grid that fills the window's box. */
  private static double byCells(Parameters parameters, WindowedEvents events) {
    PlaneGrid grid = PlaneGrid.over(
        Objects.requireNonNull(parameters.window()).getEnvelopeInternal(), ACROSS, ACROSS);
    double[] density = KernelSums.onGrid(
        events.corrected(), parameters.kernel(), parameters.bandwidthMetres(), grid);
    events.finish(density, () -> centresX(grid), () -> centresY(grid));
    return integral(density, grid);
  }

  static double integral(double[] density, PlaneGrid grid) {
    double sum = Arrays.stream(density).filter(value -> !Double.isNaN(value)).sum();
    return sum * grid.cellAreaSquareMetres();
  }

  private static Result result(Parameters parameters, WindowedEvents events, double[] density) {
    List<Warning> warnings = new ArrayList<>();
    int used = events.size();
    Points.warnBelow(warnings, used, FEWEST, "show the points, or counts by area");
    events.warnOutside(warnings);
    double integral = parameters.edge() == EdgeCorrection.UNIFORM
        ? byCells(parameters, events)
        : events.integral();
    return new Result(density, integral, parameters.bandwidthMetres(), warnings);
  }
}
