package org.lamplight.ogc;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.explore.Explorer;
import org.lamplight.explore.MapTile;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Condition;
import org.lamplight.geo.TileAddress;
import org.lamplight.http.BaseUrl;
import org.lamplight.http.Body;
import org.lamplight.http.Caching;
import org.lamplight.http.Caller;
import org.lamplight.http.Media;
import org.lamplight.http.Params;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.http.Views;
import org.lamplight.incident.Incidents;

/** OGC API Tiles of each city's collections: vector tiles of filtered incidents from memory, of areas and sites from the database. */
public final class TilesRoutes {

  /** Kept by the client that asked, asked again each time. */
  private static final String OWN = "private, no-cache";

  /**
   * Where tiles come from.
   *
   * @param published layers as everybody sees them
   * @param all layers as staff see them
   */
  public record Layers(LayerTileStore published, LayerTileStore all) {}

  private final Cities cities;
  private final Catalog catalog;
  private final Incidents incidents;
  private final Layers layers;
  private final Views views;
  private final Explorer explorer;

  public TilesRoutes(
      Cities cities, Catalog catalog, Incidents incidents, Layers layers, Views views) {
    this.cities = cities;
    this.catalog = catalog;
    this.incidents = incidents;
    this.layers = layers;
    this.views = views;
    this.explorer = new Explorer();
  }

  /** Open to everybody; a collection above the caller's role does not exist for him. */
  public List<Route> routes() {
    String root = "/cities/{city}";
    String tiles = root + "/collections/{id}/tiles";
    String scheme = "/" + TileDocuments.SCHEME;
    return List.of(
        Route.get(root + "/tileMatrixSets", Role.PUBLIC, this::schemes),
        Route.get(root + "/tileMatrixSets" + scheme, Role.PUBLIC, this::scheme),
        Route.get(tiles, Role.PUBLIC, this::list),
        Route.get(tiles + scheme, Role.PUBLIC, this::tileset),
        Route.get(tiles + scheme + "/{z}/{y}/{x}", Role.PUBLIC, this::tile));
  }

  private City city(Context ctx) {
    return cities.get(ctx.pathParam("city"));
  }

  private Items collection(Context ctx, City city) {
    String id = ctx.pathParam("id");
    if (id.equals(IncidentItems.ID) && !Caller.of(ctx).may(Role.ANALYST)) {
      views.refused(ctx, "collection " + id);
    }
    Items items = catalog.get(city, Caller.of(ctx), id);
    Fault.require(!id.equals("programs"), "programs have no places; their sites have");
    return items;
  }

  private TileDocuments documents(Context ctx, City city) {
    return new TileDocuments(Addresses.of(BaseUrl.of(ctx), city));
  }

  private void schemes(Context ctx) {
    document(ctx, documents(ctx, city(ctx)).schemes());
  }

  private void scheme(Context ctx) {
    document(ctx, documents(ctx, city(ctx)).scheme());
  }

  private void list(Context ctx) {
    City city = city(ctx);
    document(ctx, documents(ctx, city).list(collection(ctx, city)));
  }

  private void tileset(Context ctx) {
    City city = city(ctx);
    document(ctx, documents(ctx, city).tileset(collection(ctx, city)));
  }

  private static void document(Context ctx, Map<String, Object> document) {
    Params.of(ctx, List.of("f"))
        .find("f")
        .ifPresent(f -> Fault.require(f.equals("json"), "f: must be json"));
    boolean anybody = Caller.of(ctx).isAnybody();
    ctx.header("Cache-Control", anybody ? Caching.REVALIDATE : Caching.NEVER);
    Body.json(ctx, Media.JSON, document);
  }

  private void tile(Context ctx) {
    City city = city(ctx);
    Items items = collection(ctx, city);
    TileAddress tile = address(ctx);
    if (items.description().id().equals(IncidentItems.ID)) {
      incidents(ctx, city, items, tile);
    } else {
      layer(ctx, city, items, tile);
    }
  }

  /** A tile that cannot be does not exist. */
  private static TileAddress address(Context ctx) {
    long[] numbers = new long[3];
    String[] names = {"z", "y", "x"};
    for (int i = 0; i < 3; i++) {
      String text = ctx.pathParam(names[i]);
      numbers[i] = text.matches("\\d{1,10}") ? Long.parseLong(text) : -1;
    }
    if (!TileAddress.exists(numbers[0], numbers[1], numbers[2])) {
      throw Fault.missing("there is no such tile");
    }
    return new TileAddress((int) numbers[0], (int) numbers[1], (int) numbers[2]);
  }

  private void incidents(Context ctx, City city, Items items, TileAddress tile) {
    List<String> names = new ArrayList<>(List.of("datetime", "f"));
    names.addAll(items.description().filters());
    Params params = format(Params.of(ctx, names));
    Caller caller = Caller.of(ctx);
    Incidents.Loaded loaded = incidents.latest(city).seenBy(caller.seesSensitive());
    Map<String, String> filter = new LinkedHashMap<>();
    params.names().forEach(name -> filter.put(name, params.find(name).orElseThrow()));
    Condition condition = items.parse(filter);
    views.incidents(ctx, "tiles", params);
    String etag = Caching.etag(
        loaded.version(), ctx.path(), params.query(), caller.roles(), caller.seesSensitive());
    if (!Caching.answered(ctx, etag, OWN)) {
      MapTile content = explorer.tile(loaded, condition, tile);
      send(ctx, content.isEmpty() ? new byte[0] : IncidentTile.encode(loaded, content, tile));
    }
  }

  private void layer(Context ctx, City city, Items items, TileAddress tile) {
    format(Params.of(ctx, List.of("f")));
    Caller caller = Caller.of(ctx);
    String id = items.description().id();
    String etag = Caching.etag(items.version(), ctx.path(), caller.roles());
    if (!Caching.answered(ctx, etag, caller.isAnybody() ? Caching.REVALIDATE : OWN)) {
      LayerTileStore store = caller.may(Role.STAFF) ? layers.all() : layers.published();
      send(ctx, id.equals(SiteItems.ID) ? store.sites(city, tile) : store.areas(city, id, tile));
    }
  }

  private static Params format(Params params) {
    params.find("f").ifPresent(f -> Fault.require(f.equals("mvt"), "f: must be mvt"));
    return params.with("f", null);
  }

  private static void send(Context ctx, byte[] tile) {
    if (tile.length == 0) {
      ctx.status(204);
    } else {
      Body.send(ctx, TileDocuments.TILE_TYPE, tile);
    }
  }
}
