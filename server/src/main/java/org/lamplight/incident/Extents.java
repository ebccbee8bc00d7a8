package org.lamplight.incident;

import java.time.Instant;
import java.util.Optional;
import org.lamplight.geo.BBox;
import org.lamplight.geo.MercatorAddress;

/** Where and when the incidents of a snapshot lie. */
final class Extents {

  private Extents() {}

  /** Instants of the first and the last occurrence. */
  static Optional<Instant[]> times(Snapshot snapshot) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int row = 0; row < snapshot.size(); row++) {
      first = Math.min(first, snapshot.second(row));
      last = Math.max(last, snapshot.second(row));
    }
    return first > last
        ? Optional.empty()
        : Optional.of(new Instant[] {Instant.ofEpochSecond(first), Instant.ofEpochSecond(last)});
  }

  /** The box around all places. */
  static Optional<BBox> bounds(Snapshot snapshot) {
    double west = Double.POSITIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    int[] box = steps(snapshot);
    if (box[0] > box[2]) {
      return Optional.empty();
    }
    if (snapshot.columns.lon.length == 0) {
      return Optional.of(new BBox(
          MercatorAddress.lon(box[0]),
          MercatorAddress.lat(box[3]),
          MercatorAddress.lon(box[2]),
          MercatorAddress.lat(box[1])));
    }
    for (int row = 0; row < snapshot.size(); row++) {
      if (snapshot.hasPlace(row)) {
        west = Math.min(west, snapshot.lon(row));
        south = Math.min(south, snapshot.lat(row));
        east = Math.max(east, snapshot.lon(row));
        north = Math.max(north, snapshot.lat(row));
      }
    }
    return Optional.of(new BBox(west, south, east, north));
  }

  /** Steps of the west, north, east and south end of all places; west beyond east when there is none. */
  private static int[] steps(Snapshot snapshot) {
    SnapshotColumns columns = snapshot.columns;
    int west = Integer.MAX_VALUE;
    int north = Integer.MAX_VALUE;
    int east = Integer.MIN_VALUE;
    int south = Integer.MIN_VALUE;
    for (int block = 0; block < snapshot.blocks(); block++) {
      for (int row = snapshot.blockStart(block); row < snapshot.placedEnd(block); row++) {
        west = Math.min(west, columns.mercatorX[row]);
        north = Math.min(north, columns.mercatorY[row]);
        east = Math.max(east, columns.mercatorX[row]);
        south = Math.max(south, columns.mercatorY[row]);
      }
    }
    return new int[] {west, north, east, south};
  }
}
