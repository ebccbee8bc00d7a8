package org.lamplight.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.lamplight.fault.Fault;

/** A CSV file row by row: commas, semicolons or tabs, quoted fields with line breaks in them. */
final class CsvTable implements AutoCloseable {

  private static final int LOOK = 1 << 16;
  private final String name;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> rows;
  private final Header header;

  private CsvTable(String name, CsvReader<CsvRecord> reader) {
    this.name = name;
    this.reader = reader;
    this.rows = reader.iterator();
    Fault.require(hasNext(), name + ": is empty");
    this.header = new Header(rows.next().getFields());
  }

  static CsvTable of(String name, Reader text) throws IOException {
    BufferedReader buffered = new BufferedReader(text, LOOK);
    String start = start(name, buffered);
    CsvReader<CsvRecord> reader = CsvReader.builder()
        .fieldSeparator(separator(start))
        .skipEmptyLines(true)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(buffered);
    return new CsvTable(name, reader);
  }

  private static String start(String name, BufferedReader text) throws IOException {
    text.mark(LOOK);
    char[] head = new char[4096];
    int length = text.read(head, 0, head.length);
    text.reset();
    String start = new String(head, 0, Math.max(0, length)).strip();
    Fault.require(!start.isEmpty(), name + ": is empty");
    Fault.require(
        !start.startsWith("{") && !start.startsWith("["),
        name + ": is JSON, where a CSV file is wanted");
    Fault.require(!start.startsWith("<"), name + ": is HTML or XML, where a CSV file is wanted");
    return start;
  }

  private static char separator(String start) {
    String line = start.lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(line, candidate) > count(line, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String line, char sign) {
    return line.chars().filter(c -> c == sign).count();
  }

  Header header() {
    return header;
  }

  boolean hasNext() {
    try {
      return rows.hasNext();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof Fault fault) {
        throw fault;
      }
      throw Fault.invalid(name + ": cannot be read as CSV: is a quote opened and never closed?");
    } catch (UncheckedIOException e) {
      throw Fault.invalid(name + ": cannot be read to its end");
    }
  }

  Row next() {
    return new CsvRow(rows.next());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private record CsvRow(CsvRecord record) implements Row {
    @Override
    public long line() {
      return record.getStartingLineNumber();
    }

    @Override
    public int width() {
      return record.getFieldCount();
    }

    @Override
    public String field(int column) {
      return record.getField(column);
    }
  }
}
