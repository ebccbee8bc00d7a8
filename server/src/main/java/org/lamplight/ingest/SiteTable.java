package org.lamplight.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;
import org.lamplight.ingest.GeoJsonFile.Feature;

/** A small file of sites or programs, all rows in memory: CSV, or GeoJSON whose properties count as columns. */
record SiteTable(Header header, List<Row> rows) {

  private static final int MOST = 100_000;

  static SiteTable read(RawFile file) throws IOException {
    BufferedReader text = new BufferedReader(TextDecoder.of(file.name(), file.unpacked()), 1 << 16);
    text.mark(1 << 12);
    int first = text.read();
    while (first >= 0 && Character.isWhitespace(first)) {
      first = text.read();
    }
    text.reset();
    return first == '{' ? geoJson(file.name(), text) : csv(file.name(), text);
  }

  private static SiteTable csv(String name, BufferedReader text) throws IOException {
    try (CsvTable table = CsvTable.of(name, text)) {
      List<Row> rows = new ArrayList<>();
      while (table.hasNext()) {
        rows.add(table.next());
        limit(name, rows.size());
      }
      return new SiteTable(table.header(), rows);
    }
  }

  private static void limit(String name, int rows) {
    Fault.require(rows <= MOST, name + ": has more than " + MOST + " rows; is it a file of sites?");
  }

  private static SiteTable geoJson(String name, BufferedReader text) throws IOException {
    List<Feature> features = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    new GeoJsonFile(name).read(text, feature -> {
      features.add(feature);
      limit(name, features.size());
      feature.properties().fieldNames().forEachRemaining(names::add);
    });
    List<String> columns = List.copyOf(names);
    List<Row> rows = new ArrayList<>();
    features.forEach(feature -> rows.add(new FeatureRow(feature, columns)));
    return new SiteTable(new Header(columns), rows);
  }

  /** The geometry of a row that has one of its own; null in a CSV file. */
  static @Nullable JsonNode geometry(Row row) {
    return row instanceof FeatureRow own && own.feature.geometry().isObject()
        ? own.feature.geometry()
        : null;
  }

  private record FeatureRow(Feature feature, List<String> columns) implements Row {
    @Override
    public long line() {
      return feature.number();
    }

    @Override
    public int width() {
      return columns.size();
    }

    @Override
    public @Nullable String field(int column) {
      return AreaReader.first(feature.properties(), List.of(columns.get(column)));
    }
  }
}
