package org.lamplight.ogc;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.city.Text;
import org.lamplight.geo.BBox;
import org.lamplight.http.BaseUrl;
import org.lamplight.http.Body;
import org.lamplight.http.Media;
import org.lamplight.http.Params;
import org.lamplight.http.Role;
import org.lamplight.http.Route;

/** The cities served, and the basemap under them, for the web application. */
public final class CityListRoutes {

  /** The basemap that is set, if any. */
  public record Basemap(String url, String attribution) {}

  private final List<City> cities;
  private final @Nullable Basemap basemap;

  public CityListRoutes(List<City> cities, @Nullable Basemap basemap) {
    this.cities = List.copyOf(cities);
    this.basemap = basemap;
  }

  public List<Route> routes() {
    return List.of(Route.get("/cities", Role.PUBLIC, this::list));
  }

  private void list(Context ctx) {
    Params.of(ctx, List.of("f"));
    String base = BaseUrl.of(ctx);
    List<Object> all = new ArrayList<>();
    cities.forEach(city -> all.add(describe(city, base)));
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put(
        "basemap",
        basemap == null
            ? null
            : Map.of("url", basemap.url(), "attribution", basemap.attribution()));
    document.put("cities", all);
    ctx.header("Cache-Control", "public, no-cache");
    Body.json(ctx, Media.JSON, document);
  }

  private static Map<String, Object> describe(City city, String base) {
    Addresses at = Addresses.of(base, city);
    BBox box = city.profile().extent();
    Text name = city.profile().name();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("slug", city.slug());
    document.put("name", Map.of("en", name.en(), "es", name.es()));
    document.put("extent", List.of(box.west(), box.south(), box.east(), box.north()));
    document.put("timeZone", city.profile().zone().getId());
    document.put(
        "links",
        Documents.links(
            List.of(new Link(at.landing(), "service", Media.JSON.type(), Documents.title(city)))));
    return document;
  }
}
