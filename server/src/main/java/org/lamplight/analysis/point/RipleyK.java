package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lamplight.analysis.chance.Warning;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Ripley's K: how many other events lie within a distance of an event, over what evenly thrown events would have.
 *
 * <ul>
 *   <li><b>Input</b>: at least two points in metres, all in the window; distances ascending from 0 or more.
 *   <li><b>Output</b>: K(r) = |W| / (n (n - 1)) times the sum over ordered pairs at most r apart of an edge weight, L(r) = root(K / pi), L(r) - r. BORDER
 *       instead counts around the events that are more than r from the boundary, NaN where there are none.
 *   <li><b>Errors</b>: INVALID when events lie outside the window, for ISOTROPIC in a window that is no upright rectangle, or distances that do
 *       not ascend.
 *   <li><b>Cost</b>: pairs within the largest distance. Translation in a polygon that is no upright rectangle is exact up to 200 points and 100
 *       corners, beyond that and in simulations within about 3e-4.
 * </ul>
 *
 * <p>Source: B. Ripley, Journal of the Royal Statistical Society B 39 (1977); J. Ohser (1983) for translation.
 */
public final class RipleyK {

  /** What is done about neighbors that the window hides. */
  public enum Correction {
    NONE,
    /** Only events more than r from the boundary are looked at from. */
    BORDER,
    /** A pair weighs |W| over the area that is left of the window when it is moved by the pair's difference. */
    TRANSLATION,
    /** A pair weighs the circle over its part inside, at most 100; polygons for few points only. */
    ISOTROPIC
  }

  private static final int FEWEST = 30;
  private static final int STEPS = 50;

  /** Up to so many points, and corners of the window, each pair's overlap is cut exactly. */
  private static final int FEW_POINTS = 200;

  private static final int FEW_CORNERS = 100;

  /** Up to so many points, and corners, each circle is cut by a polygon. */
  private static final int FEW_CIRCLES = 2_000;

  private static final int FEW_BENDS = 500;

  private RipleyK() {}

  /**
   * What to measure.
   *
   * @param points events, metres
   * @param window in which events were looked for
   * @param r distances, metres, ascending; a quarter of the window's shorter side is the usual end
   */
  public record Parameters(Points points, Geometry window, double[] r, Correction correction) {
    public Parameters {
      points.requireMetres();
      Window.requirePolygons(window);
      require(points.size() >= 2, "x, y: at least two points are needed");
      require(r.length > 0 && r[0] >= 0, "r: distances must begin at 0 or more");
      for (int i = 0; i < r.length; i++) {
        require(Double.isFinite(r[i]), "r: distances must be finite");
        require(i == 0 || r[i] > r[i - 1], "r: distances must ascend");
      }
      require(
          correction != Correction.ISOTROPIC
              || window.isRectangle()
              || (points.size() <= FEW_CIRCLES && window.getNumPoints() <= FEW_BENDS),
          "correction: isotropic takes up to " + FEW_CIRCLES + " points in a polygon of up to "
              + FEW_BENDS + " corners; translation takes more");
    }
  }

  /**
   * The function at each distance.
   *
   * @param k m2
   * @param l metres
   * @param theoreticalK pi r2, of events thrown evenly
   */
  public record Result(
      double[] r,
      double[] k,
      double[] l,
      double[] lMinusR,
      double[] theoreticalK,
      List<Warning> warnings) {}

  /** 51 distances from 0 to a quarter of the shorter side. */
  public static double[] defaultDistances(Geometry window) {
    Envelope box = window.getEnvelopeInternal();
    double end = Math.min(box.getWidth(), box.getHeight()) / 4;
    double[] r = new double[STEPS + 1];
    Arrays.setAll(r, i -> end * i / STEPS);
    return r;
  }

  /** The function of a set of points. */
  public static Result of(Parameters parameters) {
    Points points = parameters.points();
    Window window = new Window(parameters.window(), 0);
    int outside = points.size() - WindowedEvents.kept(points, window).length;
    require(outside == 0, "window: " + outside + " events lie outside it");
    boolean few = points.size() <= FEW_POINTS && parameters.window().getNumPoints() <= FEW_CORNERS;
    boolean moved = parameters.correction() == Correction.TRANSLATION;
    double[] r = parameters.r();
    Overlap overlap = few
        ? Overlap.exact(parameters.window(), moved)
        : Overlap.of(parameters.window(), moved, r[r.length - 1]);
    PairSums sums = new PairSums(parameters.window(), r, parameters.correction(), overlap);
    return result(r, sums.k(points), warnings(points));
  }

  static List<Warning> warnings(Points points) {
    List<Warning> warnings = new ArrayList<>();
    Points.warnBelow(warnings, points.size(), FEWEST, "look at the points themselves");
    warnings.add(Warning.of(
        "Crime is never spread evenly: compare with controls (random labelling) before a departure from even is"
            + " called a pattern."));
    return warnings;
  }

  static Result result(double[] r, double[] k, List<Warning> warnings) {
    double[] l = l(k);
    double[] lMinusR = new double[l.length];
    double[] theoretical = new double[l.length];
    for (int i = 0; i < l.length; i++) {
      lMinusR[i] = l[i] - r[i];
      theoretical[i] = Math.PI * r[i] * r[i];
    }
    return new Result(r, k, l, lMinusR, theoretical, warnings);
  }

  static double[] l(double[] k) {
    return Arrays.stream(k).map(value -> Math.sqrt(value / Math.PI)).toArray();
  }
}
