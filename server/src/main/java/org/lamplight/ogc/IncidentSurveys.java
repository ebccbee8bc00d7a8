package org.lamplight.ogc;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lamplight.city.City;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.Snapshot;

/** Where and when the incidents of each city lie, worked out once for a data version. */
final class IncidentSurveys {

  /** What is worked out. */
  record Survey(long version, Extent extent) {}

  private final Map<String, Survey> known = new ConcurrentHashMap<>();

  /** Until the snapshot is there: the profile's box, and no times. */
  Survey of(City city, Incidents.Loaded loaded) {
    Optional<Snapshot> index = loaded.index();
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

  private static Extent measure(Snapshot snapshot) {
    return snapshot
        .times()
        .map(times -> new Extent(snapshot.bounds(), times[0], times[1]))
        .orElse(Extent.UNKNOWN);
  }
}
