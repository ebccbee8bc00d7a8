package org.lamplight.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;

/** Counts reasons, and writes each flagged and rejected row as a line of CSV where the caller wants that. */
final class ReportFile implements AutoCloseable {

  private final @Nullable CsvWriter out;
  private final Map<String, Long> reasons = new TreeMap<>();
  private long rejected;

  private ReportFile(@Nullable CsvWriter out) {
    this.out = out;
  }

  static ReportFile open(@Nullable Path path) {
    if (path == null) {
      return new ReportFile(null);
    }
    try {
      CsvWriter writer =
          CsvWriter.builder().build(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
      writer.writeRecord("line", "record", "outcome", "reason", "detail");
      return new ReportFile(writer);
    } catch (IOException e) {
      throw Fault.invalid("report: cannot write " + path);
    }
  }

  /** Whether the caller wants each row, and not only the counts. */
  boolean isWritten() {
    return out != null;
  }

  void rejected(Rejection rejection) {
    rejected++;
    count(rejection.reason(), 1);
    line(
        rejection.line(),
        rejection.record(),
        "rejected",
        rejection.reason(),
        rejection.detail() == null ? "" : rejection.detail());
  }

  /** One flagged row; its reasons are counted by the caller. */
  void flagged(long line, @Nullable String record, String flags) {
    line(line, record, "flagged", flags, "");
  }

  void count(String reason, long rows) {
    reasons.merge(reason, rows, Long::sum);
  }

  private void line(
      long line, @Nullable String record, String outcome, String reason, String detail) {
    if (out != null) {
      out.writeRecord(
          Long.toString(line), record == null ? "" : safe(record), outcome, reason, safe(detail));
    }
  }

  /** Keeps a spreadsheet from running what a source wrote. */
  private static String safe(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  long rejected() {
    return rejected;
  }

  Map<String, Long> reasons() {
    return reasons;
  }

  @Override
  public void close() {
    if (out != null) {
      try {
        out.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
