package org.lamplight.program;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a program works.
 *
 * @param program slug of the program
 * @param closedOn first day on which it no longer ran
 * @param geometry its place as GeoJSON in the CRS that was asked for; null when not known
 */
public record Site(
    String slug,
    String program,
    String programName,
    String name,
    @Nullable String siteType,
    @Nullable String address,
    String status,
    @Nullable LocalDate openedOn,
    @Nullable String openedPrecision,
    @Nullable LocalDate closedOn,
    List<Integer> listedYears,
    Schedule schedule,
    @Nullable String placePrecision,
    @Nullable String placeSource,
    @Nullable String note,
    @Nullable String source,
    List<String> flags,
    @Nullable String geometry) {

  /**
   * When it opens, as last published.
   *
   * @param seasonFrom first day of the season as --MM-DD
   * @param seasonUntil day after the last as --MM-DD
   * @param weekdays ISO weekdays, Monday 1
   * @param hoursFrom local time as HH:MM
   * @param hoursUntil local time as HH:MM; at or before hoursFrom means after midnight
   * @param note the schedule in words
   */
  public record Schedule(
      @Nullable String seasonFrom,
      @Nullable String seasonUntil,
      List<Integer> weekdays,
      @Nullable String hoursFrom,
      @Nullable String hoursUntil,
      @Nullable String note) {}
}
