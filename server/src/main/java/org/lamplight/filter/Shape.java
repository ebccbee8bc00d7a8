package org.lamplight.filter;

import org.locationtech.jts.geom.Geometry;

/**
 * A polygon or several in longitude and latitude, within which incidents are asked for. Two shapes of equal vertices are equal.
 *
 * @param geometry valid, not empty; never changed
 */
public record Shape(Geometry geometry) {

  /** As PostGIS reads it, with its SRID. */
  public String ewkt() {
    return "SRID=4326;" + geometry.toText();
  }
}
