package org.lamplight.ingest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;

/**
 * One file to import.
 *
 * @param source the file; "-" is standard input
 * @param areaSet the area set that an areas file holds, or the one that a population file is to be spread over (all when null)
 * @param report where each flagged and rejected row is written as CSV
 * @param maxRejected share of rejected rows above which nothing is loaded
 * @param byWhom account, or the system user of the command line
 * @param synthetic the rows are made up; so are those of a file whose name begins with "synthetic-"
 */
public record ImportRequest(
    City city,
    ImportKind kind,
    String source,
    @Nullable String areaSet,
    @Nullable Path report,
    double maxRejected,
    String byWhom,
    boolean synthetic) {

  public ImportRequest {
    Fault.require(
        maxRejected >= 0 && maxRejected <= 1, "max-rejected: must be a share between 0 and 1");
    Fault.require(
        areaSet == null || city.profile().findAreaSet(areaSet).isPresent(),
        "set: " + city.slug() + " has no area set " + areaSet);
  }

  /** A request with the usual limits and no report. */
  public static ImportRequest of(City city, ImportKind kind, String source) {
    return new ImportRequest(city, kind, source, null, null, 0.2, "command line", false);
  }

  public ImportRequest withSynthetic(boolean madeUp) {
    return new ImportRequest(city, kind, source, areaSet, report, maxRejected, byWhom, madeUp);
  }

  public ImportRequest withAreaSet(@Nullable String set) {
    return new ImportRequest(city, kind, source, set, report, maxRejected, byWhom, synthetic);
  }

  public ImportRequest withReport(@Nullable Path path) {
    return new ImportRequest(city, kind, source, areaSet, path, maxRejected, byWhom, synthetic);
  }
}
