package org.lamplight.city;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.IncidentFormat.Column;

/**
 * The layout of a city's program-site files, CSV or GeoJSON (whose properties count as columns).
 *
 * @param id name of the layout, for messages
 * @param required headers (normalised) that a file must have to be of this layout
 * @param missing texts that mean "no value" beside the blank
 * @param fields where each field of a site stands; keys are those of {@link Field}
 * @param programs programs as the file names them; a name that is not listed must be a known program's slug
 */
public record SiteFormat(
    String id,
    List<String> required,
    List<String> missing,
    Map<Field, Column> fields,
    List<Program> programs) {

  /** The fields of a site that a file can give. */
  public enum Field {
    PROGRAM,
    SITE,
    SITE_TYPE,
    ADDRESS,
    LON,
    LAT,
    GEOMETRY,
    PLACE_PRECISION,
    PLACE_SOURCE,
    STATUS,
    OPENED,
    OPENED_PRECISION,
    CLOSED,
    LISTED_YEARS,
    SEASON_FROM,
    SEASON_UNTIL,
    WEEKDAYS,
    HOURS_FROM,
    HOURS_UNTIL,
    SCHEDULE_NOTE,
    NOTE,
    SOURCE
  }

  /**
   * A program that a file names in its own words.
   *
   * @param match the file's words for it
   * @param sign sign on the map
   * @param constants values of fields that every site of the program has and the file does not give, such as its season
   */
  public record Program(
      String match,
      String slug,
      Text name,
      @Nullable String operator,
      @Nullable String description,
      String sign,
      @Nullable String source,
      Map<Field, String> constants) {}
}
