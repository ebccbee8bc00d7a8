package org.lamplight.analysis.area;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Whether two boundaries have a point or a stretch in common. */
final class SharedBoundary {

  /** A stretch must be this much longer than what counts as the same point. */
  private static final double STRETCH = 10;

  private final double snap;
  private final boolean stretch;
  private boolean met;

  SharedBoundary(double snap, boolean stretch) {
    this.snap = snap;
    this.stretch = stretch;
  }

  /** Whether any two segments came together, be it in one point only. */
  boolean met() {
    return met;
  }

  /** Sweeps both lists from west to east, within the box that both areas share. */
  boolean between(double[][] a, double[][] b, Envelope common) {
    List<double[]> left = near(a, common);
    List<double[]> right = near(b, common);
    int from = 0;
    double widest = right.stream().mapToDouble(s -> s[2] - s[0]).max().orElse(0);
    for (double[] s : left) {
      while (from < right.size() && right.get(from)[0] + widest + snap < s[0]) {
        from++;
      }
      for (int k = from; k < right.size() && right.get(k)[0] <= s[2] + snap; k++) {
        if (common(s, right.get(k))) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<double[]> near(double[][] segments, Envelope common) {
    List<double[]> near = new ArrayList<>();
    for (double[] s : segments) {
      if (s[0] <= common.getMaxX()
          && s[2] >= common.getMinX()
          && Math.min(s[1], s[3]) <= common.getMaxY()
          && Math.max(s[1], s[3]) >= common.getMinY()) {
        near.add(s);
      }
    }
    return near;
  }

  private boolean common(double[] s, double[] t) {
    if (t[2] < s[0] - snap
        || Math.max(t[1], t[3]) < Math.min(s[1], s[3]) - snap
        || Math.min(t[1], t[3]) > Math.max(s[1], s[3]) + snap) {
      return false;
    }
    Coordinate a = new Coordinate(s[0], s[1]);
    Coordinate b = new Coordinate(s[2], s[3]);
    Coordinate c = new Coordinate(t[0], t[1]);
    Coordinate d = new Coordinate(t[2], t[3]);
    if (Distance.segmentToSegment(a, b, c, d) > snap) {
      return false;
    }
    met = true;
    return !stretch || overlap(a, b, c, d) > STRETCH * snap;
  }

  /** How long the second runs along the first, both within the tolerance; 0 where they only cross. */
  private double overlap(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
    double length = a.distance(b);
    if (length == 0 || c.distance(d) == 0) {
      return 0;
    }
    double ux = (b.x - a.x) / length;
    double uy = (b.y - a.y) / length;
    double atC = (c.x - a.x) * ux + (c.y - a.y) * uy;
    double atD = (d.x - a.x) * ux + (d.y - a.y) * uy;
    double low = Math.max(0, Math.min(atC, atD));
    double high = Math.min(length, Math.max(atC, atD));
    if (high <= low) {
      return 0;
    }
    double offLow = off(a, ux, uy, c, d, (low - atC) / (atD - atC));
    double offHigh = off(a, ux, uy, c, d, (high - atC) / (atD - atC));
    return Math.abs(offLow) <= snap && Math.abs(offHigh) <= snap ? high - low : 0;
  }

  /** Distance to the side of the line through a of the point at a share of the way from c to d. */
  private static double off(
      Coordinate a, double ux, double uy, Coordinate c, Coordinate d, double share) {
    double px = c.x + share * (d.x - c.x) - a.x;
    double py = c.y + share * (d.y - c.y) - a.y;
    return px * uy - py * ux;
  }
}
