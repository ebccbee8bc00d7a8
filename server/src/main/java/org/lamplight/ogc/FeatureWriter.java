package org.lamplight.ogc;

import static org.lamplight.http.JsonWriter.bytes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.http.JsonWriter;

/**
 * Writes features as GeoJSON, at most so many; one more that is offered says that another page follows. A feature is
 * {@code accept}ed, then its properties are written each by its {@link #name}, then it is {@code end}ed.
 */
final class FeatureWriter {

  private static final byte[] BEGIN = bytes("{\"type\":\"Feature\",\"id\":");
  private static final byte[] GEOMETRY = bytes(",\"geometry\":");
  private static final byte[] PROPERTIES = bytes(",\"properties\":{");
  private static final byte[] COMMA_LINE = bytes(",\n");
  private final JsonWriter out;
  private final int limit;
  private int written;
  private boolean more;
  private boolean first;
  private String lastText = "";
  private long lastNumber = -1;

  FeatureWriter(JsonWriter out, int limit) {
    this.out = out;
    this.limit = limit;
  }

  /** A property's name as ready bytes. */
  static byte[] name(String property) {
    return bytes("\"" + property + "\":");
  }

  /** Begins a feature, unless the page is full: then it is only noted that more follow. */
  boolean accept() {
    if (written == limit) {
      more = true;
      return false;
    }
    if (written++ > 0) {
      out.raw(COMMA_LINE);
    }
    first = true;
    out.raw(BEGIN);
    return true;
  }

  /** The id and a geometry that is GeoJSON already. */
  FeatureWriter head(String id, @Nullable String geometry) {
    lastText = id;
    out.string(id).raw(GEOMETRY).rawText(geometry).raw(PROPERTIES);
    return this;
  }

  /** The number that is the id; the caller writes the geometry between this and {@link #properties}. */
  JsonWriter head(long id) {
    lastNumber = id;
    return out.number(id).raw(GEOMETRY);
  }

  void properties() {
    out.raw(PROPERTIES);
  }

  private JsonWriter named(byte[] name) {
    if (!first) {
      out.one(',');
    }
    first = false;
    return out.raw(name);
  }

  FeatureWriter text(byte[] name, @Nullable String value) {
    named(name).string(value);
    return this;
  }

  FeatureWriter number(byte[] name, long value) {
    named(name).number(value);
    return this;
  }

  FeatureWriter integer(byte[] name, @Nullable Integer value) {
    if (value == null) {
      named(name).rawText(null);
    } else {
      named(name).number(value);
    }
    return this;
  }

  FeatureWriter decimal(byte[] name, double value, int decimals) {
    named(name).decimal(value, decimals);
    return this;
  }

  FeatureWriter truth(byte[] name, boolean value) {
    named(name).bool(value);
    return this;
  }

  FeatureWriter date(byte[] name, @Nullable LocalDate value) {
    named(name).date(value);
    return this;
  }

  FeatureWriter instant(byte[] name, @Nullable Instant value) {
    named(name).instant(value);
    return this;
  }

  /** Several properties as ready bytes, names included. */
  FeatureWriter ready(byte[] properties) {
    named(properties);
    return this;
  }

  FeatureWriter integers(byte[] name, List<Integer> values) {
    named(name).one('[');
    for (int i = 0; i < values.size(); i++) {
      (i == 0 ? out : out.one(',')).number(values.get(i));
    }
    out.one(']');
    return this;
  }

  FeatureWriter texts(byte[] name, List<String> values) {
    named(name).one('[');
    for (int i = 0; i < values.size(); i++) {
      (i == 0 ? out : out.one(',')).string(values.get(i));
    }
    out.one(']');
    return this;
  }

  /** Ends the properties; the brace of the feature is left to {@link #close}, so that a single one can carry links. */
  FeatureWriter end() {
    out.one('}');
    return this;
  }

  void close() {
    out.one('}');
  }

  PageEnd pageEnd() {
    String last = lastNumber < 0 ? lastText : Long.toString(lastNumber);
    return new PageEnd(written, more ? Optional.of(last) : Optional.empty());
  }
}
