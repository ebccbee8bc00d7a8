package org.lamplight.explore.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.city.City;
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

  /** The parameters of a query that holds a filter and these others. */
  static List<String> known(List<String> others) {
    List<String> known = new ArrayList<>(others);
    known.add("datetime");
    known.addAll(IncidentParameters.NAMES);
    return known;
  }

  /** A query with its filter, and incidents as the caller sees them; {@code others} are the parameters that filter nothing. */
  static Asked of(Params params, Incidents.Loaded data, List<String> others) {
    Map<String, String> filter = new LinkedHashMap<>();
    for (String name : params.names()) {
      if (!others.contains(name)) {
        filter.put(name, params.find(name).orElseThrow());
      }
    }
    return new Asked(data.city(), data, params, filter);
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
