package org.lamplight.ogc;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.List;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Condition;
import org.lamplight.geo.BBox;

/** The parameters bbox and bbox-crs as a condition. */
final class BoxParameter {

  /** Radius of the sphere of EPSG:3857, metres. */
  private static final double RADIUS = 6_378_137;

  private BoxParameter() {}

  /** Reads four numbers, or six, whose heights are left aside as no feature has one. */
  static Condition parse(String text, Crs crs, City city) {
    double[] n = numbers(text);
    if (crs.equals(Crs.CRS84)) {
      return degrees(n[0], n[1], n[2], n[3]);
    }
    require(n[0] <= n[2] && n[1] <= n[3], "bbox: the lower corner must come before the upper one");
    if (crs.equals(Crs.metric(city))) {
      return new Condition.InMetricBox(n[0], n[1], n[2], n[3]);
    }
    // A box in Mercator's projection is a box in degrees.
    return degrees(longitude(n[0]), latitude(n[1]), longitude(n[2]), latitude(n[3]));
  }

  private static double[] numbers(String text) {
    String[] parts = text.split(",", -1);
    require(parts.length == 4 || parts.length == 6, "bbox: must be four numbers, or six");
    List<Double> all = new ArrayList<>();
    for (String part : parts) {
      all.add(number(part));
    }
    int upper = parts.length / 2;
    if (upper == 3) {
      require(all.get(2) <= all.get(5), "bbox: the lowest height must not be above the highest");
    }
    return new double[] {all.get(0), all.get(1), all.get(upper), all.get(upper + 1)};
  }

  private static double number(String text) {
    String plain = text.strip();
    require(
        plain.length() < 40 && plain.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?"),
        "bbox: must be four numbers, or six");
    double value = Double.parseDouble(plain);
    require(Math.abs(value) < 1e9, "bbox: must be numbers of places on the Earth");
    return value;
  }

  /** A box whose west is east of its east runs over the antimeridian: it is two boxes. */
  private static Condition degrees(double west, double south, double east, double north) {
    if (west <= east) {
      return new Condition.InBox(List.of(new BBox(west, south, east, north)));
    }
    if (west > 180 || east < -180) {
      throw Fault.invalid("bbox: longitudes must lie in [-180, 180]");
    }
    return new Condition.InBox(
        List.of(new BBox(west, south, 180, north), new BBox(-180, south, east, north)));
  }

  private static double longitude(double x) {
    return Math.max(-180, Math.min(180, Math.toDegrees(x / RADIUS)));
  }

  private static double latitude(double y) {
    return Math.toDegrees(2 * Math.atan(Math.exp(y / RADIUS)) - Math.PI / 2);
  }
}
