package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.List;
import org.lamplight.fault.Fault;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.index.strtree.STRtree;

/** The area in which events were looked for: which places lie in it, and which share of a kernel does. */
final class Window {

  /** Ends of one stretch of the boundary, with the area to its left. */
  private record Edge(double fromX, double fromY, double toX, double toY) {}

  private static final int ACROSS = 256;

  private final Geometry area;
  private final IndexedPointInAreaLocator locator;
  private final List<Edge> edges = new ArrayList<>();
  private final STRtree tree = new STRtree();
  private final InnerCells inner;

  /**
   * @param area polygons in metres, valid and not empty
   * @param reach the longest distance at which the boundary matters, metres
   */
  Window(Geometry area, double reach) {
    requirePolygons(area);
    this.area = area;
    this.locator = new IndexedPointInAreaLocator(area);
    for (int part = 0; part < area.getNumGeometries(); part++) {
      Polygon polygon = (Polygon) area.getGeometryN(part);
      add(polygon.getExteriorRing(), true);
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        add(polygon.getInteriorRingN(hole), false);
      }
    }
    for (Edge edge : edges) {
      tree.insert(new Envelope(edge.fromX, edge.toX, edge.fromY, edge.toY), edge);
    }
    tree.build();
    this.inner = new InnerCells(area.getEnvelopeInternal(), reach, ACROSS);
    edges.forEach(edge -> inner.addEdge(edge.fromX, edge.fromY, edge.toX, edge.toY));
    locator.locate(new Coordinate(0, 0));
  }

  static void requirePolygons(Geometry area) {
    require(area instanceof Polygonal, "window: must be a polygon or several");
    if (!area.isValid()) {
      throw Fault.invalid("window: the polygon crosses itself or is not closed; mend it first");
    }
    require(area.getArea() > 0, "window: the polygon has no area");
  }

  private void add(LinearRing ring, boolean shell) {
    Coordinate[] corners = ring.getCoordinates();
    boolean forward = Orientation.isCCW(corners) == shell;
    for (int i = 1; i < corners.length; i++) {
      Coordinate from = forward ? corners[i - 1] : corners[i];
      Coordinate to = forward ? corners[i] : corners[i - 1];
      edges.add(new Edge(from.x, from.y, to.x, to.y));
    }
  }

  double areaSquareMetres() {
    return area.getArea();
  }

  Envelope extent() {
    return area.getEnvelopeInternal();
  }

  /** Whether a place lies in the area or on its boundary. */
  boolean contains(double x, double y) {
    int known = inner.at(x, y, this::locate);
    return (known == InnerCells.NEAR ? locate(x, y) : known) != Location.EXTERIOR;
  }

  private int locate(double x, double y) {
    return locator.locate(new Coordinate(x, y));
  }

  /**
   * The share of a kernel that lies inside, seen from an event: a sum over the edges in reach, exact to about 1e-14.
   *
   * <p>By Green's theorem in polar coordinates: the number of turns of the boundary around the event, less each edge's share beyond.
   */
  double share(Kernel kernel, double bandwidth, double x, double y) {
    int known = inner.at(x, y, this::locate);
    if (known != InnerCells.NEAR) {
      return known == Location.INTERIOR ? 1 : 0;
    }
    int where = locate(x, y);
    double turns = where == Location.INTERIOR ? 1 : 0;
    if (where == Location.BOUNDARY) {
      turns = edges.stream().mapToDouble(edge -> angle(edge, x, y)).sum() / (2 * Math.PI);
    }
    double lost = 0;
    double reach = kernel.reach(bandwidth);
    for (Object edge : tree.query(new Envelope(x - reach, x + reach, y - reach, y + reach))) {
      lost += beyond(kernel, bandwidth, (Edge) edge, x, y);
    }
    return turns - lost / (2 * Math.PI);
  }

  private static double beyond(Kernel kernel, double bandwidth, Edge edge, double x, double y) {
    double[] seen = seen(edge, x, y);
    return kernel.beyond(seen[0] / bandwidth, seen[1] / bandwidth, seen[2] / bandwidth);
  }

  private static double angle(Edge edge, double x, double y) {
    double[] seen = seen(edge, x, y);
    return seen[0] == 0 ? 0 : Math.atan(seen[2] / seen[0]) - Math.atan(seen[1] / seen[0]);
  }

  /** Signed distance to the left of the edge, and where it begins and ends along its line from the foot. */
  private static double[] seen(Edge edge, double x, double y) {
    double dx = edge.toX - edge.fromX;
    double dy = edge.toY - edge.fromY;
    double length = Math.hypot(dx, dy);
    if (length == 0) {
      return new double[3];
    }
    double fromX = edge.fromX - x;
    double fromY = edge.fromY - y;
    double along = (fromX * dx + fromY * dy) / length;
    double offset = (fromX * dy - fromY * dx) / length;
    return new double[] {offset, along, along + length};
  }
}
