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
 */
public record ImportRequest(
    City city,
    ImportKind kind,
    String source,
    @Nullable String areaSet,
    @Nullable Path report,
    double maxRejected,
    String byWhom) {

  public ImportRequest {
    Fault.require(
        maxRejected >= 0 && maxRejected <= 1, "max-rejected: must be a share between 0 and 1");
    Fault.require(
        areaSet == null || city.profile().findAreaSet(areaSet).isPresent(),
        "set: " + city.slug() + " has no area set " + areaSet);
    Fault.require(
        kind != ImportKind.AREAS || areaSet != null, "set: say which area set the file holds");
  }

  /** A request with the usual limits and no report. */
  public static ImportRequest of(City city, ImportKind kind, String source) {
    return new ImportRequest(city, kind, source, null, null, 0.2, "command line");
  }

  public ImportRequest withAreaSet(@Nullable String set) {
    return new ImportRequest(city, kind, source, set, report, maxRejected, byWhom);
  }

  public ImportRequest withReport(@Nullable Path path) {
    return new ImportRequest(city, kind, source, areaSet, path, maxRejected, byWhom);
  }
}
