package org.lamplight.release;

import static org.lamplight.fault.Fault.require;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.http.JsonWriter;

/** Counts of a release as JSON, GeoJSON and CSV: the same rows in the same order. */
final class CountsTables {

  /** A row of GeoJSON carries its outline; more rows than these would carry too many. */
  static final int MOST_FEATURES = 2_000;

  /** The columns, in the order of the CSV. */
  static final List<String> COLUMNS = List.of(
      "unit",
      "area",
      "name",
      "period",
      "group",
      "count",
      "hidden",
      "ratePer1000",
      "usualLow",
      "usualHigh",
      "population",
      "release",
      "synthetic");

  private final Published release;
  private final CountsQuestion question;

  CountsTables(Published release, CountsQuestion question) {
    this.release = release;
    this.question = question;
  }

  /** One row: what is said of an area in a period. */
  record Row(PublicArea area, Period period, PublicGroup group, Cell cell) {}

  private void rows(Consumer<Row> sink) {
    for (PublicArea area : question.areas()) {
      for (Period period : question.periods()) {
        for (PublicGroup group : question.groups()) {
          sink.accept(new Row(area, period, group, release.cell(area, period, group)));
        }
      }
    }
  }

  byte[] json() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonWriter json = new JsonWriter(out);
    head(json).raw(text(",\"unit\":")).string(question.unit().id());
    json.raw(text(",\"rows\":["));
    Commas commas = new Commas(json);
    rows(row -> {
      commas.next();
      json.one('{');
      properties(json, row);
      json.one('}');
    });
    json.raw(text("\n]}\n")).flush();
    return out.toByteArray();
  }

  byte[] geojson() {
    require(
        question.rows() <= MOST_FEATURES,
        "f: geojson repeats the outline in each row and gives at most " + MOST_FEATURES
            + " rows; name a period and a group");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonWriter json = new JsonWriter(out);
    head(json).raw(text(",\"type\":\"FeatureCollection\",\"features\":["));
    Commas commas = new Commas(json);
    rows(row -> {
      commas.next();
      json.raw(text("{\"type\":\"Feature\",\"properties\":{"));
      properties(json, row);
      json.raw(text("},\"geometry\":")).rawText(row.area().outline()).one('}');
    });
    json.raw(text("\n]}\n")).flush();
    return out.toByteArray();
  }

  private JsonWriter head(JsonWriter json) {
    json.raw(text("{\"city\":")).string(release.head().city());
    json.raw(text(",\"release\":")).number(release.number());
    json.raw(text(",\"timeStamp\":")).instant(release.madeAt());
    return json.raw(text(",\"synthetic\":")).bool(release.synthetic());
  }

  private void properties(JsonWriter json, Row row) {
    Cell cell = row.cell();
    json.raw(text("\"unit\":")).string(row.area().unit());
    json.raw(text(",\"area\":")).string(row.area().slug());
    json.raw(text(",\"name\":")).string(row.area().name());
    json.raw(text(",\"period\":")).string(row.period().id());
    json.raw(text(",\"group\":")).string(row.group().id());
    whole(json.raw(text(",\"count\":")), cell.count());
    json.raw(text(",\"hidden\":")).bool(cell.hidden());
    Double rate = cell.ratePer1000();
    json.raw(text(",\"ratePer1000\":"));
    if (rate == null) {
      json.rawText(null);
    } else {
      json.decimal(rate, 1);
    }
    UsualRange usual = cell.usual();
    whole(json.raw(text(",\"usualLow\":")), usual == null ? null : (Integer) usual.low());
    whole(json.raw(text(",\"usualHigh\":")), usual == null ? null : (Integer) usual.high());
    whole(json.raw(text(",\"population\":")), row.area().population());
  }

  private static void whole(JsonWriter json, @Nullable Integer value) {
    if (value == null) {
      json.rawText(null);
    } else {
      json.number(value);
    }
  }

  private static byte[] text(String text) {
    return JsonWriter.bytes(text);
  }

  /** A comma and a new line before each item but the first, which has the line alone. */
  private static final class Commas {
    private final JsonWriter json;
    private boolean first = true;

    Commas(JsonWriter json) {
      this.json = json;
    }

    void next() {
      json.raw(text(first ? "\n" : ",\n"));
      first = false;
    }
  }

  byte[] csv() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvWriter csv =
        CsvWriter.builder().build(new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      csv.writeRecord(COLUMNS);
      rows(row -> csv.writeRecord(cells(row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private List<String> cells(Row row) {
    Cell cell = row.cell();
    UsualRange usual = cell.usual();
    return List.of(
        safe(row.area().unit()),
        safe(row.area().slug()),
        safe(row.area().name()),
        row.period().id(),
        safe(row.group().id()),
        text(cell.count()),
        Boolean.toString(cell.hidden()),
        text(cell.ratePer1000()),
        usual == null ? "" : Integer.toString(usual.low()),
        usual == null ? "" : Integer.toString(usual.high()),
        text(row.area().population()),
        Integer.toString(release.number()),
        Boolean.toString(release.synthetic()));
  }

  private static String text(@Nullable Number value) {
    return value == null ? "" : value.toString();
  }

  /** Text that a spreadsheet will not take for a formula. */
  static String safe(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
