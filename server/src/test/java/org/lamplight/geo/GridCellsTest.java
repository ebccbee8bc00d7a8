package org.lamplight.geo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.lamplight.fault.Fault;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class GridCellsTest {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final Geometry WINDOW = GEOMETRY.createPolygon(new Coordinate[] {
    new Coordinate(-300, -100),
    new Coordinate(2500, 0),
    new Coordinate(1200, 700),
    new Coordinate(2000, 1900),
    new Coordinate(100, 1500),
    new Coordinate(-300, -100)
  });

  @Property(tries = 15)
  void cellsCoverTheWindowOnce(@ForAll @DoubleRange(min = 90, max = 1500) double size) {
    GridCells squares =
        GridCells.squares(PlaneGrid.over(WINDOW.getEnvelopeInternal(), size), WINDOW);
    GridCells hexagons = GridCells.hexagons(new HexGrid(size), WINDOW);
    assertEquals(WINDOW.getArea(), Arrays.stream(squares.areaSquareMetres()).sum(), 1e-3);
    assertEquals(WINDOW.getArea(), Arrays.stream(hexagons.areaSquareMetres()).sum(), 1e-3);
    assertTrue(Arrays.stream(hexagons.areaSquareMetres())
        .allMatch(area -> area <= new HexGrid(size).areaKm2() * 1e6 + 1e-3));
  }

  @Test
  void aCellIsFoundByThePlacesInItAndHoldsItsWesternAndSouthernEdge() {
    PlaneGrid grid = PlaneGrid.over(new Envelope(100, 500, 1000, 1300), 100);
    assertEquals(12, grid.cells());
    assertEquals(0, grid.index(100, 1000));
    assertEquals(5, grid.index(200, 1100));
    assertEquals(-1, grid.index(500, 1000));
    assertEquals(-1, grid.index(99.9, 1000));
    assertEquals(250, grid.centreX(1), 1e-12);
    assertEquals(1150, grid.centreY(1), 1e-12);
    double[] ring = {200, 1100, 300, 1100, 300, 1200, 200, 1200, 200, 1100};
    assertArrayEquals(ring, grid.ring(5), 1e-12);
  }

  @Test
  void cellsOfAHexGridCarryItsNumbers() {
    GridCells cells = GridCells.hexagons(new HexGrid(400), WINDOW);
    for (int i = 0; i < cells.id().length; i++) {
      Coordinate inside = cells.cell()[i].getInteriorPoint().getCoordinate();
      assertEquals(cells.id()[i], new HexGrid(400).cell(inside.x, inside.y));
    }
  }

  @Test
  void gridsWithoutEndAreRefused() {
    assertThrows(Fault.class, () -> PlaneGrid.over(new Envelope(0, 1e6, 0, 1e6), 1));
    assertThrows(Fault.class, () -> PlaneGrid.over(new Envelope(0, 1e6, 0, 1e6), 0));
    assertThrows(Fault.class, () -> GridCells.hexagons(new HexGrid(0.1), WINDOW));
  }
}
