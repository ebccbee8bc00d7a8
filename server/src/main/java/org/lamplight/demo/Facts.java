package org.lamplight.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the public facts that travel with the program: small CSV files under {@code /demo}. */
final class Facts {

  private Facts() {}

  /** All rows of a file such as {@code los-angeles/sites.csv}. */
  static List<NamedCsvRecord> rows(String path) {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
        .ofNamedCsvRecord(new InputStreamReader(open(path), StandardCharsets.UTF_8))) {
      return rows.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** The file itself, to be copied or read. */
  static InputStream open(String path) {
    InputStream in = Facts.class.getResourceAsStream("/demo/" + path);
    if (in == null) {
      throw new IllegalStateException("the program lacks its fact file " + path);
    }
    return in;
  }

  static double number(NamedCsvRecord row, String field) {
    return Double.parseDouble(row.getField(field));
  }
}
