package org.lamplight.ingest;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;

/** A file that somebody sent to be imported, and how far that has come. */
final class Upload implements Progress {

  final String id;
  final City city;
  final Path folder;
  final Path file;
  final String by;
  private volatile String step = "waiting";
  private volatile long rows;
  private volatile long done;
  private volatile long total = -1;
  private volatile @Nullable ImportReport report;
  private volatile @Nullable String failure;

  /** An upload whose files lie in a folder of its own. */
  Upload(String id, City city, Path folder, String name, String by) {
    this.id = id;
    this.city = city;
    this.folder = folder;
    this.file = folder.resolve(name);
    this.by = by;
  }

  Path reportFile() {
    return folder.resolve("rows of the report.csv");
  }

  @Override
  public void at(Step now, long rowsRead, long bytesDone, long bytesTotal) {
    rows = rowsRead;
    done = bytesDone;
    total = bytesTotal;
    // The report stands only once the transaction has ended.
    step = now == Step.DONE ? step : now.name().toLowerCase(java.util.Locale.ROOT);
  }

  void ended(ImportReport result) {
    report = result;
    step = result.refused() == null ? "done" : "refused";
  }

  /** Nothing was loaded, for a reason that the sender can act on, or for none that he can. */
  void failed(String why) {
    failure = why;
    step = "failed";
  }

  /** As the sender sees it. */
  Map<String, @Nullable Object> document() {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("id", id);
    document.put("file", String.valueOf(file.getFileName()));
    document.put("step", step);
    document.put("rows", rows);
    document.put("bytesDone", done);
    document.put("bytesTotal", total);
    document.put("failure", failure);
    ImportReport ended = report;
    document.put("report", ended == null ? null : totals(ended));
    return document;
  }

  private static Map<String, @Nullable Object> totals(ImportReport report) {
    Map<String, @Nullable Object> totals = new LinkedHashMap<>();
    totals.put("run", report.run());
    totals.put("sameAs", report.sameAs());
    totals.put("read", report.read());
    totals.put("accepted", report.accepted());
    totals.put("flagged", report.flagged());
    totals.put("rejected", report.rejected());
    totals.put("inserted", report.inserted());
    totals.put("updated", report.updated());
    totals.put("unchanged", report.unchanged());
    totals.put("reasons", report.reasons());
    totals.put("refused", report.refused());
    return totals;
  }
}
