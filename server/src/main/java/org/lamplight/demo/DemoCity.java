package org.lamplight.demo;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.fault.Fault;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * The public facts of a city from which its demo is drawn: centres, police posts, a coarse outline.
 *
 * @param posts middle or station of each police division or zone
 * @param outline the city, coarse
 * @param exclave a part with police but without neighborhoods (an airport); empty where there is none
 */
record DemoCity(
    String slug,
    String name,
    ZoneId zone,
    List<Centre> centres,
    List<Post> posts,
    Polygon outline,
    Polygon exclave) {

  static final String LOS_ANGELES = "los-angeles";
  static final String ATLANTA = "atlanta";

  /** Coordinates are kept on a grid of a millionth of a degree, so that neighbors share their corners exactly. */
  static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(1e6), 4326);

  /** A police division or zone: its number as published, its name, where its station or middle is. */
  record Post(String code, String name, double lon, double lat) {}

  static DemoCity of(String slug) {
    return switch (slug) {
      case LOS_ANGELES ->
        read(slug, "Los Angeles", "America/Los_Angeles", "region", "divisions.csv");
      case ATLANTA -> read(slug, "Atlanta", "America/New_York", "npu", "zones.csv");
      default -> throw Fault.missing("there is no demo of a city " + slug);
    };
  }

  LocalPlane plane() {
    var middle = outline.getEnvelopeInternal().centre();
    return new LocalPlane(middle.x, middle.y);
  }

  private static DemoCity read(
      String slug, String name, String zone, String district, String posts) {
    List<Centre> centres = Facts.rows(slug + "/neighborhoods.csv").stream()
        .map(row -> new Centre(
            row.getField("name"),
            Facts.number(row, "lon"),
            Facts.number(row, "lat"),
            row.getField("residents").isEmpty() ? 0 : (int) Facts.number(row, "residents"),
            row.getField(district)))
        .toList();
    List<Post> postList = Facts.rows(slug + "/" + posts).stream()
        .map(row -> new Post(
            row.getField("code"),
            row.getField("name"),
            Facts.number(row, "lon"),
            Facts.number(row, "lat")))
        .toList();
    return new DemoCity(
        slug,
        name,
        ZoneId.of(zone),
        centres,
        postList,
        outline(slug, "city"),
        outline(slug, "airport"));
  }

  private static Polygon outline(String slug, String part) {
    Map<String, List<Coordinate>> rings = new LinkedHashMap<>();
    for (var row : Facts.rows(slug + "/outline.csv")) {
      if (row.getField("part").equals(part)) {
        rings
            .computeIfAbsent(row.getField("ring"), ring -> new ArrayList<>())
            .add(new Coordinate(Facts.number(row, "lon"), Facts.number(row, "lat")));
      }
    }
    List<LinearRing> closed = rings.values().stream().map(DemoCity::close).toList();
    return closed.isEmpty()
        ? GEOMETRY.createPolygon()
        : GEOMETRY.createPolygon(
            closed.get(0), closed.subList(1, closed.size()).toArray(LinearRing[]::new));
  }

  private static LinearRing close(List<Coordinate> ring) {
    List<Coordinate> closed = new ArrayList<>(ring);
    closed.add(ring.get(0).copy());
    return GEOMETRY.createLinearRing(closed.toArray(Coordinate[]::new));
  }
}
