package org.lamplight.explore.view;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.change.CountChange;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.city.OfficialTotals;
import org.lamplight.filter.Condition;
import org.lamplight.http.Body;
import org.lamplight.http.Caching;
import org.lamplight.http.Caller;
import org.lamplight.http.Media;
import org.lamplight.http.Params;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.http.Views;
import org.lamplight.incident.Incidents;

/** Repeat addresses and the share that few of them hold; what has no place; what is loaded of what the source says there is. */
public final class PlacesRoutes {

  private static final int LISTED = 50;
  private static final int MOST_LISTED = 500;
  private static final double[] SHARES = {0.01, 0.05, 0.1, 0.2, 0.5};
  private final Cities cities;
  private final Incidents incidents;
  private final CountedStore counted;
  private final Views views;

  public PlacesRoutes(Cities cities, Incidents incidents, CountedStore counted, Views views) {
    this.cities = cities;
    this.incidents = incidents;
    this.counted = counted;
    this.views = views;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/cities/{city}/addresses", Role.ANALYST, this::addresses),
        Route.get("/cities/{city}/missing-places", Role.ANALYST, this::missing),
        Route.get("/cities/{city}/reconciliation", Role.ANALYST, this::reconciliation));
  }

  private void addresses(Context ctx) {
    Asked asked = asked(ctx, List.of("limit", "before"));
    int limit = asked.params().atMost("limit", LISTED, 1, MOST_LISTED);
    Condition condition = asked.data().parameters().parse(asked.filter());
    Optional<Condition> before = asked
        .params()
        .find("before")
        .map(dates -> asked.data().parameters().parse(asked.with("datetime", dates)));
    views.incidents(ctx, "addresses", asked.params());
    List<Counted.Address> rows = counted.addresses(asked.city(), condition, limit);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("dataVersion", asked.data().version());
    answer.put("incidents", rows.isEmpty() ? 0 : rows.get(0).total());
    answer.put("addresses", rows.isEmpty() ? 0 : rows.get(0).addresses());
    answer.put("curve", curve(rows));
    answer.put(
        "rows",
        rows(asked, before, rows.stream().filter(row -> row.rank() <= limit).toList()));
    send(ctx, answer);
  }

  /** Which share of the incidents the busiest share of the addresses holds. */
  private static List<Map<String, Object>> curve(List<Counted.Address> rows) {
    List<Map<String, Object>> curve = new ArrayList<>();
    for (double share : SHARES) {
      for (Counted.Address row : rows) {
        if (row.rank() == (long) Math.ceil(row.addresses() * share)) {
          curve.add(Map.of(
              "addresses",
              share,
              "count",
              row.rank(),
              "incidents",
              (double) row.running() / row.total()));
        }
      }
    }
    return curve;
  }

  private List<Map<String, @Nullable Object>> rows(
      Asked asked, Optional<Condition> before, List<Counted.Address> rows) {
    Map<String, Long> earlier = before
        .map(condition -> counted.counts(
            asked.city(), condition, rows.stream().map(Counted.Address::address).toList()))
        .orElse(Map.of());
    List<Map<String, @Nullable Object>> documents = new ArrayList<>();
    for (Counted.Address row : rows) {
      Map<String, @Nullable Object> document = new LinkedHashMap<>();
      document.put("address", row.address());
      document.put("count", row.count());
      if (before.isPresent()) {
        long then = earlier.getOrDefault(row.address(), 0L);
        CountChange.Result change = CountChange.of(CountChange.Parameters.of(row.count(), then));
        document.put("before", then);
        document.put("z", ChangeRows.round(change.z()));
        document.put("flagged", change.flagged());
      }
      document.put("share", (double) row.running() / row.total());
      document.put("lon", row.lon());
      document.put("lat", row.lat());
      documents.add(document);
    }
    return documents;
  }

  private void missing(Context ctx) {
    Asked asked = asked(ctx, List.of());
    Condition condition = asked.data().parameters().parse(asked.filter());
    views.incidents(ctx, "missing-places", asked.params());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("dataVersion", asked.data().version());
    answer.put("counts", counted.missing(asked.city(), condition));
    answer.put("piles", counted.piles(asked.city(), condition));
    send(ctx, answer);
  }

  private void reconciliation(Context ctx) {
    City city = city(ctx);
    Params.of(ctx, List.of());
    Map<Integer, Long> loaded = new LinkedHashMap<>();
    counted.years(city).forEach(year -> loaded.put(year.year(), year.count()));
    List<Map<String, Object>> official = new ArrayList<>();
    OfficialTotals totals = city.profile().officialTotals();
    if (totals != null) {
      totals
          .years()
          .forEach((year, count) -> official.add(Map.of(
              "year",
              year,
              "official",
              count,
              "loaded",
              loaded.getOrDefault(year, 0L),
              "source",
              totals.source())));
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("dataVersion", incidents.at(city).version());
    answer.put("years", loaded);
    answer.put("official", official);
    answer.put("runs", counted.runs(city));
    send(ctx, answer);
  }

  private Asked asked(Context ctx, List<String> others) {
    Incidents.Loaded data = incidents.latest(city(ctx)).seenBy(Caller.of(ctx).seesSensitive());
    return Asked.of(Params.of(ctx, Asked.known(others)), data, others);
  }

  private City city(Context ctx) {
    return cities.get(ctx.pathParam("city"));
  }

  private static void send(Context ctx, Object answer) {
    ctx.header("Cache-Control", Caching.NEVER);
    Body.json(ctx, Media.JSON, answer);
  }
}
