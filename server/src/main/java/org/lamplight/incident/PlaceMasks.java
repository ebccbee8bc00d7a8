package org.lamplight.incident;

import java.util.Optional;
import org.lamplight.filter.Condition;
import org.lamplight.filter.RowMask;
import org.lamplight.filter.Shape;
import org.lamplight.geo.BBox;
import org.lamplight.geo.MercatorAddress;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;

/** Masks of conditions on the place. */
final class PlaceMasks {

  private final Snapshot snapshot;
  private final SnapshotColumns columns;

  PlaceMasks(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.columns = snapshot.columns;
  }

  /** Where there is a place. */
  RowMask placed() {
    return (from, to, out) -> {
      java.util.Arrays.fill(out, 0, to - from, 0);
      for (int block = 0; block < snapshot.blocks(); block++) {
        int first = snapshot.blockStart(block);
        int end = snapshot.placedEnd(block);
        for (int word = Math.max(from, first >>> 6);
            word < Math.min(to, (end + 63) >>> 6);
            word++) {
          out[word - from] |= Selection.within(word, first, end);
        }
      }
    };
  }

  /** A test of single rows that have a place. */
  private interface Test {
    boolean of(int row);
  }

  private RowMask tested(Test test) {
    RowMask placed = placed();
    return (from, to, out) -> {
      placed.fill(from, to, out);
      for (int word = from; word < to; word++) {
        long bits = out[word - from];
        long left = bits;
        while (left != 0) {
          int bit = Long.numberOfTrailingZeros(left);
          if (!test.of(word << 6 | bit)) {
            bits &= ~(1L << bit);
          }
          left &= left - 1;
        }
        out[word - from] = bits;
      }
    };
  }

  /** Where the place lies in the box or on its edge. */
  RowMask box(BBox box) {
    if (columns.lon.length > 0) {
      return tested(row -> box.contains(columns.lon[row], columns.lat[row]));
    }
    long[] edges = edges(box);
    if (edges.length == 0) {
      return RowMask.constant(false);
    }
    return steps((int) edges[0], (int) edges[1], (int) edges[2], (int) edges[3]);
  }

  /** Where the steps lie between these, both included. */
  private RowMask steps(int west, int north, int east, int south) {
    RowMask placed = placed();
    int[] x = columns.mercatorX;
    int[] y = columns.mercatorY;
    return (from, to, out) -> {
      placed.fill(from, to, out);
      for (int word = from; word < to; word++) {
        long bits = 0;
        int end = Math.min(64, columns.size - (word << 6));
        for (int bit = 0; bit < end; bit++) {
          int row = word << 6 | bit;
          boolean inside = x[row] >= west && x[row] <= east && y[row] >= north && y[row] <= south;
          bits |= (inside ? 1L : 0L) << bit;
        }
        out[word - from] &= bits;
      }
    };
  }

  /**
   * The steps of the outermost coordinates of seven decimals that lie in the box: west, north, east, south; none when there are
   * none. Steps are finer than the seventh decimal, so that comparing them is comparing the coordinates.
   */
  static long[] edges(BBox box) {
    double west = up(box.west());
    double east = -up(-box.east());
    double south = up(box.south());
    double north = -up(-box.north());
    if (west > east || south > north) {
      return new long[0];
    }
    return new long[] {
      MercatorAddress.x(west),
      MercatorAddress.y(north),
      MercatorAddress.x(east),
      MercatorAddress.y(south)
    };
  }

  /** The least number of seven decimals that is not below the bound. */
  private static double up(double bound) {
    long units = Math.round(bound * 1e7);
    return units / 1e7 >= bound ? units / 1e7 : (units + 1) / 1e7;
  }

  /**
   * Where the metric coordinates lie in the box. They are kept to a centimetre; when an incident lies nearer than that to an edge,
   * only the database can tell.
   */
  Optional<RowMask> metricBox(Condition.InMetricBox box) {
    double[] edges = {box.minX(), box.maxX(), box.minY(), box.maxY()};
    for (int block = 0; block < snapshot.blocks(); block++) {
      for (int row = snapshot.blockStart(block); row < snapshot.placedEnd(block); row++) {
        double x = columns.x[row] / 100.0;
        double y = columns.y[row] / 100.0;
        if (near(x, edges[0]) || near(x, edges[1]) || near(y, edges[2]) || near(y, edges[3])) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(tested(row -> columns.x[row] / 100.0 >= box.minX()
        && columns.x[row] / 100.0 <= box.maxX()
        && columns.y[row] / 100.0 >= box.minY()
        && columns.y[row] / 100.0 <= box.maxY()));
  }

  private static boolean near(double value, double edge) {
    return Math.abs(value - edge) <= 0.0101;
  }

  /** Where the place lies in the shape or on its edge, by an exact predicate in degrees. */
  RowMask shape(Shape shape) {
    Envelope around = shape.geometry().getEnvelopeInternal();
    RowMask near = box(new BBox(
        Math.max(-180, around.getMinX()),
        Math.max(-90, around.getMinY()),
        Math.min(180, around.getMaxX()),
        Math.min(90, around.getMaxY())));
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(shape.geometry());
    locator.locate(new Coordinate(around.getMinX(), around.getMinY()));
    return (from, to, out) -> {
      near.fill(from, to, out);
      Coordinate place = new Coordinate();
      for (int word = from; word < to; word++) {
        long bits = out[word - from];
        long left = bits;
        while (left != 0) {
          int bit = Long.numberOfTrailingZeros(left);
          int row = word << 6 | bit;
          place.setX(snapshot.lon(row));
          place.setY(snapshot.lat(row));
          if (locator.locate(place) == Location.EXTERIOR) {
            bits &= ~(1L << bit);
          }
          left &= left - 1;
        }
        out[word - from] = bits;
      }
    };
  }
}
