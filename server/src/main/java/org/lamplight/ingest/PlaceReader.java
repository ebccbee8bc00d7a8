package org.lamplight.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.IncidentFormat.LonLat;
import org.lamplight.city.IncidentFormat.Place;

/** Reads a point from two coordinate columns or one geometry column. */
final class PlaceReader {

  private static final String NUMBER = "([-+]?\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?)";
  private static final Pattern WKT =
      Pattern.compile("(?i)(?:SRID=4326;)?POINT\\s*\\(\\s*" + NUMBER + "\\s+" + NUMBER + "\\s*\\)");
  private static final Pattern LAT_LON =
      Pattern.compile("\\(\\s*" + NUMBER + "\\s*,\\s*" + NUMBER + "\\s*\\)");
  private static final Pattern GEOJSON = Pattern.compile(
      "\\{.*\"coordinates\"\\s*:\\s*\\[\\s*" + NUMBER + "\\s*,\\s*" + NUMBER + ".*");
  private final FieldReader lon;
  private final FieldReader lat;
  private final @Nullable FieldReader geometry;
  private final Set<LonLat> defaults;

  PlaceReader(Place place, Header header, List<String> missing) {
    lon = FieldReader.of(place.lon(), header, missing);
    lat = FieldReader.of(place.lat(), header, missing);
    geometry = place.geometry() == null ? null : FieldReader.of(place.geometry(), header, missing);
    defaults = new HashSet<>(place.defaults());
  }

  /** The point as published; null where there is none that could be on the Earth. 0,0 is the source's "not known". */
  @Nullable
  LonLat read(Row row) {
    String shape = geometry == null ? null : geometry.read(row);
    LonLat point = shape == null ? columns(row) : parse(shape);
    if (point == null || (point.lon() == 0 && point.lat() == 0)) {
      return null;
    }
    boolean onEarth = Math.abs(point.lon()) <= 180 && Math.abs(point.lat()) <= 90;
    return onEarth ? point : null;
  }

  boolean isDefault(LonLat point) {
    return !defaults.isEmpty() && defaults.contains(point);
  }

  private @Nullable LonLat columns(Row row) {
    Double x = number(lon.read(row));
    Double y = number(lat.read(row));
    return x == null || y == null ? null : new LonLat(x, y);
  }

  private static @Nullable Double number(@Nullable String text) {
    if (text == null || !digits(text)) {
      return null;
    }
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Keeps out what Java reads as a number and no source means as one: NaN, 0x1p3, 1d. */
  private static boolean digits(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  static @Nullable LonLat parse(String text) {
    Matcher wkt = WKT.matcher(text);
    if (wkt.matches()) {
      return point(wkt.group(1), wkt.group(2));
    }
    Matcher pair = LAT_LON.matcher(text);
    if (pair.matches()) {
      return point(pair.group(2), pair.group(1));
    }
    Matcher json = GEOJSON.matcher(text);
    if (json.matches()) {
      return point(json.group(1), json.group(2));
    }
    return WkbPoint.parse(text);
  }

  private static @Nullable LonLat point(String x, String y) {
    Double lon = number(x);
    Double lat = number(y);
    return lon == null || lat == null ? null : new LonLat(lon, lat);
  }
}
