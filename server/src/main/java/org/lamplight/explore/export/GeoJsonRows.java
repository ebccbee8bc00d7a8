package org.lamplight.explore.export;

import static org.lamplight.http.JsonWriter.bytes;

import java.io.OutputStream;
import java.util.List;
import org.lamplight.http.JsonWriter;
import org.lamplight.incident.Incident;

/** Incidents as one GeoJSON feature collection in longitude and latitude; one without a place has no geometry. */
final class GeoJsonRows implements RowWriter {

  private final List<Column> columns;
  private final List<byte[]> names;
  private final JsonWriter json;
  private boolean first = true;

  GeoJsonRows(OutputStream out, List<Column> columns) {
    this.columns = columns;
    this.names =
        columns.stream().map(column -> bytes("\"" + column.name() + "\":")).toList();
    this.json = new JsonWriter(out);
    json.raw(bytes("{\"type\":\"FeatureCollection\",\"features\":["));
  }

  @Override
  public void write(Incident incident) {
    json.raw(bytes(first ? "\n{\"type\":\"Feature\",\"id\":" : ",\n{\"type\":\"Feature\",\"id\":"));
    first = false;
    json.number(incident.id()).raw(bytes(",\"geometry\":"));
    if (incident.place()) {
      json.raw(bytes("{\"type\":\"Point\",\"coordinates\":["))
          .decimal(incident.x(), 7)
          .one(',')
          .decimal(incident.y(), 7)
          .raw(bytes("]}"));
    } else {
      json.rawText(null);
    }
    json.raw(bytes(",\"properties\":{"));
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        json.one(',');
      }
      json.raw(names.get(i));
      value(columns.get(i).value().apply(incident));
    }
    json.raw(bytes("}}"));
  }

  private void value(@org.jspecify.annotations.Nullable Object value) {
    if (value instanceof Long number) {
      json.number(number);
    } else if (value instanceof Boolean truth) {
      json.bool(truth);
    } else {
      json.string((String) value);
    }
  }

  @Override
  public void end() {
    json.raw(bytes("\n]}\n"));
    json.flush();
  }
}
