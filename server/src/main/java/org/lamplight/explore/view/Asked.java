package org.lamplight.explore.view;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.city.City;
import org.lamplight.http.Caller;
import org.lamplight.http.Params;
import org.lamplight.incident.IncidentParameters;
import org.lamplight.incident.Incidents;

/**
 * A request about filtered incidents.
 *
 * @param data the incidents as the caller sees them
 * @param params the whole query
 * @param filter its parameters that filter incidents
 */
record Asked(City city, Incidents.Loaded data, Params params, Map<String, String> filter) {

  /** Reads a request whose query holds a filter and these other parameters. */
  static Asked of(Context ctx, City city, Incidents incidents, List<String> others) {
    List<String> known = new ArrayList<>(others);
    known.add("datetime");
    known.addAll(IncidentParameters.NAMES);
    Params params = Params.of(ctx, known);
    Map<String, String> filter = new LinkedHashMap<>();
    for (String name : params.names()) {
      if (!others.contains(name)) {
        filter.put(name, params.find(name).orElseThrow());
      }
    }
    return new Asked(
        city, incidents.at(city).seenBy(Caller.of(ctx).seesSensitive()), params, filter);
  }

  /** The filter with one parameter set. */
  Map<String, String> with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(filter);
    changed.put(name, value);
    return changed;
  }

  /** The filter without some parameters. */
  Map<String, String> without(List<String> names) {
    Map<String, String> changed = new LinkedHashMap<>(filter);
    changed.keySet().removeAll(names);
    return changed;
  }
}
