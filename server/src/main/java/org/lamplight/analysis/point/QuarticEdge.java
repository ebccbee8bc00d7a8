package org.lamplight.analysis.point;

/** The quartic kernel's share beyond an edge, in closed form. */
final class QuarticEdge {

  private QuarticEdge() {}

  /** Integral of (1 - r2)3 dtheta over the part of the edge within radius 1; r2 = offset2 + t2, theta = atan(t/offset). */
  static double beyond(double offset, double from, double to) {
    double chord = 1 - offset * offset;
    if (offset == 0 || chord <= 0) {
      return 0;
    }
    double half = Math.sqrt(chord);
    double low = Math.max(from, -half);
    double high = Math.min(to, half);
    return low < high ? primitive(offset, high) - primitive(offset, low) : 0;
  }

  private static double primitive(double h, double t) {
    double t2 = t * t;
    double h2 = h * h;
    double first = 3 * h * t;
    double second = 3 * h * t * (h2 + t2 / 3);
    double third = h * t * (h2 * h2 + 2 * h2 * t2 / 3 + t2 * t2 / 5);
    return Math.atan(t / h) - first + second - third;
  }
}
