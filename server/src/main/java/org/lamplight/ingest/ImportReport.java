package org.lamplight.ingest;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one file ended: read = accepted + flagged + rejected; of the loaded ones inserted + updated + unchanged.
 *
 * @param run number of the import, for {@code import undo}; null when nothing was recorded because the file was refused
 * @param sameAs earlier import of the same bytes, when this one changed nothing
 * @param reasons count of rows by flag, by reason of rejection, and by unmapped code ("unmapped:999")
 * @param refused why nothing was loaded
 */
public record ImportReport(
    @Nullable Integer run,
    @Nullable Integer sameAs,
    long read,
    long accepted,
    long flagged,
    long rejected,
    long inserted,
    long updated,
    long unchanged,
    Map<String, Long> reasons,
    @Nullable String refused) {

  public ImportReport {
    if (read != accepted + flagged + rejected) {
      throw new IllegalStateException("rows do not add up: read " + read + ", accepted " + accepted
          + ", flagged " + flagged + ", rejected " + rejected);
    }
    reasons = Map.copyOf(reasons);
  }

  /** The report of one file; a refused one loaded nothing. */
  static ImportReport of(
      @Nullable Integer run,
      @Nullable Integer same,
      StagedCounts counts,
      ReportFile report,
      @Nullable String refused) {
    boolean loaded = refused == null;
    return new ImportReport(
        run,
        same,
        counts.accepted() + counts.flagged() + report.rejected(),
        counts.accepted(),
        counts.flagged(),
        report.rejected(),
        loaded ? counts.inserted() : 0,
        loaded ? counts.updated() : 0,
        loaded ? counts.unchanged() : 0,
        report.reasons(),
        refused);
  }

  /** A run that has only begun. */
  static ImportReport started(int run) {
    return new ImportReport(run, null, 0, 0, 0, 0, 0, 0, 0, Map.of(), null);
  }

  /** Nothing read yet. */
  public static ImportReport empty() {
    return new ImportReport(null, null, 0, 0, 0, 0, 0, 0, 0, Map.of(), null);
  }

  /** The totals of two files together. */
  public ImportReport plus(ImportReport other) {
    Map<String, Long> sum = new TreeMap<>(reasons);
    other.reasons.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
    return new ImportReport(
        other.run,
        other.sameAs,
        read + other.read,
        accepted + other.accepted,
        flagged + other.flagged,
        rejected + other.rejected,
        inserted + other.inserted,
        updated + other.updated,
        unchanged + other.unchanged,
        sum,
        refused == null ? other.refused : refused);
  }

  /** The totals as one line of JSON. */
  public String json() {
    return "{\"read\":" + read + ",\"accepted\":" + accepted + ",\"flagged\":" + flagged
        + ",\"rejected\":" + rejected + ",\"updated\":" + updated + ",\"unchanged\":" + unchanged
        + "}";
  }
}
