package org.lamplight.ogc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.http.BaseUrl;
import org.lamplight.http.Body;
import org.lamplight.http.Caching;
import org.lamplight.http.Caller;
import org.lamplight.http.Media;
import org.lamplight.http.Negotiation;
import org.lamplight.http.Params;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.http.Views;

/** OGC API Features of each city. */
public final class FeaturesRoutes {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<Media> DOCUMENT = List.of(Media.JSON, Media.HTML);
  private static final List<Media> FEATURES = List.of(Media.GEOJSON, Media.HTML);
  private static final List<Media> API = List.of(Link.OPENAPI, Media.HTML);
  private static final List<Media> SCHEMA = List.of(Link.SCHEMA, Media.HTML);
  private static final List<String> ONLY_FORMAT = List.of("f");

  /** Most features of a page for people. */
  private static final int MOST_IN_HTML = 1_000;

  private final Cities cities;
  private final Catalog catalog;
  private final Views views;

  public FeaturesRoutes(Cities cities, Catalog catalog, Views views) {
    this.cities = cities;
    this.catalog = catalog;
    this.views = views;
  }

  /** Open to everybody; a collection above the caller's role does not exist for him. */
  public List<Route> routes() {
    String root = "/cities/{city}";
    return List.of(
        Route.get(root, Role.PUBLIC, this::landing),
        Route.get(root + "/conformance", Role.PUBLIC, this::conformance),
        Route.get(root + "/api", Role.PUBLIC, this::api),
        Route.get(root + "/collections", Role.PUBLIC, this::collections),
        Route.get(root + "/collections/{id}", Role.PUBLIC, this::collection),
        Route.get(root + "/collections/{id}/queryables", Role.PUBLIC, this::queryables),
        Route.get(root + "/collections/{id}/items", Role.PUBLIC, this::items),
        Route.get(root + "/collections/{id}/items/{fid}", Role.PUBLIC, this::item));
  }

  private City city(Context ctx) {
    return cities.get(ctx.pathParam("city"));
  }

  private Items collectionOf(Context ctx, City city) {
    String id = ctx.pathParam("id");
    if (id.equals(IncidentItems.ID) && !Caller.of(ctx).may(Role.ANALYST)) {
      views.refused(ctx, "collection " + id);
    }
    return catalog.get(city, Caller.of(ctx), id);
  }

  private static Addresses at(Context ctx, City city) {
    return Addresses.of(BaseUrl.of(ctx), city);
  }

  private void landing(Context ctx) {
    City city = city(ctx);
    Addresses at = at(ctx, city);
    send(
        ctx,
        DOCUMENT,
        () -> new Documents(city, at).landing(),
        () -> new Pages(city, at).landing());
  }

  private void conformance(Context ctx) {
    City city = city(ctx);
    Addresses at = at(ctx, city);
    send(
        ctx,
        DOCUMENT,
        () -> new Documents(city, at).conformance(),
        () -> new Pages(city, at).conformance());
  }

  private void api(Context ctx) {
    City city = city(ctx);
    Addresses at = at(ctx, city);
    Map<String, Object> document = OpenApi.document(city, at, catalog.list(city, Caller.of(ctx)));
    send(ctx, API, () -> document, () -> new Pages(city, at).api(MAPPER.valueToTree(document)));
  }

  private void collections(Context ctx) {
    City city = city(ctx);
    Addresses at = at(ctx, city);
    List<Items> all = catalog.list(city, Caller.of(ctx));
    send(
        ctx,
        DOCUMENT,
        () -> new Documents(city, at).collections(all),
        () -> new Pages(city, at).collections(all));
  }

  private void collection(Context ctx) {
    City city = city(ctx);
    Addresses at = at(ctx, city);
    Items items = collectionOf(ctx, city);
    send(
        ctx,
        DOCUMENT,
        () -> new Documents(city, at).collection(items),
        () -> new Pages(city, at).collection(items));
  }

  private void queryables(Context ctx) {
    City city = city(ctx);
    Addresses at = at(ctx, city);
    Items.Description described = collectionOf(ctx, city).description();
    send(
        ctx,
        SCHEMA,
        () -> new Documents(city, at).queryables(described),
        () -> new Pages(city, at).queryables(described));
  }

  /** A small document; its validator is its content, as it depends on the caller and on the data of all collections. */
  private static void send(
      Context ctx,
      List<Media> offered,
      Supplier<Map<String, Object>> document,
      Supplier<byte[]> page) {
    Media media = Negotiation.choose(ctx, Params.of(ctx, ONLY_FORMAT), offered);
    byte[] body = media.equals(Media.HTML) ? page.get() : json(document.get());
    String lifetime = Caller.of(ctx).isAnybody() ? Caching.REVALIDATE : Caching.NEVER;
    if (!Caching.answered(ctx, Caching.etagOf(body), lifetime)) {
      Body.send(ctx, media.type(), body);
    }
  }

  private static byte[] json(Map<String, Object> document) {
    try {
      return MAPPER.writeValueAsBytes(document);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void items(Context ctx) throws IOException {
    City city = city(ctx);
    Items items = collectionOf(ctx, city);
    Params params = Params.of(ctx, ItemsRequest.names(items.description()));
    Media media = Negotiation.choose(ctx, params, FEATURES);
    ItemsRequest request = ItemsRequest.parse(params, items, city);
    noteView(ctx, items, params);
    if (unchanged(ctx, items, params, media, request.crs())) {
      return;
    }
    FeatureCollections writer = new FeatureCollections(at(ctx, city), items);
    long matched = items.count(request.condition());
    if (media.equals(Media.HTML)) {
      ByteArrayOutputStream page = new ByteArrayOutputStream();
      writer.write(request.withAtMost(MOST_IN_HTML), params, media, matched, page);
      Pages pages = new Pages(city, at(ctx, city));
      Body.send(
          ctx, media.type(), pages.items(items.description(), MAPPER.readTree(page.toByteArray())));
    } else {
      Body.stream(ctx, media.type(), out -> writer.write(request, params, media, matched, out));
    }
  }

  private void item(Context ctx) throws IOException {
    City city = city(ctx);
    Items items = collectionOf(ctx, city);
    Params params = Params.of(ctx, List.of("f", "crs"));
    Media media = Negotiation.choose(ctx, params, FEATURES);
    Crs crs = params.find("crs").map(uri -> Crs.get(city, "crs", uri)).orElse(Crs.CRS84);
    String id = ctx.pathParam("fid");
    ByteArrayOutputStream feature = new ByteArrayOutputStream();
    FeatureCollections writer = new FeatureCollections(at(ctx, city), items);
    if (!FeatureId.isOne(id) || !writer.writeOne(id, crs, params, media, feature)) {
      throw Fault.missing("there is no such feature");
    }
    noteView(ctx, items, params.with("id", id));
    if (unchanged(ctx, items, params, media, crs)) {
      return;
    }
    byte[] body = media.equals(Media.HTML)
        ? new Pages(city, at(ctx, city))
            .item(items.description(), MAPPER.readTree(feature.toByteArray()))
        : feature.toByteArray();
    Body.send(ctx, media.type(), body);
  }

  private void noteView(Context ctx, Items items, Params params) {
    if (items.description().id().equals(IncidentItems.ID)) {
      views.incidents(ctx, IncidentItems.ID, params);
    }
  }

  private static boolean unchanged(Context ctx, Items items, Params params, Media media, Crs crs) {
    ctx.header("Content-Crs", "<" + crs.uri() + ">");
    Caller caller = Caller.of(ctx);
    String etag = Caching.etag(
        items.version(),
        BaseUrl.of(ctx),
        ctx.path(),
        params.query(),
        media.type(),
        caller.roles(),
        caller.seesSensitive());
    return Caching.answered(ctx, etag, caller.isAnybody() ? Caching.REVALIDATE : Caching.NEVER);
  }
}
