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

  /**
   * Where features come from, all read with one database role.
   *
   * @param cities the cities' versions
   */
  public record Layers(CityStore cities, AreaStore areas, SiteStore sites, ProgramStore programs) {}

  /** Where incidents come from, for those who may see them. */
  public record IncidentLayer(IncidentStore store, Incidents incidents) {}

  /** What is worked out once for a version of the layers. */
  private record Known(long version, List<AreaStore.SetExtent> sets, SiteStore.Extent sites) {}

  private final Layers published;
  private final Layers all;
  private final IncidentLayer incidents;
  private final IncidentSurveys surveys = new IncidentSurveys();
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /**
   * The catalog.
   *
   * @param published what everybody may see, read with the public's role
   * @param all what staff may see
   */
  public Catalog(Layers published, Layers all, IncidentLayer incidents) {
    this.published = published;
    this.all = all;
    this.incidents = incidents;
  }

  /** The collections that the caller may see, incidents first. */
  public List<Items> list(City city, Caller caller) {
    List<Items> seen = new ArrayList<>();
    if (caller.may(Role.ANALYST)) {
      seen.add(incidents(city, caller));
    }
    seen.addAll(layers(city, caller));
    return List.copyOf(seen);
  }

  /** The collection of that id; what the caller may not see does not exist. */
  public Items get(City city, Caller caller, String id) {
    if (id.equals(IncidentItems.ID) && caller.may(Role.ANALYST)) {
      return incidents(city, caller);
    }
    return layers(city, caller).stream()
        .filter(items -> items.description().id().equals(id))
        .findFirst()
        .orElseThrow(() -> Fault.missing("there is no such collection"));
  }

  private List<Items> layers(City city, Caller caller) {
    Layers layers = caller.may(Role.STAFF) ? all : published;
    Known present = known(city, layers);
    List<Items> seen = new ArrayList<>();
    for (AreaStore.SetExtent set : inOrder(city, present.sets())) {
      seen.add(new AreaItems(city, layers.areas(), set, present.version()));
    }
    seen.add(new ProgramItems(city, layers.programs(), present.sites(), present.version()));
    seen.add(new SiteItems(city, layers.sites(), present.sites(), present.version()));
    return seen;
  }

  private Items incidents(City city, Caller caller) {
    Incidents.Loaded loaded = incidents.incidents().at(city).seenBy(caller.seesSensitive());
    return new IncidentItems(city, incidents.store(), loaded, surveys.of(city, loaded));
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

  private Known known(City city, Layers layers) {
    String key = city.slug() + (layers.equals(published) ? " published" : " all");
    long version = layers.cities().layerVersion(city);
    Known present =
        Optional.ofNullable(known.get(key)).filter(k -> k.version() == version).orElse(null);
    if (present != null) {
      return present;
    }
    Known fresh = new Known(version, layers.areas().sets(city), layers.sites().extent(city));
    known.put(key, fresh);
    return fresh;
  }
}
