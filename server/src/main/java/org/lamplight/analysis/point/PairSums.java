package org.lamplight.analysis.point;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** Sums over pairs of points by distance, weighted for what the window hides. Made once for a window, used for many sets of points. */
final class PairSums {

  /** Entries of the table that leads from a squared distance to a band. */
  private static final int GUESSES = 4096;

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final double[] r;
  private final RipleyK.Correction correction;
  private final double area;
  private final Envelope box;
  private final Overlap overlap;
  private final IndexedFacetDistance boundary;
  private final Circles circles;
  private final double[] square;
  private final short[] guess = new short[GUESSES + 1];
  private final double perSquare;

  /** Quick for many sets of points. */
  PairSums(Geometry window, double[] r, RipleyK.Correction correction) {
    this(
        window,
        r,
        correction,
        Overlap.of(window, correction == RipleyK.Correction.TRANSLATION, r[r.length - 1]));
  }

  /** With overlaps of the caller's choice. */
  PairSums(Geometry window, double[] r, RipleyK.Correction correction, Overlap overlap) {
    this.r = r;
    this.correction = correction;
    this.area = window.getArea();
    this.box = window.getEnvelopeInternal();
    this.overlap = overlap;
    this.boundary = new IndexedFacetDistance(window.getBoundary());
    this.circles = new Circles(window);
    this.square = Arrays.stream(r).map(distance -> distance * distance).toArray();
    double limit = square[square.length - 1];
    this.perSquare = limit > 0 ? GUESSES / limit : 0;
    int band = 0;
    for (int i = 0; i <= GUESSES; i++) {
      while (band < square.length - 1 && square[band] < i / perSquare * (1 - 1e-12)) {
        band++;
      }
      guess[i] = (short) band;
    }
  }

  /** K at each distance. */
  double[] k(Points points) {
    return correction == RipleyK.Correction.BORDER ? border(points) : weighted(points);
  }

  private double[] weighted(Points points) {
    double limit = r[r.length - 1];
    PointIndex index = new PointIndex(points.x(), points.y(), Math.max(limit / 4, 1e-9));
    double[] sums = new double[r.length];
    for (int place = 0; place < index.size(); place++) {
      addPartners(index, place, sums);
    }
    double n = points.size();
    double sum = 0;
    double[] k = new double[r.length];
    for (int i = 0; i < k.length; i++) {
      sum += sums[i];
      k[i] = sum * area / (n * (n - 1));
    }
    return k;
  }

  /** Adds the ordered pairs of a place with those after it. */
  private void addPartners(PointIndex index, int place, double[] sums) {
    double limit = r[r.length - 1];
    double x = index.x[place];
    double y = index.y[place];
    int lastRow = index.row(y + limit);
    for (int row = index.row(y); row <= lastRow; row++) {
      int from = Math.max(place + 1, index.from(row, index.column(x - limit)));
      int to = index.to(row, index.column(x + limit));
      if (correction == RipleyK.Correction.TRANSLATION && overlap.isRectangle()) {
        addMoved(index, place, from, to, sums);
      } else {
        addEach(index, place, from, to, sums);
      }
    }
  }

  /** The common case, with nothing in its way. */
  private void addMoved(PointIndex index, int place, int from, int to, double[] sums) {
    double x = index.x[place];
    double y = index.y[place];
    double width = box.getWidth();
    double height = box.getHeight();
    double limit = square[square.length - 1];
    double twice = 2 * area;
    for (int other = from; other < to; other++) {
      double dx = Math.abs(index.x[other] - x);
      double dy = Math.abs(index.y[other] - y);
      double d = dx * dx + dy * dy;
      if (d <= limit) {
        int band = guess[(int) (d * perSquare)];
        while (d > square[band]) {
          band++;
        }
        sums[band] += twice / ((width - dx) * (height - dy));
      }
    }
  }

  private void addEach(PointIndex index, int place, int from, int to, double[] sums) {
    double limit = square[square.length - 1];
    for (int other = from; other < to; other++) {
      double dx = index.x[other] - index.x[place];
      double dy = index.y[other] - index.y[place];
      double d = dx * dx + dy * dy;
      if (d <= limit) {
        sums[band(d)] += weight(index, place, other);
      }
    }
  }

  private int band(double d) {
    int band = guess[(int) (d * perSquare)];
    while (d > square[band]) {
      band++;
    }
    return band;
  }

  /** Of both ordered pairs together. */
  private double weight(PointIndex index, int one, int other) {
    double dx = index.x[other] - index.x[one];
    double dy = index.y[other] - index.y[one];
    return switch (correction) {
      case TRANSLATION -> 2 * area / overlap.at(dx, dy);
      case ISOTROPIC -> {
        double distance = Math.sqrt(dx * dx + dy * dy);
        yield 1 / inside(index.x[one], index.y[one], distance)
            + 1 / inside(index.x[other], index.y[other], distance);
      }
      default -> 2;
    };
  }

  /** Share of a circle that lies in the window. */
  private double inside(double x, double y, double radius) {
    if (radius == 0) {
      return 1;
    }
    if (!overlap.isRectangle()) {
      return circles.inside(x, y, radius);
    }
    double[] side = {box.getMaxX() - x, box.getMaxY() - y, x - box.getMinX(), y - box.getMinY()};
    double hidden = 0;
    for (int i = 0; i < 4; i++) {
      double here = side[i];
      double next = side[(i + 1) % 4];
      if (here < radius) {
        hidden += 2 * Math.acos(here / radius);
      }
      if (here * here + next * next < radius * radius) {
        hidden -= Math.acos(here / radius) + Math.acos(next / radius) - Math.PI / 2;
      }
    }
    return 1 - hidden / (2 * Math.PI);
  }

  /** Neighbors within r of the events that are more than r from the boundary, by the intensity. */
  private double[] border(Points points) {
    double limit = r[r.length - 1];
    PointIndex index = new PointIndex(points.x(), points.y(), Math.max(limit / 4, 1e-9));
    double[] sum = new double[r.length];
    double[] seen = new double[r.length];
    int[] near = new int[r.length];
    for (int place = 0; place < index.size(); place++) {
      double free = free(index.x[place], index.y[place]);
      Arrays.fill(near, 0);
      countAround(index, place, near);
      int neighbors = 0;
      for (int i = 0; i < r.length && r[i] < free; i++) {
        neighbors += near[i];
        sum[i] += neighbors;
        seen[i]++;
      }
    }
    double[] k = new double[r.length];
    for (int i = 0; i < k.length; i++) {
      k[i] = seen[i] > 0 ? sum[i] / seen[i] * area / points.size() : Double.NaN;
    }
    return k;
  }

  /** Distance to the boundary. */
  private double free(double x, double y) {
    if (overlap.isRectangle()) {
      double across = Math.min(x - box.getMinX(), box.getMaxX() - x);
      return Math.min(across, Math.min(y - box.getMinY(), box.getMaxY() - y));
    }
    return boundary.distance(GEOMETRY.createPoint(new Coordinate(x, y)));
  }

  private void countAround(PointIndex index, int place, int[] near) {
    double limit = r[r.length - 1];
    double x = index.x[place];
    double y = index.y[place];
    int lastRow = index.row(y + limit);
    for (int row = index.row(y - limit); row <= lastRow; row++) {
      int to = index.to(row, index.column(x + limit));
      for (int other = index.from(row, index.column(x - limit)); other < to; other++) {
        double dx = index.x[other] - x;
        double dy = index.y[other] - y;
        double d = dx * dx + dy * dy;
        if (other != place && d <= square[square.length - 1]) {
          near[band(d)]++;
        }
      }
    }
  }
}
