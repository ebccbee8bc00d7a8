package org.lamplight.release;

import org.jspecify.annotations.Nullable;

/**
 * An area as a release froze it.
 *
 * @param unit id of its unit
 * @param population residents; null where unknown
 * @param district slug of the district that holds it; null for districts, the city, and what lies in no district
 * @param listed whether it has counts of its own; a neighborhood of few residents has none and is counted within its district
 * @param outline simplified, as GeoJSON in CRS84; null for {@link #WITHOUT_PLACE}
 */
public record PublicArea(
    String unit,
    String slug,
    String name,
    @Nullable Integer population,
    @Nullable String district,
    boolean listed,
    @Nullable String outline) {

  /** Slug of the row, beside the districts, of records whose place lies in no neighborhood or is not known. */
  public static final String WITHOUT_PLACE = "without-place";

  /** The name in tables: unit and slug. */
  public String key() {
    return unit + "/" + slug;
  }
}
