package org.lamplight.ogc;

import java.util.List;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;

/**
 * A coordinate reference system that a city's collections are served in. The first axis of each is the easterly one, as its
 * own definition says: CRS84 is longitude first, EPSG:3857 and the UTM zones are easting first.
 *
 * @param uri its name in parameters and headers
 * @param srid number by which PostGIS knows the same axes
 */
public record Crs(String uri, int srid) {

  public static final Crs CRS84 = new Crs("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4326);
  public static final Crs WEB_MERCATOR = epsg(3857);

  private static Crs epsg(int code) {
    return new Crs("http://www.opengis.net/def/crs/EPSG/0/" + code, code);
  }

  /** Those that the city is served in, the default first. */
  public static List<Crs> of(City city) {
    return List.of(CRS84, WEB_MERCATOR, metric(city));
  }

  /** The city's own, in metres. */
  public static Crs metric(City city) {
    return epsg(city.profile().metricSrid());
  }

  /** The one that a parameter names. */
  static Crs get(City city, String parameter, String uri) {
    return of(city).stream()
        .filter(crs -> crs.uri().equals(uri))
        .findFirst()
        .orElseThrow(() -> Fault.invalid(parameter + ": must be one of "
            + String.join(", ", of(city).stream().map(Crs::uri).toList())));
  }
}
