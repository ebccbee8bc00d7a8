package org.lamplight.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lamplight.geo.BBox;
import org.lamplight.geo.HexGrid;
import org.lamplight.incident.HexColumn;
import org.lamplight.incident.Snapshot;

/** Counts of incidents in equal hexagons of the metric CRS: by a column that says which, where there is one. */
final class Bins {

  /** Distances between opposite sides that are used, metres: each zoom has its own, whatever the data. */
  static final double[] SIZES = {125, 250, 500, 1_000, 2_000, 4_000, 8_000, 16_000};

  /** Sizes that have a column: a map of a whole city uses them, and smaller ones are only asked for of small parts. */
  private static final double LEAST_COLUMN = 500;

  private static final double MOST_COLUMN = 2_000;

  private static final double PIXELS_ACROSS = 18;
  private final HexGrid grid;
  private final Snapshot snapshot;
  private final short[] column;
  private final long[] columnCells;
  private final int[] columnCounts;
  private final CellCounts counts = new CellCounts();

  Bins(Snapshot snapshot, double across) {
    this.grid = new HexGrid(across);
    this.snapshot = snapshot;
    HexColumn kept = across < LEAST_COLUMN || across > MOST_COLUMN
        ? null
        : snapshot.hexagons(grid).orElse(null);
    this.column = kept == null ? new short[0] : kept.rows();
    this.columnCells = kept == null ? new long[0] : kept.cells();
    this.columnCounts = new int[columnCells.length + 1];
  }

  /** The size nearest to a fixed number of pixels at the zoom and latitude. */
  static double sizeFor(int zoom, double latitude) {
    double metresPerPixel = 156_543.034 * Math.cos(Math.toRadians(latitude)) / Math.pow(2, zoom);
    double wanted = PIXELS_ACROSS * metresPerPixel;
    return Arrays.stream(SIZES)
        .boxed()
        .min(java.util.Comparator.comparingDouble(size -> Math.abs(Math.log(size / wanted))))
        .orElseThrow();
  }

  /** Counts a row that has a place. */
  void add(int row) {
    if (column.length > 0) {
      columnCounts[column[row] & 0xffff]++;
    } else {
      counts.add(grid.cell(snapshot.placedX(row), snapshot.placedY(row)));
    }
  }

  /** Adds the counts of another part of the rows. */
  void add(Bins other) {
    for (int cell = 0; cell < columnCounts.length; cell++) {
      columnCounts[cell] += other.columnCounts[cell];
    }
    for (long cell : other.counts.cells()) {
      counts.add(cell, other.counts.get(cell));
    }
  }

  HexGrid grid() {
    return grid;
  }

  /** Takes the hexagons that hold incidents. */
  interface Sink {
    void bin(long cell, int count);
  }

  void forEach(Sink sink) {
    for (int cell = 1; cell < columnCounts.length; cell++) {
      if (columnCounts[cell] > 0) {
        sink.bin(columnCells[cell - 1], columnCounts[cell]);
      }
    }
    for (long cell : counts.cells()) {
      sink.bin(cell, counts.get(cell));
    }
  }

  /** A hexagon: its count, incidents per km2, and its closed ring of longitude and latitude. */
  record Bin(int count, double perKm2, Ring ring) {

    /** Whether the bounds of the hexagon meet the box. */
    boolean meets(BBox box) {
      return ring.west() <= box.east()
          && ring.east() >= box.west()
          && ring.south() <= box.north()
          && ring.north() >= box.south();
    }
  }

  /** The hexagons that hold incidents. */
  List<Bin> list(Rings rings, int srid) {
    List<Bin> bins = new ArrayList<>();
    double km2 = grid.areaKm2();
    forEach((cell, count) ->
        bins.add(new Bin(count, Math.round(10 * count / km2) / 10.0, rings.of(srid, grid, cell))));
    return bins;
  }
}
