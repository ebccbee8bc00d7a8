package org.lamplight.city;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layout of a city's incident files: which column holds what, and how dates, times and places are written.
 *
 * @param id name of the layout, for messages
 * @param required headers (normalised) that a file must have to be of this layout
 * @param missing texts that mean "no value" beside the blank, such as NA
 * @param label the source's words for the code
 * @param occurredTo latest possible moment, where the source gives a span
 * @param firearm any match of any rule says that a firearm was used
 */
public record IncidentFormat(
    String id,
    List<String> required,
    List<String> missing,
    Column record,
    Column code,
    @Nullable Column label,
    Moment occurredFrom,
    @Nullable Moment occurredTo,
    @Nullable Moment reportedOn,
    Place place,
    @Nullable Column address,
    @Nullable Column premises,
    @Nullable Column weapon,
    @Nullable Column status,
    @Nullable Column beat,
    List<Values> firearm) {

  /**
   * Where a value stands.
   *
   * @param columns normalised headers tried in order; the first with a value is taken
   * @param pad width to which the value is filled with zeros on the left; none when absent
   * @param constant the value when no column has one
   */
  public record Column(
      List<String> columns, @Nullable Integer pad, @Nullable String constant) {}

  /**
   * A moment in one or two columns.
   *
   * @param datePatterns {@link java.time.format.DateTimeFormatter} patterns tried in order; their time of day counts only when
   *     there is no time column
   * @param time a column of its own for the time of day
   * @param timePatterns patterns of the time column
   * @param zone how the moment is to be read; local unless said otherwise
   * @param placeholders times of day (HH:mm) that a source writes when it does not know
   */
  public record Moment(
      Column date,
      List<String> datePatterns,
      @Nullable Column time,
      List<String> timePatterns,
      @Nullable Zone zone,
      List<String> placeholders) {}

  /** How a written moment becomes an instant. */
  public enum Zone {
    /** Wall clock of the city. */
    LOCAL,
    /** Universal time. */
    UTC,
    /** The text carries its own offset. */
    OFFSET
  }

  /**
   * Two coordinate columns or one geometry column.
   *
   * @param geometry WKT, EWKB in hex, GeoJSON or "(lat, lon)", told apart by how it begins
   * @param defaults coordinates that the source writes when it does not know the place
   */
  public record Place(
      @Nullable Column lon,
      @Nullable Column lat,
      @Nullable Column geometry,
      List<LonLat> defaults) {}

  /** A point in degrees. */
  public record LonLat(double lon, double lat) {}

  /** A column and those of its values that match. */
  public record Values(Column column, List<String> values) {}
}
