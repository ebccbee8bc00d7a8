package org.lamplight.area;

import io.javalin.http.Context;
import java.util.List;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.city.CityStore;
import org.lamplight.fault.Fault;
import org.lamplight.http.BaseUrl;
import org.lamplight.http.Body;
import org.lamplight.http.Caching;
import org.lamplight.http.JsonWriter;
import org.lamplight.http.Media;
import org.lamplight.http.Params;
import org.lamplight.http.Role;
import org.lamplight.http.Route;

/** Outlines of area sets for the map: simplified, and kept by browsers until the data changes. */
public final class AreaRoutes {

  private static final byte[] BEGIN =
      JsonWriter.bytes("{\"type\":\"FeatureCollection\",\"features\":[");
  private static final byte[] FEATURE = JsonWriter.bytes("\n{\"type\":\"Feature\",\"id\":");
  private static final byte[] SLUG = JsonWriter.bytes(",\"properties\":{\"slug\":");
  private static final byte[] NAME = JsonWriter.bytes(",\"name\":");
  private static final byte[] POPULATION = JsonWriter.bytes(",\"population\":");
  private static final byte[] GEOMETRY = JsonWriter.bytes("},\"geometry\":");

  private final Cities cities;
  private final CityStore versions;
  private final AreaStore store;

  public AreaRoutes(Cities cities, CityStore versions, AreaStore store) {
    this.cities = cities;
    this.versions = versions;
    this.store = store;
  }

  public List<Route> routes() {
    return List.of(Route.get("/cities/{city}/outlines/{set}", Role.PUBLIC, this::outlines));
  }

  private void outlines(Context ctx) {
    Params.of(ctx, List.of());
    City city = cities.get(ctx.pathParam("city"));
    String set = ctx.pathParam("set");
    if (city.profile().findAreaSet(set).isEmpty()) {
      throw Fault.missing("there is no such set of areas");
    }
    String etag = Caching.etag(versions.layerVersion(city), BaseUrl.of(ctx), ctx.path());
    if (!Caching.answered(ctx, etag, Caching.REVALIDATE)) {
      List<AreaStore.Outline> outlines = store.outlines(city, set);
      Body.stream(ctx, Media.GEOJSON.type(), out -> write(outlines, new JsonWriter(out)));
    }
  }

  private static void write(List<AreaStore.Outline> outlines, JsonWriter json) {
    json.raw(BEGIN);
    for (int i = 0; i < outlines.size(); i++) {
      AreaStore.Outline outline = outlines.get(i);
      if (i > 0) {
        json.one(',');
      }
      json.raw(FEATURE).string(outline.slug());
      json.raw(SLUG).string(outline.slug());
      json.raw(NAME).string(outline.name()).raw(POPULATION);
      if (outline.population() == null) {
        json.rawText(null);
      } else {
        json.number(outline.population());
      }
      json.raw(GEOMETRY).rawText(outline.geometry()).one('}');
    }
    json.raw(JsonWriter.bytes("\n]}")).flush();
  }
}
