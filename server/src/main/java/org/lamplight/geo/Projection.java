package org.lamplight.geo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.lamplight.fault.Fault;

/** The change between longitude/latitude and a city's projected CRS in metres. */
public final class Projection {

  private static final Map<Integer, Projection> KNOWN = new ConcurrentHashMap<>();
  private final MathTransform toMetric;
  private final MathTransform toDegrees;

  private Projection(int srid) {
    try {
      toMetric =
          CRS.findMathTransform(DefaultGeographicCRS.WGS84, CRS.decode("EPSG:" + srid, true), true);
      toDegrees = toMetric.inverse();
    } catch (FactoryException | TransformException e) {
      throw new Fault(
          Fault.Kind.INVALID, "EPSG:" + srid + " is not a CRS that can be projected to", e);
    }
  }

  /** The projection of an EPSG code; the first one of a process takes some two seconds, as GeoTools opens its database. */
  public static Projection of(int srid) {
    return KNOWN.computeIfAbsent(srid, Projection::new);
  }

  /** Changes pairs of longitude and latitude in place into easting and northing in metres. */
  public void toMetric(double[] pairs) {
    change(toMetric, pairs);
  }

  /** Changes pairs of easting and northing in metres in place into longitude and latitude. */
  public void toDegrees(double[] pairs) {
    change(toDegrees, pairs);
  }

  private static void change(MathTransform transform, double[] pairs) {
    try {
      transform.transform(pairs, 0, pairs, 0, pairs.length / 2);
    } catch (TransformException e) {
      throw new Fault(
          Fault.Kind.INVALID, "coordinates lie outside the domain of the city's CRS", e);
    }
  }
}
