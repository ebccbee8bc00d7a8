package org.lamplight.explore.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.lamplight.fault.Fault;
import org.lamplight.incident.Incidents;

/**
 * What rows count on which side of a comparison.
 *
 * @param rest the filter without dates and areas
 * @param area the filter's areas
 * @param sides now, then each of what it is held against; for two areas they hold the areas, for periods only the dates
 * @param areaSets sets that the area filter names: their own tables ignore it
 */
record Sides(
    IntPredicate rest, IntPredicate area, List<IntPredicate> sides, List<String> areaSets) {

  static Sides of(Asked asked, Plan plan) {
    Incidents.Loaded data = asked.data();
    Map<String, String> onlyArea = new LinkedHashMap<>(asked.filter());
    onlyArea.keySet().retainAll(List.of("area"));
    List<String> sets = List.of(asked.filter().getOrDefault("area", "").split(",", -1)).stream()
        .map(name -> name.replaceFirst(":.*", ""))
        .toList();
    List<IntPredicate> sides = new java.util.ArrayList<>();
    String against = plan.against();
    if (against == null) {
      sides.add(test(data, Map.of("datetime", plan.now().text())));
      plan.before().forEach(period -> sides.add(test(data, Map.of("datetime", period.text()))));
    } else {
      String dates = plan.now().text();
      sides.add(test(data, Map.of("datetime", dates, "area", onlyArea.getOrDefault("area", ""))));
      sides.add(test(data, Map.of("datetime", dates, "area", against)));
    }
    return new Sides(
        test(data, asked.without(List.of("datetime", "area"))),
        against == null ? test(data, onlyArea) : row -> true,
        sides,
        sets);
  }

  private static IntPredicate test(Incidents.Loaded data, Map<String, String> filter) {
    if (data.index().isEmpty()) {
      throw new Fault(Fault.Kind.BUSY, "the incidents are being read after a start or an import");
    }
    return data.test(data.parameters().parse(filter))
        .orElseThrow(() -> Fault.invalid("filter: holds a property that cannot be compared"));
  }
}
