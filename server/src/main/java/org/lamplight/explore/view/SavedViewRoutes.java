package org.lamplight.explore.view;

import static org.lamplight.fault.Fault.require;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.http.Account;
import org.lamplight.http.Audit;
import org.lamplight.http.Body;
import org.lamplight.http.Caching;
import org.lamplight.http.Caller;
import org.lamplight.http.JsonRequest;
import org.lamplight.http.Media;
import org.lamplight.http.Params;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.incident.Incidents;

/** Views with names and notes, private or shared with the analysts of the city. */
public final class SavedViewRoutes {

  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_NOTE = 2_000;
  private static final int LONGEST_STATE = 4_000;
  private static final Set<String> FIELDS = Set.of("title", "note", "state", "shared", "matched");
  private final Cities cities;
  private final SavedViewStore store;
  private final Incidents incidents;
  private final Audit audit;

  public SavedViewRoutes(Cities cities, SavedViewStore store, Incidents incidents, Audit audit) {
    this.cities = cities;
    this.store = store;
    this.incidents = incidents;
    this.audit = audit;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/cities/{city}/views", Role.ANALYST, this::list),
        Route.post("/cities/{city}/views", Role.ANALYST, this::create),
        Route.get("/cities/{city}/views/{id}", Role.ANALYST, this::one),
        Route.put("/cities/{city}/views/{id}", Role.ANALYST, this::change),
        Route.delete("/cities/{city}/views/{id}", Role.ANALYST, this::delete));
  }

  private void list(Context ctx) {
    City city = city(ctx);
    Account reader = reader(ctx);
    answer(
        ctx,
        Map.of(
            "views",
            store.list(city, reader).stream()
                .map(view -> document(view, reader))
                .toList()));
  }

  private void one(Context ctx) {
    City city = city(ctx);
    Account reader = reader(ctx);
    answer(
        ctx,
        document(store.find(city, reader, id(ctx)).orElseThrow(SavedViewRoutes::missing), reader));
  }

  private void create(Context ctx) {
    City city = city(ctx);
    SavedView view = view(ctx, city);
    audit.write(Audit.Deed.done(ctx, "view.save", details(view)));
    int id = store.insert(city, reader(ctx), view, incidents.at(city).version());
    ctx.status(201);
    one(ctx, city, id);
  }

  private void change(Context ctx) {
    City city = city(ctx);
    int id = id(ctx);
    Account owner = reader(ctx);
    SavedView view = view(ctx, city);
    if (!store.update(city, owner, id, view, incidents.at(city).version())) {
      throw missing();
    }
    audit.write(Audit.Deed.done(ctx, "view.change", details(view)));
    one(ctx, city, id);
  }

  private void delete(Context ctx) {
    City city = city(ctx);
    int id = id(ctx);
    if (!store.delete(city, reader(ctx), id)) {
      throw missing();
    }
    audit.write(Audit.Deed.done(ctx, "view.delete", Map.of("view", Integer.toString(id))));
    ctx.status(204);
  }

  private void one(Context ctx, City city, int id) {
    Account reader = reader(ctx);
    answer(ctx, document(store.find(city, reader, id).orElseThrow(), reader));
  }

  private City city(Context ctx) {
    City city = cities.get(ctx.pathParam("city"));
    Params.of(ctx, List.of());
    return city;
  }

  private static Account reader(Context ctx) {
    Account account = Caller.of(ctx).account();
    if (account == null) {
      throw new IllegalStateException("the gate lets only accounts through");
    }
    return account;
  }

  private static int id(Context ctx) {
    String text = ctx.pathParam("id");
    if (!text.matches("\\d{1,9}")) {
      throw missing();
    }
    return Integer.parseInt(text);
  }

  /** The same for a view that is not there, is somebody's own, or is of another city. */
  private static Fault missing() {
    return Fault.missing("there is no such view");
  }

  private static SavedView view(Context ctx, City city) {
    JsonRequest body = JsonRequest.of(ctx, FIELDS);
    String state = body.text("state", LONGEST_STATE);
    require(
        state.matches("[A-Za-z0-9._:,/=&-]+")
            && List.of(state.split("&", -1)).contains("city=" + city.slug()),
        "state: must be a view of " + city.slug() + ", as the page's address has it");
    return new SavedView(
        body.text("title", LONGEST_TITLE),
        body.text("note", LONGEST_NOTE, ""),
        state,
        body.truth("shared"),
        body.count("matched"));
  }

  private static Map<String, String> details(SavedView view) {
    return Map.of("title", view.title(), "shared", Boolean.toString(view.shared()));
  }

  private static Map<String, @Nullable Object> document(SavedView.Stored stored, Account reader) {
    SavedView view = stored.view();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("id", stored.id());
    document.put("title", view.title());
    document.put("note", view.note());
    document.put("state", view.state());
    document.put("shared", view.shared());
    document.put("mine", stored.owner() == reader.id());
    document.put("by", stored.by());
    document.put("changedAt", stored.changedAt());
    document.put("dataVersion", stored.dataVersion());
    document.put("matched", view.matched().isPresent() ? view.matched().getAsLong() : null);
    return document;
  }

  private static void answer(Context ctx, Object document) {
    ctx.header("Cache-Control", Caching.NEVER);
    Body.json(ctx, Media.JSON, document);
  }
}
