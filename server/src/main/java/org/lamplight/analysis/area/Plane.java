package org.lamplight.analysis.area;

import java.util.Arrays;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.fault.Fault;

/** Positions in a plane of metres. */
public final class Plane {

  /** A city's degrees lie this much farther from 0 than from each other; local coordinates in metres do not. */
  private static final double FAR = 5;

  private Plane() {}

  /**
   * Refuses positions that are no metres.
   *
   * <ul>
   *   <li><b>Input</b>: eastings and northings, metres in any plane.
   *   <li><b>Errors</b>: INVALID when lengths differ, a number is not finite, or all positions lie within the bounds of longitude and latitude
   *       and close together far from 0, as the degrees of a city do.
   * </ul>
   */
  public static void requireMetres(double[] x, double[] y) {
    Inputs.requireSameLength("x", x.length, "y", y.length);
    Inputs.requireFinite("x", x);
    Inputs.requireFinite("y", y);
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
}
