package org.lamplight.explore;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.area.AreaNames;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.city.CityProfile;
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

/** What the web application needs to know of a city before it asks anything. */
public final class ProfileRoutes {

  private final Cities cities;
  private final Incidents incidents;

  public ProfileRoutes(Cities cities, Incidents incidents) {
    this.cities = cities;
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
    Summary summary = incidents.summary(city);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("slug", city.slug());
    answer.put("name", profile.name());
    answer.put("timeZone", profile.zone().getId());
    answer.put("extent", List.of(extent.west(), extent.south(), extent.east(), extent.north()));
    answer.put("synthetic", summary.synthetic());
    answer.put("source", profile.source());
    answer.put("areaSets", areaSets(profile, incidents.at(city).areas()));
    answer.put("groups", groups(profile));
    answer.put(
        "incidents",
        Caller.of(ctx).may(Role.ANALYST) ? summary(summary, incidents.at(city).version()) : null);
    Body.json(ctx.header("Cache-Control", Caching.NEVER), Media.JSON, answer);
  }

  private static List<Map<String, Object>> areaSets(CityProfile profile, AreaNames names) {
    return profile.areaSets().stream()
        .map(set -> Map.<String, Object>of(
            "id",
            set.id(),
            "title",
            set.title(),
            "count",
            names.all().stream().filter(ref -> ref.set().equals(set.id())).count()))
        .toList();
  }

  private static List<Map<String, Object>> groups(CityProfile profile) {
    return profile.groups().stream()
        .map(group -> Map.of(
            "id", group.id(), "title", group.title(), "offences", offences(profile, group.id())))
        .toList();
  }

  private static List<Map<String, Object>> offences(CityProfile profile, String group) {
    return profile.offences().stream()
        .filter(offence -> offence.group().equals(group))
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

  private static Map<String, @Nullable Object> summary(Summary summary, long version) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("total", summary.total());
    answer.put("withoutPlace", summary.withoutPlace());
    answer.put("from", summary.from());
    answer.put("until", summary.until());
    answer.put(
        "lastImport", summary.lastImport() == null ? null : summary.lastImport().toString());
    answer.put("dataVersion", version);
    return answer;
  }
}
