package org.lamplight.analysis.point;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * The area that a window shares with itself moved by a difference. Exact for an upright rectangle; for other polygons either cut anew for each
 * difference, which takes long, or read from a table of
 * 65 x 129 differences, each from cuts through the window eight to a step, straight between them: within 1e-4 of the window's area.
 */
final class Overlap {

  private static final int HALF = 64;
  private static final int CUTS_EACH = 8;

  private final boolean rectangle;
  private final double width;
  private final double height;

  /** Steps of the table, metres; it reaches as far as is asked for. */
  private final double stepX;

  private final double stepY;

  /** By difference north from 0, then east from the westernmost. */
  private final double[][] table;

  /** Null where the table or the rectangle answers. */
  private final @Nullable Geometry exact;

  private Overlap(Geometry window, boolean wanted, double reach, boolean exact) {
    Envelope box = window.getEnvelopeInternal();
    this.rectangle = window.isRectangle();
    this.width = box.getWidth();
    this.height = box.getHeight();
    this.stepX = Math.max(Math.min(reach, width), 1e-9) / HALF;
    this.stepY = Math.max(Math.min(reach, height), 1e-9) / HALF;
    this.exact = wanted && exact && !rectangle ? window : null;
    this.table = wanted && !exact && !rectangle ? table(window) : new double[0][];
  }

  /** From a table that reaches so far, if it is wanted at all. */
  static Overlap of(Geometry window, boolean wanted, double reach) {
    return new Overlap(window, wanted, reach, false);
  }

  /** Cut anew for each difference. */
  static Overlap exact(Geometry window, boolean wanted) {
    return new Overlap(window, wanted, 1, true);
  }

  boolean isRectangle() {
    return rectangle;
  }

  /** Shared area, m2. */
  double at(double dx, double dy) {
    if (rectangle) {
      return Math.max(0, width - Math.abs(dx)) * Math.max(0, height - Math.abs(dy));
    }
    if (exact != null) {
      Geometry moved = AffineTransformation.translationInstance(dx, dy).transform(exact);
      return exact.intersection(moved).getArea();
    }
    double east = (dy < 0 ? -dx : dx) / stepX + HALF;
    double north = Math.abs(dy) / stepY;
    int column = (int) Math.max(0, Math.min(2 * HALF - 1, Math.floor(east)));
    int row = (int) Math.min(HALF - 1, Math.floor(north));
    double right = Math.max(0, Math.min(1, east - column));
    double up = Math.min(1, north - row);
    double low = table[row][column] * (1 - right) + table[row][column + 1] * right;
    double high = table[row + 1][column] * (1 - right) + table[row + 1][column + 1] * right;
    return low * (1 - up) + high * up;
  }

  /** Cuts lie at so many to a step north, so that a cut and its moved partner are both at hand. */
  private double[][] table(Geometry window) {
    double south = window.getEnvelopeInternal().getMinY();
    int each = CUTS_EACH;
    double apart = stepY / each;
    while (height / apart > 1 << 14 && each > 1) {
      each /= 2;
      apart = stepY / each;
    }
    int cuts = (int) Math.ceil(height / apart);
    List<double[]> edges = edges(window);
    double[][] inside = new double[cuts][];
    double gap = apart;
    Parallel.each(cuts, cut -> inside[cut] = crossings(edges, south + (cut + 0.5) * gap));
    int perStep = each;
    double[][] shared = new double[HALF + 1][2 * HALF + 1];
    Parallel.each(HALF + 1, row -> {
      for (int column = 0; column <= 2 * HALF; column++) {
        double sum = 0;
        for (int cut = row * perStep; cut < cuts; cut++) {
          sum += common(inside[cut], inside[cut - row * perStep], (column - HALF) * stepX);
        }
        shared[row][column] = sum * gap;
      }
    });
    return shared;
  }

  private static List<double[]> edges(Geometry window) {
    List<double[]> edges = new ArrayList<>();
    for (Object line : LinearComponentExtracter.getLines(window)) {
      Coordinate[] at = ((LineString) line).getCoordinates();
      for (int i = 1; i < at.length; i++) {
        edges.add(new double[] {at[i - 1].x, at[i - 1].y, at[i].x, at[i].y});
      }
    }
    return edges;
  }

  /** Where a cut enters and leaves the window, ascending. */
  private static double[] crossings(List<double[]> edges, double y) {
    return edges.stream()
        .filter(edge -> edge[1] > y != edge[3] > y)
        .mapToDouble(edge -> edge[0] + (y - edge[1]) / (edge[3] - edge[1]) * (edge[2] - edge[0]))
        .sorted()
        .toArray();
  }

  /** Length that a cut shares with another moved east. */
  private static double common(double[] one, double[] other, double east) {
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i + 1 < one.length && j + 1 < other.length) {
      double from = Math.max(one[i], other[j] + east);
      double to = Math.min(one[i + 1], other[j + 1] + east);
      sum += Math.max(0, to - from);
      if (one[i + 1] < other[j + 1] + east) {
        i += 2;
      } else {
        j += 2;
      }
    }
    return sum;
  }
}
