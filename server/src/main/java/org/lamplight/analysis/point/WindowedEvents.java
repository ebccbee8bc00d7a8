package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.chance.Warning;

/** The events of a density that lie in its window, and what the window does to them. */
final class WindowedEvents {

  private final KernelDensity.Parameters parameters;
  private final @Nullable Window window;
  private final Points inside;
  private final double @Nullable [] weights;

  /** The kernel's share inside the window, by event; null without a window, or where nothing asks for it. */
  private final double @Nullable [] share;

  private WindowedEvents(KernelDensity.Parameters parameters) {
    this.parameters = parameters;
    double reach = parameters.kernel().reach(parameters.bandwidthMetres());
    this.window = parameters.window() == null ? null : new Window(parameters.window(), reach);
    int[] kept = kept(parameters.points(), window);
    boolean all = kept.length == parameters.points().size();
    require(kept.length > 0, "window: no event lies in it; are both in the same plane of metres?");
    this.inside = all ? parameters.points() : parameters.points().chosen(kept);
    double[] given = parameters.weights();
    this.weights = all || given == null
        ? given
        : IntStream.of(kept).mapToDouble(i -> given[i]).toArray();
    Window area = window;
    this.share = area == null || parameters.edge() == EdgeCorrection.UNIFORM
        ? null
        : shares(area, inside.x(), inside.y());
  }

  static WindowedEvents of(KernelDensity.Parameters parameters) {
    return new WindowedEvents(parameters);
  }

  /** Indexes of the points in a window. */
  static int[] kept(Points points, @Nullable Window window) {
    boolean[] in = new boolean[points.size()];
    Parallel.ranges(in.length, (from, to) -> {
      for (int i = from; i < to; i++) {
        in[i] = window == null || window.contains(points.x()[i], points.y()[i]);
      }
    });
    return IntStream.range(0, in.length).filter(i -> in[i]).toArray();
  }

  private double[] shares(Window area, double[] x, double[] y) {
    double[] shares = new double[x.length];
    Parallel.ranges(x.length, (from, to) -> {
      for (int i = from; i < to; i++) {
        shares[i] = area.share(parameters.kernel(), parameters.bandwidthMetres(), x[i], y[i]);
      }
    });
    return shares;
  }

  int size() {
    return inside.size();
  }

  private double weight(int i) {
    return weights == null ? 1 : weights[i];
  }

  /** The events, with Diggle's correction in their weights where it is asked for. */
  GridBins.Events corrected() {
    double[] given = weights;
    if (parameters.edge() == EdgeCorrection.DIGGLE && share != null) {
      given = new double[inside.size()];
      for (int i = 0; i < given.length; i++) {
        given[i] = weight(i) / share[i];
      }
    }
    return new GridBins.Events(inside.x(), inside.y(), given);
  }

  /** Corrects densities at places where the uniform correction is asked for, and takes away those outside the window. */
  void finish(double[] density, Supplier<double[]> placesX, Supplier<double[]> placesY) {
    Window area = window;
    if (area == null) {
      return;
    }
    double[] x = placesX.get();
    double[] y = placesY.get();
    boolean uniform = parameters.edge() == EdgeCorrection.UNIFORM;
    Parallel.ranges(density.length, (from, to) -> {
      for (int i = from; i < to; i++) {
        if (!area.contains(x[i], y[i])) {
          density[i] = Double.NaN;
        } else if (uniform) {
          density[i] /= area.share(parameters.kernel(), parameters.bandwidthMetres(), x[i], y[i]);
        }
      }
    });
  }

  /** Integral over the window of the sum of kernels, Diggle's correction included. */
  double integral() {
    boolean whole = share == null || parameters.edge() == EdgeCorrection.DIGGLE;
    double sum = 0;
    for (int i = 0; i < inside.size(); i++) {
      sum += whole || share == null ? weight(i) : weight(i) * share[i];
    }
    return sum;
  }

  /** Says so when events lie outside. */
  void warnOutside(List<Warning> warnings) {
    int outside = parameters.points().size() - inside.size();
    if (outside > 0) {
      warnings.add(Warning.of(outside + " of " + parameters.points().size()
          + " events lie outside the window and were left out."));
    }
  }
}
