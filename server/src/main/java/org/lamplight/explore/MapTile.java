package org.lamplight.explore;

import java.util.List;

/**
 * What a tile shows of filtered incidents: either rows of the snapshot, or hexagons counted whole.
 *
 * @param across distance between opposite sides of the hexagons, metres
 */
public record MapTile(int[] rows, double across, List<Hexagon> hexagons) {

  /** A hexagon with its count, incidents per km2 and outline in degrees. */
  public record Hexagon(int count, double perKm2, Ring ring) {}

  public boolean isEmpty() {
    return rows.length == 0 && hexagons.isEmpty();
  }
}
