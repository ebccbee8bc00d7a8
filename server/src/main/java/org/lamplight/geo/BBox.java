package org.lamplight.geo;

import static org.lamplight.fault.Fault.require;

/** A longitude/latitude box in degrees (CRS84) that does not cross the antimeridian. */
public record BBox(double west, double south, double east, double north) {
  public BBox {
    require(west >= -180 && east <= 180, "bbox: longitudes must lie in [-180, 180]");
    require(south >= -90 && north <= 90, "bbox: latitudes must lie in [-90, 90]");
    require(
        west <= east && south <= north, "bbox: west must not be above east, nor south above north");
  }

  /** Whether the point lies in the box or on its edge. */
  public boolean contains(double lon, double lat) {
    return lon >= west && lon <= east && lat >= south && lat <= north;
  }
}
