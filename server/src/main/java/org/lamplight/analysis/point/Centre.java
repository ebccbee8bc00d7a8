package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Warning;

/** Where events lie on average, and how far from there. */
public final class Centre {

  private static final int FEWEST = 3;

  private Centre() {}

  /**
   * Centre and spread.
   *
   * @param x mean easting, metres
   * @param y mean northing
   * @param standardDistance root of the mean squared distance to the centre, metres
   * @param standardDistanceN2 the same with n - 2 below, as some programs have it; NaN for weighted or fewer than three points
   */
  public record Result(
      double x,
      double y,
      double standardDistance,
      double standardDistanceN2,
      List<Warning> warnings) {}

  /** As below, with a weight of 1 for each point. */
  public static Result of(Points points) {
    return of(points, null);
  }

  /**
   * Mean centre and standard distance.
   *
   * <ul>
   *   <li><b>Input</b>: points, metres; weights at least 0, null: 1 each.
   *   <li><b>Errors</b>: INVALID when all weights are 0.
   *   <li><b>Cost</b>: n.
   * </ul>
   *
   * <p>Source: R. Bachi, Papers of the Regional Science Association 10 (1963).
   */
  public static Result of(Points points, double @Nullable [] weights) {
    points.requireMetres();
    if (weights != null) {
      Inputs.requireSameLength("weights", weights.length, "x", points.size());
      Inputs.requireCounts("weights", weights);
    }
    double[] x = points.x();
    double[] y = points.y();
    double total = 0;
    double sumX = 0;
    double sumY = 0;
    for (int i = 0; i < x.length; i++) {
      double weight = weights == null ? 1 : weights[i];
      total += weight;
      sumX += weight * x[i];
      sumY += weight * y[i];
    }
    require(total > 0, "weights: all are 0");
    double centreX = sumX / total;
    double centreY = sumY / total;
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - centreX;
      double dy = y[i] - centreY;
      squares += (weights == null ? 1 : weights[i]) * (dx * dx + dy * dy);
    }
    double n2 = weights == null && x.length > 2 ? Math.sqrt(squares / (x.length - 2)) : Double.NaN;
    List<Warning> warnings = new ArrayList<>();
    Points.warnBelow(warnings, x.length, FEWEST, "look at the points themselves");
    return new Result(centreX, centreY, Math.sqrt(squares / total), n2, warnings);
  }
}
