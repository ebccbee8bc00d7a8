package org.lamplight.explore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.lamplight.geo.HexGrid;
import org.lamplight.geo.Projection;

/** Outlines of hexagons, kept because changing seven corners between CRSs takes longer than counting what lies in them. */
final class Rings {

  private static final int MOST = 40_000;

  private record Key(int srid, double across, long cell) {}

  private final Cache<Key, Ring> kept =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  /** The outline of a cell of the grid in a metric CRS. */
  Ring of(int srid, HexGrid grid, long cell) {
    return kept.get(new Key(srid, grid.across(), cell), key -> {
      double[] corners = grid.ring(cell);
      Projection.of(srid).toDegrees(corners);
      return new Ring(corners);
    });
  }
}
