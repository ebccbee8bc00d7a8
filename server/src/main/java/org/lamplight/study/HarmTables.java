package org.lamplight.study;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.change.HarmWeights;
import org.lamplight.city.City;
import org.lamplight.city.CityProfiles;
import org.lamplight.fault.Fault;

/** The weights of harm that stand beside the cities' profiles. */
public final class HarmTables {

  private final Map<String, HarmWeights> byCity = new HashMap<>();

  /** Reads them once; a table with a fault stops the start with its file. A city may have none. */
  public HarmTables(@Nullable Path folder, List<City> cities) {
    for (City city : cities) {
      CityProfiles.beside(folder, city.slug(), "harm-weights.csv")
          .ifPresent(csv -> byCity.put(city.slug(), parsed(city.slug(), csv)));
    }
  }

  private static HarmWeights parsed(String slug, String csv) {
    try {
      return HarmWeights.parse(csv);
    } catch (Fault fault) {
      throw new Fault(fault.kind(), slug + "/harm-weights.csv: " + fault.sentence(), fault);
    }
  }

  Optional<HarmWeights> of(City city) {
    return Optional.ofNullable(byCity.get(city.slug()));
  }
}
