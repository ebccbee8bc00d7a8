package org.lamplight.incident;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lamplight.geo.HexGrid;

/**
 * The hexagon that holds each incident of a snapshot.
 *
 * @param rows for each row the position of its hexagon counted from 1, unsigned; 0 where it has no place
 * @param cells hexagons of the grid, by position less 1
 */
public record HexColumn(HexGrid grid, short[] rows, long[] cells) {

  private static final int MOST_CELLS = 65_535;

  /** Works the column out; empty when the incidents lie in more hexagons than a column can tell apart. */
  static Optional<HexColumn> of(Snapshot snapshot, HexGrid grid) {
    SnapshotColumns columns = snapshot.columns;
    short[] rows = new short[snapshot.size()];
    Map<Long, Integer> positions = new HashMap<>();
    long[] cells = new long[MOST_CELLS];
    long lastCell = Long.MIN_VALUE;
    int last = 0;
    for (int block = 0; block < snapshot.blocks(); block++) {
      for (int row = snapshot.blockStart(block); row < snapshot.placedEnd(block); row++) {
        long cell = grid.cell(columns.x[row] / 100.0, columns.y[row] / 100.0);
        if (cell != lastCell) {
          int next = positions.size() + 1;
          Integer known = positions.putIfAbsent(cell, next);
          last = known == null ? next : known;
          if (last > MOST_CELLS) {
            return Optional.empty();
          }
          cells[last - 1] = cell;
          lastCell = cell;
        }
        rows[row] = (short) last;
      }
    }
    return Optional.of(new HexColumn(grid, rows, java.util.Arrays.copyOf(cells, positions.size())));
  }
}
