package org.lamplight.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lamplight.analysis.point.Points;
import org.lamplight.geo.Projection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The ground that clusters cover: their convex hulls. */
final class Hulls {

  static final Output OUTPUT = Output.of(
      "outlines",
      "Convex hull of each cluster with its events, as GeoJSON: of a stored layer in longitude and latitude, of inline data in its own plane; a cluster on one line or point is drawn 25 m wide",
      "1",
      Schema.of("object"));

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double THIN = 12.5;

  private Hulls() {}

  /**
   * The hulls, by the number of their cluster.
   *
   * @param labels of each point; 0 for none
   */
  static Map<String, Object> of(Values values, Points points, int[] labels) {
    Map<Integer, List<Coordinate>> members = new TreeMap<>();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] > 0) {
        members
            .computeIfAbsent(labels[i], label -> new ArrayList<>())
            .add(new Coordinate(points.x()[i], points.y()[i]));
      }
    }
    List<Object> features = new ArrayList<>();
    members.forEach((label, places) -> features.add(feature(values, label, places)));
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("features", features);
    return collection;
  }

  private static Map<String, Object> feature(Values values, int label, List<Coordinate> places) {
    Geometry hull =
        FACTORY.createMultiPointFromCoords(places.toArray(Coordinate[]::new)).convexHull();
    Geometry drawn = hull.getDimension() < 2 ? hull.buffer(THIN) : hull;
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("cluster", label);
    properties.put("events", places.size());
    properties.put("areaM2", Math.round(hull.getArea()));
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("id", label);
    feature.put("properties", properties);
    feature.put("geometry", polygon(values, drawn.getCoordinates()));
    return feature;
  }

  private static Object polygon(Values values, Coordinate[] corners) {
    double[] ring = new double[corners.length * 2];
    for (int i = 0; i < corners.length; i++) {
      ring[2 * i] = corners[i].x;
      ring[2 * i + 1] = corners[i].y;
    }
    if (values.has(LayerReader.SRID)) {
      Projection.of((int) values.numbers(LayerReader.SRID)[0]).toDegrees(ring);
    }
    return Places.polygon(ring);
  }
}
