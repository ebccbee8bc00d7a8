package org.lamplight.geo;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Cells of a grid, clipped to a window in the same plane of metres; cells that share no area with it are left out.
 *
 * @param cell clipped outlines
 * @param areaSquareMetres of each
 * @param id the grid's own number of each
 */
public record GridCells(Geometry[] cell, double[] areaSquareMetres, long[] id) {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final double MOST_CELLS = 2_000_000;

  /** Rectangles, numbered as the grid numbers them. */
  public static GridCells squares(PlaneGrid grid, Geometry window) {
    Clip clip = new Clip(window);
    for (int cell = 0; cell < grid.cells(); cell++) {
      clip.offer(cell, grid.ring(cell));
    }
    return clip.cells();
  }

  /** Hexagons, numbered as the grid packs them, from the south-west. */
  public static GridCells hexagons(HexGrid grid, Geometry window) {
    Envelope box = window.getEnvelopeInternal();
    require(grid.across() > 0, "grid: hexagons must be wider than 0 m");
    require(
        box.getArea() / 1e6 / grid.areaKm2() <= MOST_CELLS,
        "grid: more than 2,000,000 hexagons; take larger ones or a smaller area");
    Clip clip = new Clip(window);
    double rowHeight = grid.across() * Math.sqrt(3) / 2;
    long firstRow = (long) Math.floor(box.getMinY() / rowHeight) - 1;
    long lastRow = (long) Math.ceil(box.getMaxY() / rowHeight) + 1;
    for (long r = firstRow; r <= lastRow; r++) {
      long first = (long) Math.floor(box.getMinX() / grid.across() - r / 2.0) - 1;
      long last = (long) Math.ceil(box.getMaxX() / grid.across() - r / 2.0) + 1;
      for (long q = first; q <= last; q++) {
        long cell = HexGrid.pack(q, r);
        clip.offer(cell, grid.ring(cell));
      }
    }
    return clip.cells();
  }

  /** Keeps what of each cell lies in the window. */
  private static final class Clip {
    private final Geometry window;
    private final Envelope box;
    private final PreparedGeometry prepared;
    private final List<Geometry> cells = new ArrayList<>();
    private final List<Long> ids = new ArrayList<>();

    Clip(Geometry window) {
      require(window instanceof Polygonal, "window: must be a polygon or several");
      this.window = window;
      this.box = window.getEnvelopeInternal();
      this.prepared = PreparedGeometryFactory.prepare(window);
    }

    void offer(long id, double[] ring) {
      Coordinate[] corners = new Coordinate[ring.length / 2];
      for (int i = 0; i < corners.length; i++) {
        corners[i] = new Coordinate(ring[2 * i], ring[2 * i + 1]);
      }
      Geometry cell = GEOMETRY.createPolygon(corners);
      if (!box.intersects(cell.getEnvelopeInternal())) {
        return;
      }
      Geometry kept = prepared.covers(cell)
          ? cell
          : prepared.intersects(cell) ? window.intersection(cell) : null;
      if (kept != null && kept.getArea() > 0) {
        cells.add(kept);
        ids.add(id);
      }
    }

    GridCells cells() {
      return new GridCells(
          cells.toArray(Geometry[]::new),
          cells.stream().mapToDouble(Geometry::getArea).toArray(),
          ids.stream().mapToLong(id -> id).toArray());
    }
  }
}
