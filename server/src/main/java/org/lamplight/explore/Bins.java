package org.lamplight.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lamplight.geo.BBox;
import org.lamplight.geo.HexGrid;
import org.lamplight.geo.Projection;

/** Counts of incidents in equal hexagons of the metric CRS. */
final class Bins {

  /** Distances between opposite sides that are used, metres: each zoom has its own, whatever the data. */
  static final double[] SIZES = {125, 250, 500, 1_000, 2_000, 4_000, 8_000, 16_000};

  private static final double PIXELS_ACROSS = 18;
  private final HexGrid grid;
  private final CellCounts counts = new CellCounts();

  Bins(double across) {
    this.grid = new HexGrid(across);
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

  void add(double x, double y) {
    counts.add(grid.cell(x, y));
  }

  double across() {
    return grid.across();
  }

  /** A hexagon: its count, incidents per km2, and its closed ring of longitude and latitude. */
  record Bin(int count, double perKm2, double[][] ring) {

    /** Whether the bounds of the hexagon meet the box. */
    boolean meets(BBox box) {
      double[] lon = Arrays.stream(ring).mapToDouble(pair -> pair[0]).sorted().toArray();
      double[] lat = Arrays.stream(ring).mapToDouble(pair -> pair[1]).sorted().toArray();
      return lon[0] <= box.east()
          && lon[lon.length - 1] >= box.west()
          && lat[0] <= box.north()
          && lat[lat.length - 1] >= box.south();
    }
  }

  /** The hexagons that hold incidents, in a stable order. */
  List<Bin> list(Projection projection) {
    List<Bin> bins = new ArrayList<>();
    for (long cell : counts.cells()) {
      int count = counts.get(cell);
      double[] ring = grid.ring(cell);
      projection.toDegrees(ring);
      bins.add(new Bin(count, Math.round(10 * count / grid.areaKm2()) / 10.0, pairs(ring)));
    }
    return bins;
  }

  private static double[][] pairs(double[] flat) {
    double[][] pairs = new double[flat.length / 2][];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] =
          new double[] {Math.round(flat[2 * i] * 1e6) / 1e6, Math.round(flat[2 * i + 1] * 1e6) / 1e6
          };
    }
    return pairs;
  }

  /** Densities of the hexagons that hold incidents, rising, incidents per km2. */
  double[] densities() {
    return Arrays.stream(counts.cells())
        .mapToDouble(cell -> counts.get(cell) / grid.areaKm2())
        .sorted()
        .toArray();
  }
}
