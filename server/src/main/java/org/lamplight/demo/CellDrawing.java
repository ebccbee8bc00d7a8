package org.lamplight.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * Draws one area around each centre: the places nearer to it than to any other centre, with softened edges, within the outline.
 *
 * <p>All edges are noded together with the outline on one grid, so that the areas fill the outline without gap or overlap. Parts cut
 * off by the outline from their own centre go to the neighbor with the longest shared border.
 *
 * <p>Source of the cells: G. Voronoi (1908), by the dual of a Delaunay triangulation as JTS builds it.
 */
final class CellDrawing {

  private static final double STEP_METRES = 120;

  private final LocalPlane plane;
  private final Wobble wobble;
  private final Polygon outline;
  private final List<Coordinate> centres;

  private CellDrawing(LocalPlane plane, Wobble wobble, Polygon outline, List<Centre> centres) {
    this.plane = plane;
    this.wobble = wobble;
    this.outline = outline;
    this.centres = centres.stream().map(c -> plane.toMetres(c.lon(), c.lat())).toList();
  }

  /** The area of each centre, in the order of the centres; coordinates in degrees on the grid of {@link DemoCity#GEOMETRY}. */
  static List<Geometry> draw(DemoCity city, Wobble wobble) {
    return new CellDrawing(city.plane(), wobble, city.outline(), city.centres()).cells();
  }

  private List<Geometry> cells() {
    List<Polygon> faces = faces();
    int[] owner = new int[faces.size()];
    boolean[] settled = new boolean[faces.size()];
    for (int i = 0; i < owner.length; i++) {
      owner[i] = nearest(faces.get(i).getInteriorPoint().getCoordinate());
    }
    settleHomes(faces, owner, settled);
    settleDetached(faces, owner, settled);
    List<Geometry> cells = new ArrayList<>();
    for (int centre = 0; centre < centres.size(); centre++) {
      List<Polygon> own = new ArrayList<>();
      for (int i = 0; i < owner.length; i++) {
        if (owner[i] == centre) {
          own.add(faces.get(i));
        }
      }
      cells.add(CoverageUnion.union(DemoCity.GEOMETRY.buildGeometry(own)).norm());
    }
    return cells;
  }

  /** The pieces into which the softened edges cut the outline. */
  private List<Polygon> faces() {
    Geometry edges =
        DemoCity.GEOMETRY.createMultiLineString(bentEdges().toArray(LineString[]::new));
    Geometry noded = OverlayNG.overlay(
        edges, outline.getBoundary(), OverlayNG.UNION, DemoCity.GEOMETRY.getPrecisionModel());
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(noded);
    @SuppressWarnings("unchecked") // JTS declares a raw collection of polygons
    Collection<Polygon> all = polygonizer.getPolygons();
    var inside = new IndexedPointInAreaLocator(outline);
    return all.stream()
        .filter(face -> inside.locate(face.getInteriorPoint().getCoordinate()) == Location.INTERIOR)
        .map(face -> (Polygon) face.norm())
        .sorted()
        .toList();
  }

  private List<LineString> bentEdges() {
    VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
    builder.setSites(centres);
    var box = outline.getEnvelopeInternal();
    Coordinate corner = plane.toMetres(box.getMaxX(), box.getMaxY());
    builder.setClipEnvelope(new org.locationtech.jts.geom.Envelope(
        -2 * corner.x, 2 * corner.x, -2 * corner.y, 2 * corner.y));
    Geometry diagram = builder.getDiagram(new org.locationtech.jts.geom.GeometryFactory());
    // Sorted, because JTS gives the cells in the order of a hash.
    Set<LineSegment> segments = new TreeSet<>();
    for (int i = 0; i < diagram.getNumGeometries(); i++) {
      Coordinate[] ring = diagram.getGeometryN(i).getCoordinates();
      for (int j = 1; j < ring.length; j++) {
        LineSegment segment = new LineSegment(ring[j - 1], ring[j]);
        segment.normalize();
        segments.add(segment);
      }
    }
    return segments.stream().map(s -> bend(s.p0, s.p1)).toList();
  }

  private LineString bend(Coordinate from, Coordinate to) {
    int steps = Math.max(1, (int) Math.ceil(from.distance(to) / STEP_METRES));
    Coordinate[] bent = new Coordinate[steps + 1];
    for (int i = 0; i <= steps; i++) {
      double part = (double) i / steps;
      Coordinate p = wobble.bend(
          new Coordinate(from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)));
      bent[i] = plane.toDegrees(p.x, p.y);
      DemoCity.GEOMETRY.getPrecisionModel().makePrecise(bent[i]);
    }
    return DemoCity.GEOMETRY.createLineString(bent);
  }

  private int nearest(Coordinate degrees) {
    Coordinate p = wobble.straighten(plane.toMetres(degrees.x, degrees.y));
    int best = 0;
    for (int i = 1; i < centres.size(); i++) {
      if (centres.get(i).distance(p) < centres.get(best).distance(p)) {
        best = i;
      }
    }
    return best;
  }

  /** Settles for each centre the piece that holds it, or its largest piece when the centre lies outside the coarse outline. */
  private void settleHomes(List<Polygon> faces, int[] owner, boolean[] settled) {
    Map<Integer, Integer> home = new HashMap<>();
    for (int i = 0; i < owner.length; i++) {
      home.merge(owner[i], i, (a, b) -> rank(faces, owner, a) >= rank(faces, owner, b) ? a : b);
    }
    home.values().forEach(i -> settled[i] = true);
  }

  private double rank(List<Polygon> faces, int[] owner, int i) {
    Coordinate centre = centres.get(owner[i]);
    Coordinate degrees = plane.toDegrees(centre.x, centre.y);
    boolean holds =
        new IndexedPointInAreaLocator(faces.get(i)).locate(degrees) != Location.EXTERIOR;
    return (holds ? 1_000 : 0) + faces.get(i).getArea();
  }

  private static void settleDetached(List<Polygon> faces, int[] owner, boolean[] settled) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < owner.length; i++) {
        int neighbor = settled[i] ? -1 : neighborOf(i, faces, settled);
        if (neighbor >= 0) {
          owner[i] = owner[neighbor];
          settled[i] = true;
          changed = true;
        }
      }
    }
  }

  private static int neighborOf(int i, List<Polygon> faces, boolean[] settled) {
    int best = -1;
    double longest = 0;
    for (int j = 0; j < settled.length; j++) {
      Polygon a = faces.get(i);
      Polygon b = faces.get(j);
      if (settled[j] && a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
        double shared = a.intersection(b).getLength();
        if (shared > longest) {
          longest = shared;
          best = j;
        }
      }
    }
    return best;
  }
}
