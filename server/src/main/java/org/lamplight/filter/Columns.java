package org.lamplight.filter;

import java.util.Map;
import java.util.Optional;

/**
 * The columns that a filter may touch in SQL: property to expression. Expressions are ours, never from a request.
 *
 * @param expressions property name to SQL expression
 * @param geometry expression of the geometry in CRS84
 * @param metricGeometry expression of the geometry in the metric CRS
 * @param point whether geometries are points, so that boxes are tested on plain coordinates
 */
public record Columns(
    Map<String, String> expressions,
    String geometry,
    String metricGeometry,
    Optional<Point> point) {

  /** Expressions of the coordinates of a point as published, exact where the index compares 32-bit floats. */
  public record Point(String lon, String lat) {}

  String expression(String property) {
    String found = expressions.get(property);
    if (found == null) {
      throw new IllegalArgumentException("no column for property " + property);
    }
    return found;
  }
}
