package org.lamplight.area;

/** SQL that writes a stored geometry as GeoJSON in a CRS. */
public final class GeometryText {

  private static final int DEGREES = 4326;

  private GeometryText() {}

  /**
   * The expression, for use in a select list.
   *
   * @param row prefix of the columns {@code geom} and {@code geom_metric}, such as "a"
   * @param srid EPSG code of the CRS that is asked for; 4326 stands for longitude first
   * @param metricSrid EPSG code of the city's metric CRS
   */
  public static String expression(String row, int srid, int metricSrid) {
    if (srid == DEGREES) {
      // Seven decimals are a centimetre; RFC 7946 wants outer rings counter-clockwise.
      return "ST_AsGeoJSON(ST_ForcePolygonCCW(" + row + ".geom), 7, 0)";
    }
    String projected =
        srid == metricSrid ? row + ".geom_metric" : "ST_Transform(" + row + ".geom, " + srid + ")";
    return "ST_AsGeoJSON(ST_ForcePolygonCCW(" + projected + "), 2, 0)";
  }
}
