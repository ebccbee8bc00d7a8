package org.lamplight.explore;

import static org.lamplight.fault.Fault.require;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.geo.BBox;
import org.lamplight.http.Body;
import org.lamplight.http.Caching;
import org.lamplight.http.Caller;
import org.lamplight.http.Media;
import org.lamplight.http.Params;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.http.Views;
import org.lamplight.incident.IncidentParameters;
import org.lamplight.incident.Incidents;

/** Linked counts of the filtered incidents for the map and its charts. */
public final class ExploreRoutes {

  private static final List<String> KNOWN = known();
  private final Cities cities;
  private final Incidents incidents;
  private final Views views;
  private final Explorer explorer = new Explorer();

  public ExploreRoutes(Cities cities, Incidents incidents, Views views) {
    this.cities = cities;
    this.incidents = incidents;
    this.views = views;
  }

  public List<Route> routes() {
    return List.of(Route.get("/cities/{city}/explore", Role.ANALYST, this::explore));
  }

  private static List<String> known() {
    List<String> names = new ArrayList<>(List.of("bbox", "zoom", "clock", "datetime"));
    names.addAll(IncidentParameters.NAMES);
    return List.copyOf(names);
  }

  private void explore(Context ctx) {
    City city = cities.get(ctx.pathParam("city"));
    Params params = Params.of(ctx, KNOWN);
    View view = new View(
        params.has("bbox") ? box(params.list("bbox")) : city.profile().extent(),
        params.atMost("zoom", 11, 0, 22));
    Incidents.Loaded data = incidents.latest(city).seenBy(Caller.of(ctx).seesSensitive());
    Map<String, String> filter = new LinkedHashMap<>();
    for (String name : params.names()) {
      if (!name.equals("bbox") && !name.equals("zoom")) {
        filter.put(name, params.find(name).orElseThrow());
      }
    }
    Question question = Question.parse(filter, data.parameters());
    views.incidents(ctx, "explore", params);
    Body.json(
        ctx.header("Cache-Control", Caching.NEVER),
        Media.JSON,
        explorer.answer(data, question, view));
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
