package org.lamplight.explore.export;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lamplight.incident.Incident;

/**
 * A column of an export.
 *
 * @param name as the incidents collection spells it
 * @param value of a row: a String, Long or Boolean by its kind, or null
 */
record Column(String name, Kind kind, Function<Incident, @Nullable Object> value) {

  /** What values a column holds. Moments are texts in UTC as RFC 3339, dates texts such as 2024-01-31. */
  enum Kind {
    TEXT,
    INTEGER,
    TRUTH,
    MOMENT,
    DATE
  }
}
