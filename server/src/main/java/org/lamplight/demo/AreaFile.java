package org.lamplight.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Writes drawn areas as GeoJSON that says of itself, and of each feature, that it is synthetic. */
final class AreaFile {

  private final JsonGenerator json;

  private AreaFile(JsonGenerator json) {
    this.json = json;
  }

  static void write(OutputStream out, String title, List<DemoArea> areas) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeStringField("name", title);
      json.writeBooleanField("synthetic", true);
      json.writeStringField(
          "note", "Drawn by a program around public names and centres; not an official boundary.");
      json.writeArrayFieldStart("features");
      AreaFile file = new AreaFile(json);
      for (DemoArea area : areas) {
        file.feature(area);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private void feature(DemoArea area) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeObjectFieldStart("properties");
    json.writeStringField("name", area.name());
    if (!area.code().isEmpty()) {
      json.writeStringField("code", area.code());
    }
    if (area.residents() > 0) {
      json.writeNumberField("population", area.residents());
    }
    json.writeBooleanField("synthetic", true);
    json.writeEndObject();
    json.writeObjectFieldStart("geometry");
    json.writeStringField("type", "MultiPolygon");
    json.writeArrayFieldStart("coordinates");
    parts(area.outline());
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void parts(Geometry outline) throws IOException {
    for (int i = 0; i < outline.getNumGeometries(); i++) {
      Polygon part = (Polygon) outline.getGeometryN(i);
      json.writeStartArray();
      ring(part.getExteriorRing(), true);
      for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
        ring(part.getInteriorRingN(hole), false);
      }
      json.writeEndArray();
    }
  }

  /** RFC 7946: outer rings run counterclockwise, holes clockwise. */
  private void ring(LinearRing ring, boolean outer) throws IOException {
    Coordinate[] corners = ring.getCoordinates();
    boolean counterclockwise = org.locationtech.jts.algorithm.Orientation.isCCW(corners);
    json.writeStartArray();
    for (int i = 0; i < corners.length; i++) {
      Coordinate c = corners[counterclockwise == outer ? i : corners.length - 1 - i];
      json.writeStartArray();
      degrees(c.x);
      degrees(c.y);
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void degrees(double value) throws IOException {
    json.writeNumber(java.math.BigDecimal.valueOf(Math.round(value * 1e6), 6));
  }
}
