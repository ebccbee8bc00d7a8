package org.lamplight.explore.view;

import static org.lamplight.fault.Fault.require;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.geo.BBox;
import org.lamplight.geo.HexGrid;
import org.lamplight.geo.Projection;
import org.lamplight.http.Body;
import org.lamplight.http.Caching;
import org.lamplight.http.Caller;
import org.lamplight.http.Media;
import org.lamplight.http.Params;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.http.Views;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.Summary;

/** The filtered incidents of one period or area held against another: what is more, or less, than usual. */
public final class CompareRoutes {

  /** Distances between opposite sides of the map's hexagons, metres: wide enough to hold counts that can be judged. */
  private static final double[] SIZES = {250, 500, 1_000, 2_000, 4_000, 8_000};

  private static final int MOST_CELLS = 3_000;
  private final Cities cities;
  private final Incidents incidents;
  private final Views views;

  public CompareRoutes(Cities cities, Incidents incidents, Views views) {
    this.cities = cities;
    this.incidents = incidents;
    this.views = views;
  }

  public List<Route> routes() {
    return List.of(Route.get("/cities/{city}/compare", Role.ANALYST, this::compare));
  }

  private void compare(Context ctx) {
    City city = cities.get(ctx.pathParam("city"));
    Params params = Params.of(ctx, Asked.known(Plan.PARAMETERS));
    Asked asked = Asked.of(
        params, incidents.latest(city).seenBy(Caller.of(ctx).seesSensitive()), Plan.PARAMETERS);
    Summary summary = incidents.summary(asked.data());
    Plan plan = Plan.parse(params, summary);
    String set = params
        .find("set")
        .orElseGet(() -> asked.data().areas().sets().stream().findFirst().orElse(""));
    HexGrid grid = new HexGrid(SIZES[
        Math.max(0, Math.min(SIZES.length - 1, 15 - params.atMost("zoom", 11, 0, 22)))]);
    BBox box = params.has("bbox") ? box(params.list("bbox")) : city.profile().extent();
    views.incidents(ctx, "compare", params);
    Tally tally = Tally.of(asked.data(), Sides.of(asked, plan), grid, box);
    ChangeRows rows = new ChangeRows(plan);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("dataVersion", asked.data().version());
    answer.put("now", period(plan.now()));
    answer.put("before", plan.before().stream().map(CompareRoutes::period).toList());
    answer.put("leftOut", plan.leftOut().stream().map(CompareRoutes::period).toList());
    answer.put("against", plan.against());
    answer.put("total", rows.table(List.of(tally.total())).stream().findFirst().orElse(null));
    answer.put("offences", rows.table(tally.offences()));
    answer.put("set", set);
    answer.put("areas", plan.against() == null ? rows.table(tally.areas(set)) : List.of());
    answer.put("weekdays", rows.table(tally.weekdays()));
    answer.put("hours", rows.table(tally.hours()));
    answer.put("months", UsualMonths.of(tally.months(), summary));
    answer.put("map", map(tally, rows, grid, Projection.of(city.profile().metricSrid())));
    ctx.header("Cache-Control", Caching.NEVER);
    Body.json(ctx, Media.JSON, answer);
  }

  private static Map<String, Object> period(Period period) {
    return Map.of(
        "from",
        period.from().toString(),
        "until",
        period.until().toString(),
        "days",
        period.days());
  }

  private static Map<String, Object> map(
      Tally tally, ChangeRows rows, HexGrid grid, Projection projection) {
    List<Map<String, @Nullable Object>> bins = new ArrayList<>();
    tally.cells().forEach((cell, sides) -> {
      if (bins.size() < MOST_CELLS) {
        bins.add(bin(cell, new ChangeRows.Counts("", sides), rows, grid, projection));
      }
    });
    return Map.of(
        "sizeMetres", grid.across(), "cut", tally.cells().size() > MOST_CELLS, "bins", bins);
  }

  private static Map<String, @Nullable Object> bin(
      long cell, ChangeRows.Counts counts, ChangeRows rows, HexGrid grid, Projection projection) {
    double[] ring = grid.ring(cell);
    projection.toDegrees(ring);
    double[][] pairs = new double[ring.length / 2][];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] =
          new double[] {Math.round(ring[2 * i] * 1e6) / 1e6, Math.round(ring[2 * i + 1] * 1e6) / 1e6
          };
    }
    var change = rows.change(counts);
    Map<String, @Nullable Object> bin = new LinkedHashMap<>();
    bin.put("now", counts.now());
    bin.put("expected", ChangeRows.round(change.expected()));
    bin.put("z", ChangeRows.round(change.z()));
    bin.put("ring", pairs);
    return bin;
  }

  private static BBox box(List<String> numbers) {
    require(numbers.size() == 4, "bbox: four numbers are needed: west,south,east,north");
    double[] edges = new double[4];
    for (int i = 0; i < 4; i++) {
      try {
        edges[i] = Double.parseDouble(numbers.get(i));
      } catch (NumberFormatException e) {
        throw Fault.invalid("bbox: '" + numbers.get(i) + "' is not a number");
      }
      require(Double.isFinite(edges[i]), "bbox: numbers must be finite");
    }
    return new BBox(edges[0], edges[1], edges[2], edges[3]);
  }
}
