package org.lamplight.explore;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lamplight.area.AreaStore;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.city.CityProfile;
import org.lamplight.city.CityStore;
import org.lamplight.city.Offence;
import org.lamplight.geo.BBox;
import org.lamplight.http.Body;
import org.lamplight.http.Caching;
import org.lamplight.http.Caller;
import org.lamplight.http.Media;
import org.lamplight.http.Params;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.Summary;

/** What the web application needs to know of a city before it asks anything; what incidents say of themselves, for analysts only. */
public final class ProfileRoutes {

  private final Cities cities;
  private final CityStore facts;
  private final AreaStore areas;
  private final Incidents incidents;

  /**
   * The routes.
   *
   * @param facts read with the public's role, as are the areas
   */
  public ProfileRoutes(Cities cities, CityStore facts, AreaStore areas, Incidents incidents) {
    this.cities = cities;
    this.facts = facts;
    this.areas = areas;
    this.incidents = incidents;
  }

  public List<Route> routes() {
    return List.of(Route.get("/cities/{city}/profile", Role.PUBLIC, this::profile));
  }

  private void profile(Context ctx) {
    City city = cities.get(ctx.pathParam("city"));
    Params.of(ctx, List.of());
    CityProfile profile = city.profile();
    BBox extent = profile.extent();
    Caller caller = Caller.of(ctx);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("slug", city.slug());
    answer.put("name", profile.name());
    answer.put("timeZone", profile.zone().getId());
    answer.put("extent", List.of(extent.west(), extent.south(), extent.east(), extent.north()));
    answer.put("synthetic", facts.isSynthetic(city));
    answer.put("source", profile.source());
    answer.put("areaSets", areaSets(city));
    answer.put("groups", groups(profile, caller.seesSensitive()));
    answer.put("incidents", caller.may(Role.ANALYST) ? summary(city, caller) : null);
    Body.json(ctx.header("Cache-Control", Caching.NEVER), Media.JSON, answer);
  }

  private List<Map<String, Object>> areaSets(City city) {
    Map<String, Long> counts = areas.sets(city).stream()
        .collect(Collectors.toMap(AreaStore.SetExtent::set, AreaStore.SetExtent::areas));
    return city.profile().areaSets().stream()
        .map(set -> Map.<String, Object>of(
            "id", set.id(), "title", set.title(), "count", counts.getOrDefault(set.id(), 0L)))
        .toList();
  }

  /** A group all of whose offences are hidden from the caller is hidden too. */
  private static List<Map<String, Object>> groups(CityProfile profile, boolean sensitive) {
    List<Map<String, Object>> groups = new ArrayList<>();
    for (CityProfile.Group group : profile.groups()) {
      List<Map<String, Object>> offences = offences(profile, group.id(), sensitive);
      if (sensitive || !offences.isEmpty()) {
        groups.add(Map.of("id", group.id(), "title", group.title(), "offences", offences));
      }
    }
    return groups;
  }

  private static List<Map<String, Object>> offences(
      CityProfile profile, String group, boolean sensitive) {
    return profile.offences().stream()
        .filter(offence -> offence.group().equals(group))
        .filter(offence -> sensitive || offence.sensitivity() == Offence.Sensitivity.OPEN)
        .map(offence -> Map.<String, Object>of(
            "id",
            offence.id(),
            "title",
            offence.title(),
            "origin",
            offence.origin().id(),
            "sensitivity",
            offence.sensitivity().id()))
        .toList();
  }

  private Map<String, @Nullable Object> summary(City city, Caller caller) {
    Incidents.Loaded seen = incidents.at(city).seenBy(caller.seesSensitive());
    Summary summary = incidents.summary(seen);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("total", summary.total());
    answer.put("withoutPlace", summary.withoutPlace());
    answer.put("from", summary.from());
    answer.put("until", summary.until());
    answer.put(
        "lastImport", summary.lastImport() == null ? null : summary.lastImport().toString());
    answer.put("dataVersion", seen.version());
    return answer;
  }
}
