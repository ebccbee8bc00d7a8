package org.lamplight.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.fault.Fault;
import org.lamplight.geo.HexGrid;
import org.lamplight.geo.Projection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Equal cells of the metric plane whose centres lie in the city, numbered from the south-west, row by row. */
final class LayerCells {

  private static final int MOST = 80_000;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Layer.Grid grid;
  private final HexGrid hexagons;
  private final List<Long> ids = new ArrayList<>();
  private final Map<Long, Integer> placeOfId = new HashMap<>();

  private LayerCells(Layer.Grid grid) {
    this.grid = grid;
    this.hexagons = new HexGrid(grid.size());
  }

  /** The cells that cover the outline; TOO_LARGE above 80,000. */
  static LayerCells over(Layer.Grid grid, Geometry outline) {
    LayerCells cells = new LayerCells(grid);
    Envelope box = outline.getEnvelopeInternal();
    double rowHeight = grid.hexagons() ? grid.size() * Math.sqrt(3) / 2 : grid.size();
    double wanted = box.getArea() / cells.areaM2();
    if (wanted > 20.0 * MOST) {
      throw tooMany();
    }
    PreparedGeometry city = PreparedGeometryFactory.prepare(outline);
    long firstRow = (long) Math.floor(box.getMinY() / rowHeight) - 1;
    long lastRow = (long) Math.ceil(box.getMaxY() / rowHeight) + 1;
    for (long row = firstRow; row <= lastRow; row++) {
      cells.addRow(row, box, city);
    }
    return cells;
  }

  private static Fault tooMany() {
    return new Fault(
        Fault.Kind.TOO_LARGE,
        "layer.grid.size: that makes more than " + MOST + " cells; take larger ones");
  }

  private void addRow(long row, Envelope box, PreparedGeometry city) {
    double shift = grid.hexagons() ? row / 2.0 : 0.5;
    long first = (long) Math.floor(box.getMinX() / grid.size() - shift) - 1;
    long last = (long) Math.ceil(box.getMaxX() / grid.size() - shift) + 1;
    for (long column = first; column <= last; column++) {
      long id = HexGrid.pack(column, row);
      Coordinate centre = new Coordinate(centreX(id), centreY(id));
      if (city.covers(FACTORY.createPoint(centre))) {
        placeOfId.put(id, ids.size());
        ids.add(id);
        if (ids.size() > MOST) {
          throw tooMany();
        }
      }
    }
  }

  int size() {
    return ids.size();
  }

  double areaM2() {
    return grid.hexagons() ? hexagons.areaKm2() * 1e6 : grid.size() * grid.size();
  }

  private double centreX(long id) {
    return grid.hexagons() ? hexagons.centreX(id) : (HexGrid.q(id) + 0.5) * grid.size();
  }

  private double centreY(long id) {
    return grid.hexagons() ? hexagons.centreY(id) : (HexGrid.r(id) + 0.5) * grid.size();
  }

  double[] centresX() {
    return ids.stream().mapToDouble(this::centreX).toArray();
  }

  double[] centresY() {
    return ids.stream().mapToDouble(this::centreY).toArray();
  }

  /** The place of the cell that holds the point; -1 for none. */
  int place(double x, double y) {
    long id = grid.hexagons()
        ? hexagons.cell(x, y)
        : HexGrid.pack((long) Math.floor(x / grid.size()), (long) Math.floor(y / grid.size()));
    return placeOfId.getOrDefault(id, -1);
  }

  /** The cells on the map. */
  Places places(Projection projection) {
    List<Map<String, Object>> properties = new ArrayList<>();
    List<Object> shapes = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Map<String, Object> property = new LinkedHashMap<>();
      property.put("cell", i);
      properties.add(property);
      double[] ring = ring(ids.get(i));
      projection.toDegrees(ring);
      shapes.add(Places.polygon(ring));
    }
    return new Places(properties, shapes);
  }

  private double[] ring(long id) {
    if (grid.hexagons()) {
      return hexagons.ring(id);
    }
    double west = HexGrid.q(id) * grid.size();
    double south = HexGrid.r(id) * grid.size();
    double east = west + grid.size();
    double north = south + grid.size();
    return new double[] {west, south, east, south, east, north, west, north, west, south};
  }
}
