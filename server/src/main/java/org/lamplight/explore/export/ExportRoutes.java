package org.lamplight.explore.export;

import static org.lamplight.fault.Fault.require;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.city.Cities;
import org.lamplight.city.City;
import org.lamplight.filter.Condition;
import org.lamplight.http.Audit;
import org.lamplight.http.Body;
import org.lamplight.http.Caching;
import org.lamplight.http.Caller;
import org.lamplight.http.Params;
import org.lamplight.http.Role;
import org.lamplight.http.Route;
import org.lamplight.incident.IncidentParameters;
import org.lamplight.incident.IncidentStore;
import org.lamplight.incident.Incidents;

/** The filtered incidents as a file, for analysts who say what for; each export is an entry of the audit trail. */
public final class ExportRoutes {

  private static final int SHORTEST_PURPOSE = 3;
  private static final int LONGEST_PURPOSE = 200;
  private static final List<String> KNOWN = known();
  private final Cities cities;
  private final Incidents incidents;
  private final IncidentStore store;
  private final Audit audit;

  public ExportRoutes(Cities cities, Incidents incidents, IncidentStore store, Audit audit) {
    this.cities = cities;
    this.incidents = incidents;
    this.store = store;
    this.audit = audit;
  }

  public List<Route> routes() {
    return List.of(Route.get("/cities/{city}/export", Role.ANALYST, this::export));
  }

  private static List<String> known() {
    List<String> names = new ArrayList<>(List.of("f", "purpose", "datetime"));
    names.addAll(IncidentParameters.NAMES);
    return List.copyOf(names);
  }

  private void export(Context ctx) {
    City city = cities.get(ctx.pathParam("city"));
    Params params = Params.of(ctx, KNOWN);
    Format format = Format.parse(params.find("f").orElse("csv"));
    String purpose = params.find("purpose").orElse("").strip();
    require(
        purpose.length() >= SHORTEST_PURPOSE && purpose.length() <= LONGEST_PURPOSE,
        "purpose: say in 3 to 200 characters what the export is for");
    boolean sensitive = Caller.of(ctx).seesSensitive();
    Incidents.Loaded loaded = incidents.at(city).seenBy(sensitive);
    Params filter = params.with("f", null).with("purpose", null);
    Condition condition = loaded.parameters().parse(values(filter));
    long count = incidents.count(city, condition);
    if (!Body.isHead(ctx)) {
      audit.write(
          Audit.Deed.done(ctx, "incidents.export", details(filter, format, purpose, count)));
    }
    ctx.header("Cache-Control", Caching.NEVER);
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"" + city.slug() + "-incidents." + format.id + "\"");
    Export export =
        new Export(store, loaded, condition, () -> incidents.at(city).version());
    List<Column> columns = Columns.of(loaded, sensitive);
    Body.stream(ctx, format.type, out -> export.to(out, format, columns, count));
  }

  private static Map<String, String> values(Params params) {
    Map<String, String> values = new LinkedHashMap<>();
    params.names().forEach(name -> values.put(name, params.find(name).orElseThrow()));
    return values;
  }

  private static Map<String, String> details(
      Params filter, Format format, String purpose, long count) {
    return Map.of(
        "format", format.id,
        "filter", filter.query(),
        "area", filter.find("area").orElse("all"),
        "incidents", Long.toString(count),
        "purpose", purpose);
  }
}
