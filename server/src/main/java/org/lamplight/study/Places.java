package org.lamplight.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a run lie on the map, in longitude and latitude.
 *
 * @param properties of each place, such as its slug and name
 * @param geometries of each place as GeoJSON: maps, arrays and JSON nodes
 */
record Places(List<Map<String, Object>> properties, List<Object> geometries) {

  /** The places as GeoJSON features that carry each output's value. */
  Map<String, Object> features(List<Output> outputs, Map<String, @Nullable Object> found) {
    List<Object> features = new java.util.ArrayList<>();
    for (int i = 0; i < geometries.size(); i++) {
      Map<String, @Nullable Object> carried = new LinkedHashMap<>(properties.get(i));
      for (Output output : outputs) {
        Object values = found.get(output.name());
        if (output.perPlace() && values != null) {
          carried.put(output.name(), at(values, i));
        }
      }
      Map<String, Object> feature = new LinkedHashMap<>();
      feature.put("type", "Feature");
      feature.put("id", i);
      feature.put("properties", carried);
      feature.put("geometry", geometries.get(i));
      features.add(feature);
    }
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("type", "FeatureCollection");
    collection.put("features", features);
    return collection;
  }

  /** The same with a value more for each. */
  Places with(String name, double[] values) {
    List<Map<String, Object>> more = new java.util.ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Map<String, Object> each = new LinkedHashMap<>(properties.get(i));
      each.put(name, values[i]);
      more.add(each);
    }
    return new Places(more, geometries);
  }

  /** The same with the sum of several values more for each. */
  Places summed(String name, double[][] values) {
    return with(
        name,
        java.util.Arrays.stream(values)
            .mapToDouble(each -> java.util.Arrays.stream(each).sum())
            .toArray());
  }

  private static @Nullable Object at(Object values, int i) {
    return values instanceof List<?> list ? list.get(i) : java.lang.reflect.Array.get(values, i);
  }

  /** A closed ring of longitude and latitude as a polygon, to a centimetre. */
  static Object polygon(double[] ring) {
    double[][] pairs = new double[ring.length / 2][];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = new double[] {rounded(ring[2 * i]), rounded(ring[2 * i + 1])};
    }
    Map<String, Object> polygon = new LinkedHashMap<>();
    polygon.put("type", "Polygon");
    polygon.put("coordinates", new double[][][] {pairs});
    return polygon;
  }

  static Object point(double lon, double lat) {
    Map<String, Object> point = new LinkedHashMap<>();
    point.put("type", "Point");
    point.put("coordinates", new double[] {rounded(lon), rounded(lat)});
    return point;
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e7) / 1e7;
  }
}
