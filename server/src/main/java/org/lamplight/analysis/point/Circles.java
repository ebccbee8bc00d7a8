package org.lamplight.analysis.point;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * How much of a circle's line lies in a window: the arcs between its crossings of the boundary, each judged by its middle. Exact but for rounding.
 *
 * <p>Source: B. Ripley, "Spatial Statistics" (1981), section 3.2.
 */
final class Circles {

  /** Shares below this would give one pair the weight of hundreds. */
  private static final double LEAST = 0.01;

  private final List<Coordinate[]> rings = new ArrayList<>();

  Circles(Geometry window) {
    for (int i = 0; i < window.getNumGeometries(); i++) {
      if (window.getGeometryN(i) instanceof Polygon polygon) {
        add(polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          add(polygon.getInteriorRingN(hole));
        }
      }
    }
  }

  private void add(LinearRing ring) {
    rings.add(ring.getCoordinates());
  }

  /** Share of the line of a circle about a point of the window, from 0.01 to 1. */
  double inside(double x, double y, double radius) {
    double[] crossings = crossings(x, y, radius);
    if (crossings.length == 0) {
      return contains(x + radius, y) ? 1 : LEAST;
    }
    double share = 0;
    for (int k = 0; k < crossings.length; k++) {
      double from = crossings[k];
      double until = k + 1 < crossings.length ? crossings[k + 1] : crossings[0] + 2 * Math.PI;
      double middle = (from + until) / 2;
      if (contains(x + radius * Math.cos(middle), y + radius * Math.sin(middle))) {
        share += (until - from) / (2 * Math.PI);
      }
    }
    return Math.max(LEAST, share);
  }

  /** Angles at which the circle meets the boundary, ascending. */
  private double[] crossings(double x, double y, double radius) {
    double[] angles = new double[16];
    int count = 0;
    for (Coordinate[] ring : rings) {
      for (int i = 1; i < ring.length; i++) {
        double fromX = ring[i - 1].x - x;
        double fromY = ring[i - 1].y - y;
        double alongX = ring[i].x - ring[i - 1].x;
        double alongY = ring[i].y - ring[i - 1].y;
        double a = alongX * alongX + alongY * alongY;
        double half = fromX * alongX + fromY * alongY;
        double root = half * half - a * (fromX * fromX + fromY * fromY - radius * radius);
        if (root < 0 || a == 0) {
          continue;
        }
        for (int side = -1; side <= 1; side += 2) {
          double part = (-half + side * Math.sqrt(root)) / a;
          if (part >= 0 && part < 1) {
            angles = count == angles.length ? Arrays.copyOf(angles, 2 * count) : angles;
            angles[count++] = Math.atan2(fromY + part * alongY, fromX + part * alongX);
          }
        }
      }
    }
    double[] found = Arrays.copyOf(angles, count);
    Arrays.sort(found);
    return found;
  }

  /** By the boundaries that a ray to the right crosses; holes turn it round again. */
  private boolean contains(double x, double y) {
    boolean inside = false;
    for (Coordinate[] ring : rings) {
      for (int i = 1; i < ring.length; i++) {
        Coordinate one = ring[i - 1];
        Coordinate other = ring[i];
        if (one.y > y != other.y > y
            && x < one.x + (y - one.y) / (other.y - one.y) * (other.x - one.x)) {
          inside = !inside;
        }
      }
    }
    return inside;
  }
}
