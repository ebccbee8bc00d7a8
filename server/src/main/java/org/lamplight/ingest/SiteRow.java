package org.lamplight.ingest;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program site as read, before it is stored.
 *
 * @param wkb its place in longitude and latitude, well-known binary
 */
record SiteRow(
    long line,
    String program,
    String slug,
    String name,
    Facts facts,
    Schedule schedule,
    byte @Nullable [] wkb) {

  /** What is known of the site, in words and dates. */
  record Facts(
      @Nullable String siteType,
      @Nullable String address,
      @Nullable String placePrecision,
      @Nullable String placeSource,
      String status,
      @Nullable LocalDate openedOn,
      @Nullable String openedPrecision,
      @Nullable LocalDate closedOn,
      List<Short> listedYears,
      @Nullable String note,
      @Nullable String source) {}

  /** When it opens, as last published. */
  record Schedule(
      @Nullable String seasonFrom,
      @Nullable String seasonUntil,
      List<Short> weekdays,
      @Nullable LocalTime hoursFrom,
      @Nullable LocalTime hoursUntil,
      @Nullable String note) {}
}
