package org.lamplight.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lamplight.geo.BBox;
import org.lamplight.geo.TileAddress;
import org.lamplight.incident.NearRows;
import org.lamplight.incident.Selection;
import org.lamplight.incident.Snapshot;

/** A pass over the incidents near a tile: single ones where they are few, whole hexagons where they are many. */
final class TilePass {

  private final TileAddress tile;
  private final Selection matched;
  private final Snapshot snapshot;
  private final BBox box;
  private final BBox margin;
  private final double across;

  TilePass(Selection matched, TileAddress tile) {
    this.tile = tile;
    this.matched = matched;
    this.snapshot = matched.snapshot();
    this.box = tile.box();
    this.across = Bins.sizeFor(tile.zoom(), middle(snapshot, box));
    this.margin = ViewPass.margin(box, across);
  }

  /** The latitude at which hexagons are sized: that of the city, so that all tiles of a zoom have the same. */
  private static double middle(Snapshot snapshot, BBox box) {
    return snapshot
        .bounds()
        .map(city -> (city.south() + city.north()) / 2)
        .orElse((box.south() + box.north()) / 2);
  }

  MapTile draw(Rings rings, int srid) {
    int[] rows = rows();
    if (rows.length <= Explorer.MOST_POINTS) {
      return new MapTile(rows, across, List.of());
    }
    NearRows near = snapshot.near(margin);
    Bins bins = IntStream.range(0, snapshot.blocks())
        .parallel()
        .collect(
            () -> new Bins(snapshot, across),
            (found, block) ->
                near.forEach(block, (from, to) -> matched.forEach(from, to, found::add)),
            Bins::add);
    List<MapTile.Hexagon> hexagons = new ArrayList<>();
    for (Bins.Bin bin : bins.list(rings, srid)) {
      if (bin.meets(box)) {
        hexagons.add(new MapTile.Hexagon(bin.count(), bin.perKm2(), bin.ring()));
      }
    }
    return new MapTile(new int[0], across, hexagons);
  }

  /** Rows in the tile; one more than are drawn says that they are too many. */
  private int[] rows() {
    NearRows near = snapshot.near(box);
    int[] rows = new int[Explorer.MOST_POINTS + 1];
    int[] count = new int[1];
    for (int block = 0; block < snapshot.blocks() && count[0] < rows.length; block++) {
      near.forEach(
          block,
          (from, to) -> matched.forEach(from, to, row -> {
            if (count[0] < rows.length
                && tile.holds(snapshot.mercatorX(row), snapshot.mercatorY(row))) {
              rows[count[0]++] = row;
            }
          }));
    }
    return java.util.Arrays.copyOf(rows, count[0]);
  }
}
