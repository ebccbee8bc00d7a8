package org.lamplight.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.grid.DefaultGridFeatureBuilder;
import org.geotools.grid.hexagon.HexagonOrientation;
import org.geotools.grid.hexagon.Hexagons;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class HexGridTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  @Property
  void aPointLiesInTheHexagonThatIsSaidToHoldIt(
      @ForAll @DoubleRange(min = -1e6, max = 5e6) double x,
      @ForAll @DoubleRange(min = -1e6, max = 5e6) double y,
      @ForAll @DoubleRange(min = 50, max = 8_000) double across) {
    HexGrid grid = new HexGrid(across);
    Polygon hexagon = polygon(grid.ring(grid.cell(x, y)));
    assertTrue(hexagon.distance(FACTORY.createPoint(new Coordinate(x, y))) < 1e-6 * across);
    assertEquals(grid.areaKm2() * 1e6, hexagon.getArea(), 1e-6 * hexagon.getArea());
  }

  @Property
  void noOtherCentreIsNearer(
      @ForAll @DoubleRange(min = -1e5, max = 1e5) double x,
      @ForAll @DoubleRange(min = -1e5, max = 1e5) double y) {
    HexGrid grid = new HexGrid(500);
    long cell = grid.cell(x, y);
    double own = Math.hypot(x - grid.centreX(cell), y - grid.centreY(cell));
    for (int dq = -1; dq <= 1; dq++) {
      for (int dr = -1; dr <= 1; dr++) {
        long other = HexGrid.pack(HexGrid.q(cell) + dq, HexGrid.r(cell) + dr);
        assertTrue(own <= Math.hypot(x - grid.centreX(other), y - grid.centreY(other)) + 1e-6);
      }
    }
  }

  /** Ours are numbered so that a point's cell is found at once; their outlines are those of GeoTools. */
  @Test
  void theCellsAreThoseOfGeoTools() throws IOException {
    HexGrid grid = new HexGrid(500);
    Envelope first = polygon(grid.ring(HexGrid.pack(760, 8_600))).getEnvelopeInternal();
    ReferencedEnvelope extent = new ReferencedEnvelope(
        first.getMinX(), first.getMinX() + 6_000, first.getMinY(), first.getMinY() + 6_000, null);
    SimpleFeatureSource source = Hexagons.createGrid(
        extent, 500 / Math.sqrt(3), HexagonOrientation.ANGLED, new DefaultGridFeatureBuilder());
    int cells = 0;
    try (SimpleFeatureIterator features = source.getFeatures().features()) {
      while (features.hasNext()) {
        Geometry theirs = (Geometry) features.next().getDefaultGeometry();
        Coordinate middle = theirs.getCentroid().getCoordinate();
        Polygon ours = polygon(grid.ring(grid.cell(middle.x, middle.y)));
        assertTrue(DiscreteHausdorffDistance.distance(theirs, ours) < 1e-6);
        cells++;
      }
    }
    assertTrue(cells > 100, cells + " cells");
  }

  private static Polygon polygon(double[] ring) {
    Coordinate[] corners = new Coordinate[ring.length / 2];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = new Coordinate(ring[2 * i], ring[2 * i + 1]);
    }
    corners[corners.length - 1] = corners[0].copy();
    return FACTORY.createPolygon(corners);
  }
}
