package org.lamplight.release.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lamplight.geo.Projection;

/** The program sites in an area and around it. */
final class Nearby {

  private static final double METRES = 2_000;
  private static final int MOST = 8;

  /** A site, and how far outside the area it is; 0 within. */
  record Found(ProgramSites.Entry entry, double metres) {}

  private Nearby() {}

  /**
   * Sites within two kilometres of the area, the closest first; distances in the city's metric CRS.
   *
   * @param rings corners of the area in degrees
   */
  static List<Found> of(List<double[]> rings, ProgramSites sites, Projection projection) {
    List<double[]> metric = new ArrayList<>();
    for (double[] ring : rings) {
      double[] copy = ring.clone();
      projection.toMetric(copy);
      metric.add(copy);
    }
    List<Found> found = new ArrayList<>();
    for (ProgramSites.Entry entry : sites.placed()) {
      double[] place = {entry.longitude(), entry.latitude()};
      projection.toMetric(place);
      double metres = inside(metric, place) ? 0 : distance(metric, place);
      if (metres <= METRES) {
        found.add(new Found(entry, metres));
      }
    }
    found.sort(Comparator.comparingDouble(Found::metres)
        .thenComparing(one -> one.entry().site().slug()));
    return found.subList(0, Math.min(MOST, found.size()));
  }

  private static boolean inside(List<double[]> rings, double[] p) {
    boolean inside = false;
    for (double[] r : rings) {
      for (int i = 0, j = r.length - 2; i < r.length; j = i, i += 2) {
        if (r[i + 1] > p[1] != r[j + 1] > p[1]
            && p[0] < r[i] + (r[j] - r[i]) * (p[1] - r[i + 1]) / (r[j + 1] - r[i + 1])) {
          inside = !inside;
        }
      }
    }
    return inside;
  }

  private static double distance(List<double[]> rings, double[] p) {
    double least = Double.POSITIVE_INFINITY;
    for (double[] r : rings) {
      for (int i = 0; i + 3 < r.length; i += 2) {
        least = Math.min(least, toSide(p, r, i));
      }
    }
    return least;
  }

  private static double toSide(double[] p, double[] r, int i) {
    double dx = r[i + 2] - r[i];
    double dy = r[i + 3] - r[i + 1];
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : ((p[0] - r[i]) * dx + (p[1] - r[i + 1]) * dy) / length;
    double t = Math.max(0, Math.min(1, along));
    return Math.hypot(p[0] - r[i] - t * dx, p[1] - r[i + 1] - t * dy);
  }
}
