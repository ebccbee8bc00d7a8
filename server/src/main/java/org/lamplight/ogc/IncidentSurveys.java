package org.lamplight.ogc;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lamplight.city.City;
import org.lamplight.geo.BBox;
import org.lamplight.incident.IncidentIndex;
import org.lamplight.incident.Incidents;

/** Where and when the incidents of each city lie, worked out once for a data version. */
final class IncidentSurveys {

  /** What is worked out. */
  record Survey(long version, Extent extent) {}

  private final Map<String, Survey> known = new ConcurrentHashMap<>();

  /** Until the index has been read: the profile's box, and no times. */
  Survey of(City city, Incidents.Loaded loaded) {
    Optional<IncidentIndex> index = loaded.index();
    if (index.isEmpty()) {
      Extent extent = new Extent(Optional.of(city.profile().extent()), null, null);
      return new Survey(loaded.version(), extent);
    }
    return known.compute(
        city.slug(),
        (slug, old) -> old != null && old.version() == loaded.version()
            ? old
            : new Survey(loaded.version(), measure(index.get())));
  }

  private static Extent measure(IncidentIndex index) {
    double west = Double.POSITIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int row = 0; row < index.size(); row++) {
      if (index.hasPlace(row)) {
        west = Math.min(west, index.lon(row));
        south = Math.min(south, index.lat(row));
        east = Math.max(east, index.lon(row));
        north = Math.max(north, index.lat(row));
      }
      first = Math.min(first, index.second(row));
      last = Math.max(last, index.second(row));
    }
    Optional<BBox> box =
        west <= east ? Optional.of(new BBox(west, south, east, north)) : Optional.empty();
    return first > last
        ? Extent.UNKNOWN
        : new Extent(box, Instant.ofEpochSecond(first), Instant.ofEpochSecond(last));
  }
}
