package org.lamplight.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lamplight.area.AreaStore;
import org.lamplight.city.City;
import org.lamplight.city.CityStore;
import org.lamplight.fault.Fault;
import org.lamplight.http.Caller;
import org.lamplight.http.Role;
import org.lamplight.incident.IncidentStore;
import org.lamplight.incident.Incidents;
import org.lamplight.program.ProgramStore;
import org.lamplight.program.SiteStore;

/** The collections of each city, as far as a caller may see them. */
public final class Catalog {

  /** Where the features come from. */
  public record Sources(
      CityStore cities,
      AreaStore areas,
      SiteStore sites,
      ProgramStore programs,
      IncidentStore incidentStore,
      Incidents incidents) {}

  /** What is worked out once for a data version. */
  private record Known(long version, List<AreaStore.SetExtent> sets, SiteStore.Extent sites) {}

  private final Sources sources;
  private final IncidentSurveys surveys = new IncidentSurveys();
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  public Catalog(Sources sources) {
    this.sources = sources;
  }

  /** The collections that the caller may see, incidents first. */
  public List<Items> list(City city, Caller caller) {
    List<Items> all = new ArrayList<>();
    if (caller.may(Role.ANALYST)) {
      all.add(incidents(city));
    }
    Known present = known(city);
    for (AreaStore.SetExtent set : inOrder(city, present.sets())) {
      all.add(new AreaItems(city, sources.areas(), set, present.version()));
    }
    all.add(new ProgramItems(city, sources.programs(), present.sites(), present.version()));
    all.add(new SiteItems(city, sources.sites(), present.sites(), present.version()));
    return List.copyOf(all);
  }

  /** The collection of that id; what the caller may not see does not exist. */
  public Items get(City city, Caller caller, String id) {
    if (id.equals(IncidentItems.ID) && caller.may(Role.ANALYST)) {
      return incidents(city);
    }
    return list(city, Caller.ANYBODY).stream()
        .filter(items -> items.description().id().equals(id))
        .findFirst()
        .orElseThrow(() -> Fault.missing("there is no such collection"));
  }

  private Items incidents(City city) {
    Incidents.Loaded loaded = sources.incidents().at(city);
    return new IncidentItems(city, sources.incidentStore(), loaded, surveys.of(city, loaded));
  }

  /** The profile's order; sets that it does not know stand last. */
  private static List<AreaStore.SetExtent> inOrder(City city, List<AreaStore.SetExtent> sets) {
    List<AreaStore.SetExtent> ordered = new ArrayList<>();
    city.profile()
        .areaSets()
        .forEach(
            set -> sets.stream().filter(have -> have.set().equals(set.id())).forEach(ordered::add));
    sets.stream().filter(set -> !ordered.contains(set)).forEach(ordered::add);
    return ordered;
  }

  private Known known(City city) {
    long version = sources.cities().dataVersion(city);
    Known present = Optional.ofNullable(known.get(city.slug()))
        .filter(k -> k.version() == version)
        .orElse(null);
    if (present != null) {
      return present;
    }
    Known fresh = new Known(version, sources.areas().sets(city), sources.sites().extent(city));
    known.put(city.slug(), fresh);
    return fresh;
  }
}
