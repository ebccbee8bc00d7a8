package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.Arrays;
import java.util.List;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.fault.Fault;
import org.locationtech.jts.geom.Envelope;

/**
 * Points in a plane of metres, such as a city's projected system. The arrays are not copied: nobody changes them.
 *
 * @param x eastings, metres
 * @param y northings, metres, as many
 */
public record Points(double[] x, double[] y) {

  /** A city's degrees lie this much farther from 0 than from each other; a local plane's metres do not. */
  private static final double FAR = 5;

  public Points {
    require(x.length > 0, "x, y: there are no points");
    Inputs.requireSameLength("x", x.length, "y", y.length);
    Inputs.requireFinite("x", x);
    Inputs.requireFinite("y", y);
  }

  /** Refuses positions that look like a city's degrees: all within their bounds, and close together far from 0. */
  void requireMetres() {
    if (x.length > 1 && degrees(x, 180) && degrees(y, 90)) {
      throw Fault.invalid(
          "x, y: these look like degrees of longitude and latitude; distances are measured in metres, so hand over"
              + " coordinates of the city's projected system");
    }
  }

  private static boolean degrees(double[] values, double bound) {
    double low = Arrays.stream(values).min().orElse(0);
    double high = Arrays.stream(values).max().orElse(0);
    double nearest = Math.min(Math.abs(low), Math.abs(high));
    boolean oneSide = low > 0 || high < 0;
    boolean broken = Arrays.stream(values).anyMatch(value -> value != Math.rint(value));
    return oneSide && broken && low >= -bound && high <= bound && high - low < nearest / FAR;
  }

  public int size() {
    return x.length;
  }

  /** The points of these indexes, in their order. */
  public Points chosen(int[] indexes) {
    double[] someX = new double[indexes.length];
    double[] someY = new double[indexes.length];
    for (int i = 0; i < indexes.length; i++) {
      someX[i] = x[indexes[i]];
      someY[i] = y[indexes[i]];
    }
    return new Points(someX, someY);
  }

  /** The smallest box around all points. */
  public Envelope extent() {
    Envelope box = new Envelope();
    for (int i = 0; i < x.length; i++) {
      box.expandToInclude(x[i], y[i]);
    }
    return box;
  }

  boolean allAtOnePlace() {
    Envelope box = extent();
    return box.getWidth() == 0 && box.getHeight() == 0;
  }

  void requireTwoPlaces() {
    require(
        !allAtOnePlace(),
        "x, y: all points lie at one place, so there is no pattern to measure; take other events");
  }

  /** Says so when there are fewer events than a method needs. */
  static void warnBelow(List<Warning> warnings, int events, int minimum, String otherwise) {
    if (events < minimum) {
      warnings.add(Warning.below("Only " + events + " events: at least " + minimum
          + " are needed for a result to lean on; " + otherwise + "."));
    }
  }
}
