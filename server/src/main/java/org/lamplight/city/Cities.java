package org.lamplight.city;

import java.util.List;
import org.lamplight.fault.Fault;

/** The cities that the server serves, in the order of their names in paths. */
public record Cities(List<City> all) {

  public Cities {
    all = List.copyOf(all);
  }

  /** The city of that name in paths; MISSING when there is none. */
  public City get(String slug) {
    return all.stream()
        .filter(city -> city.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> Fault.missing("there is no city '" + slug + "'"));
  }
}
