package org.lamplight.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;
import org.lamplight.fault.Fault;

/** A GeoJSON feature collection, one feature in memory at a time. */
final class GeoJsonFile {

  private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(64).build())
          .build())
      .build();

  private final String name;

  GeoJsonFile(String name) {
    this.name = name;
  }

  /** A feature and its number in the file, from 1. */
  record Feature(long number, JsonNode properties, JsonNode geometry) {}

  void read(Reader text, Consumer<Feature> told) throws IOException {
    try (JsonParser parser = JSON.getFactory().createParser(text)) {
      Fault.require(
          parser.nextToken() == JsonToken.START_OBJECT, name + ": is not a GeoJSON object");
      boolean features = false;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        features |= member(parser, told);
      }
      Fault.require(features, name + ": is no GeoJSON FeatureCollection: it has no features");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw Fault.invalid(name + ": is not GeoJSON, or is cut short, at line " + line);
    }
  }

  private boolean member(JsonParser parser, Consumer<Feature> told) throws IOException {
    String field = parser.currentName();
    JsonToken value = parser.nextToken();
    if (field.equals("features") && value == JsonToken.START_ARRAY) {
      long number = 0;
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        JsonNode feature = JSON.readTree(parser);
        told.accept(new Feature(++number, feature.path("properties"), feature.path("geometry")));
      }
      return true;
    }
    JsonNode other = JSON.readTree(parser);
    if (field.equals("crs")) {
      checkCrs(other);
    }
    return false;
  }

  private void checkCrs(JsonNode crs) {
    String text = crs.path("properties").path("name").asText("CRS84");
    Fault.require(
        text.endsWith("CRS84") || text.endsWith("4326"),
        name + ": is in " + text + "; save it in longitude and latitude (EPSG:4326)");
  }
}
