package org.lamplight.explore.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lamplight.incident.Incident;

/** Incidents as CSV that a spreadsheet opens without running anything: a text that looks like a formula is one no more. */
final class CsvRows implements RowWriter {

  private final List<Column> columns;
  private final CsvWriter out;

  CsvRows(OutputStream stream, List<Column> columns) {
    this.columns = columns;
    this.out = CsvWriter.builder()
        .build(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
    List<String> head = new ArrayList<>(columns.stream().map(Column::name).toList());
    head.addAll(List.of("lon", "lat"));
    out.writeRecord(head);
  }

  @Override
  public void write(Incident incident) {
    List<String> cells = new ArrayList<>(columns.size() + 2);
    for (Column column : columns) {
      Object value = column.value().apply(incident);
      if (value == null) {
        cells.add("");
      } else {
        cells.add(value instanceof String text ? safe(text) : value.toString());
      }
    }
    cells.add(incident.place() ? degrees(incident.x()) : "");
    cells.add(incident.place() ? degrees(incident.y()) : "");
    out.writeRecord(cells);
  }

  private static String degrees(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  /** The text, with an apostrophe before whatever a spreadsheet would take for the beginning of a formula. */
  static String safe(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
