package org.lamplight.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.AreaSet;
import org.lamplight.ingest.GeoJsonFile.Feature;
import org.lamplight.ingest.GeoJsonShape.Unusable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** Reads a GeoJSON file as the areas of a set. */
final class AreaReader {

  private final AreaSet set;
  private final ReportFile report;
  private final Slugs slugs = new Slugs();
  private final List<AreaRow> rows = new ArrayList<>();

  AreaReader(AreaSet set, ReportFile report) {
    this.set = set;
    this.report = report;
  }

  List<AreaRow> read(String file, Reader text) throws IOException {
    new GeoJsonFile(file).read(text, this::feature);
    return rows;
  }

  private void feature(Feature feature) {
    String name = first(feature.properties(), set.fields().name());
    if (name == null) {
      reject(
          feature,
          null,
          "missing_name",
          "none of " + String.join(", ", set.fields().name()));
      return;
    }
    try {
      add(feature, name, GeoJsonShape.area(feature.geometry()));
    } catch (Unusable e) {
      reject(feature, name, e.reason(), e.detail());
    }
  }

  private void add(Feature feature, String given, Geometry shape) {
    JsonNode properties = feature.properties();
    String prefix = set.fields().prefix() == null ? "" : set.fields().prefix();
    String name = given.startsWith(prefix) ? given : prefix + given;
    String slug = slugs.unique(name);
    if (slug.isEmpty()) {
      reject(feature, name, "missing_name", "the name has no letter and no digit");
      return;
    }
    Integer population = population(properties, set.fields().population());
    boolean synthetic = properties.path("synthetic").asBoolean(false);
    String source = synthetic ? "synthetic" : set.source();
    rows.add(new AreaRow(
        feature.number(),
        slug,
        name,
        first(properties, set.fields().code()),
        population,
        population == null ? null : source,
        new WKBWriter().write(shape)));
  }

  private void reject(
      Feature feature, @Nullable String name, String reason, @Nullable String detail) {
    report.rejected(new Rejection(feature.number(), name, reason, detail));
  }

  /** Residents; null where no property holds a count. */
  static @Nullable Integer population(JsonNode properties, List<String> names) {
    String text = first(properties, names);
    try {
      return text == null ? null : Math.toIntExact(Math.round(Double.parseDouble(text)));
    } catch (NumberFormatException | ArithmeticException e) {
      return null;
    }
  }

  /** The first property that has a value; whole numbers without a decimal point. */
  static @Nullable String first(JsonNode properties, List<String> names) {
    for (String name : names) {
      JsonNode value = properties.path(name);
      if (value.isNumber()) {
        double number = value.doubleValue();
        return number == Math.rint(number) && Math.abs(number) < 1e15
            ? Long.toString((long) number)
            : value.asText();
      }
      String text = value.isTextual() ? FieldReader.tidy(value.asText()) : "";
      if (!text.isEmpty()) {
        return text;
      }
    }
    return null;
  }
}
