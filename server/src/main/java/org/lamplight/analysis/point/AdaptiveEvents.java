package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The events of an adaptive density with the standard deviation of each. */
final class AdaptiveEvents {

  private final AdaptiveDensity.Parameters parameters;
  private final int[] kept;
  private final Points inside;
  private final double @Nullable [] weights;
  private final double[] sigma;
  private final double geometricMean;
  private final double widest;

  /** Null without a window. */
  private final @Nullable Window window;

  AdaptiveEvents(AdaptiveDensity.Parameters parameters) {
    this.parameters = parameters;
    Window area = parameters.window() == null
        ? null
        : new Window(parameters.window(), Kernel.GAUSSIAN.reach(parameters.pilotMetres()));
    this.kept = WindowedEvents.kept(parameters.points(), area);
    require(kept.length > 0, "window: no event lies in it; are both in the same plane of metres?");
    this.inside = parameters.points().chosen(kept);
    double[] given = parameters.weights();
    this.weights =
        given == null ? null : IntStream.of(kept).mapToDouble(i -> given[i]).toArray();
    double[] pilot = pilot(inside);
    this.geometricMean = Math.exp(Arrays.stream(pilot).map(Math::log).average().orElse(0));
    double[] wanted = Arrays.stream(pilot).map(this::sigmaAt).toArray();
    this.widest = parameters.trim() * median(wanted);
    this.sigma = Arrays.stream(wanted).map(s -> Math.min(s, widest)).toArray();
    this.window = parameters.window() == null
        ? null
        : new Window(parameters.window(), reach(parameters.window()));
  }

  /** The farthest from its boundary that a window matters: anywhere where places have bandwidths of their own. */
  private double reach(Geometry area) {
    return parameters.edge() == EdgeCorrection.UNIFORM
        ? area.getEnvelopeInternal().getDiameter()
        : Kernel.GAUSSIAN.reach(Arrays.stream(sigma).max().orElse(0));
  }

  private double[] pilot(Points at) {
    return KernelDensity.atPoints(parameters.pilot(), at).perSquareMetre();
  }

  private double sigmaAt(double pilotDensity) {
    return parameters.pilotMetres() * Math.sqrt(geometricMean / pilotDensity);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  int size() {
    return inside.size();
  }

  double[] sigma() {
    return sigma;
  }

  /** Standard deviations in the order of the points given, NaN for those outside the window. */
  double[] bandwidths() {
    double[] all = new double[parameters.points().size()];
    Arrays.fill(all, Double.NaN);
    for (int i = 0; i < kept.length; i++) {
      all[kept[i]] = sigma[i];
    }
    return all;
  }

  private double weight(int i) {
    return weights == null ? 1 : weights[i];
  }

  private double share(Window area, int i) {
    return area.share(Kernel.GAUSSIAN, sigma[i], inside.x()[i], inside.y()[i]);
  }

  /** The events, with Diggle's correction in their weights where it is asked for. */
  GridBins.Events corrected() {
    Window area = window;
    if (area == null || parameters.edge() != EdgeCorrection.DIGGLE) {
      return new GridBins.Events(inside.x(), inside.y(), weights);
    }
    double[] heavier = new double[sigma.length];
    Parallel.ranges(
        sigma.length,
        (from, to) ->
            IntStream.range(from, to).forEach(i -> heavier[i] = weight(i) / share(area, i)));
    return new GridBins.Events(inside.x(), inside.y(), heavier);
  }

  /** Integral over the window of the sum of kernels, Diggle's correction included. */
  double integral() {
    Window area = window;
    boolean whole = area == null || parameters.edge() != EdgeCorrection.NONE;
    return IntStream.range(0, sigma.length)
        .mapToDouble(i -> whole || area == null ? weight(i) : weight(i) * share(area, i))
        .sum();
  }

  /** Takes away what is outside; for the uniform correction a place has the standard deviation that an event there would have. */
  void finish(double[] density, double[] x, double[] y) {
    Window area = window;
    if (area == null) {
      return;
    }
    boolean uniform = parameters.edge() == EdgeCorrection.UNIFORM;
    double[] pilot = uniform ? pilot(new Points(x, y)) : new double[0];
    Parallel.ranges(density.length, (from, to) -> {
      for (int i = from; i < to; i++) {
        if (!area.contains(x[i], y[i])) {
          density[i] = Double.NaN;
        } else if (uniform) {
          double width = Math.min(widest, sigmaAt(pilot[i]));
          density[i] /= area.share(Kernel.GAUSSIAN, width, x[i], y[i]);
        }
      }
    });
  }
}
