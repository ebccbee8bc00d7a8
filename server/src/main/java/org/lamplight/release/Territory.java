package org.lamplight.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lamplight.disclosure.Hierarchy;
import org.lamplight.fault.Fault;

/** The areas of a release in their order, and how the smaller make up the larger. */
final class Territory {

  private final List<PublicArea> areas;
  private final Hierarchy hierarchy;

  private Territory(List<PublicArea> areas, Hierarchy hierarchy) {
    this.areas = List.copyOf(areas);
    this.hierarchy = hierarchy;
  }

  /** An area of the city's layers. */
  record SourceArea(
      int id,
      String slug,
      String name,
      @Nullable Integer population,
      @Nullable String outline) {}

  /**
   * What a territory is made of.
   *
   * @param membership district of each neighborhood, by slug; a neighborhood without one lies directly in the city
   * @param before the release before, whose choice of what is listed stands; null before the first
   */
  record Sources(
      List<SourceArea> neighborhoods,
      List<SourceArea> districts,
      Map<String, String> membership,
      @Nullable Published before) {}

  /**
   * The territory of the city.
   *
   * <p>A district has the residents of its neighborhoods, as far as they are known, so that a rate's count and residents are of
   * the same ground. One of fewer than the least residents is no unit: it would show what its neighborhoods may not.
   */
  static Territory of(Sources from, List<Unit> units, PublicArea city) {
    String smallest = unit(units, Unit.Level.NEIGHBORHOOD);
    String middle = unit(units, Unit.Level.DISTRICT);
    Map<String, Integer> residents = residents(from);
    List<PublicArea> areas = new ArrayList<>();
    for (SourceArea area : from.neighborhoods()) {
      String district = from.membership().get(area.slug());
      boolean kept = district != null && isUnit(from, middle, district, residents);
      areas.add(new PublicArea(
          smallest,
          area.slug(),
          area.name(),
          area.population(),
          kept ? district : null,
          isListed(from, area),
          area.outline()));
    }
    for (SourceArea area : from.districts()) {
      if (isUnit(from, middle, area.slug(), residents)) {
        areas.add(new PublicArea(
            middle,
            area.slug(),
            area.name(),
            residents.get(area.slug()),
            null,
            true,
            area.outline()));
      }
    }
    areas.add(new PublicArea(
        middle, PublicArea.WITHOUT_PLACE, "No place in a neighborhood", null, null, true, null));
    areas.add(city);
    return new Territory(areas, hierarchy(areas));
  }

  private static Map<String, Integer> residents(Sources from) {
    Map<String, Integer> residents = new HashMap<>();
    for (SourceArea area : from.neighborhoods()) {
      String district = from.membership().get(area.slug());
      if (district != null && area.population() != null) {
        residents.merge(district, area.population(), Integer::sum);
      }
    }
    return residents;
  }

  private static boolean isUnit(
      Sources from, String unit, String district, Map<String, Integer> residents) {
    Published before = from.before();
    return before == null
        ? residents.getOrDefault(district, 0) >= Facts.Rules.PRESENT.leastResidents()
        : before.area(unit, district).isPresent();
  }

  private static boolean isListed(Sources from, SourceArea area) {
    Published before = from.before();
    return before == null
        ? area.population() != null && area.population() >= Facts.Rules.PRESENT.leastResidents()
        : before.unlisted().stream().noneMatch(u -> u.slug().equals(area.slug()));
  }

  private static String unit(List<Unit> units, Unit.Level level) {
    return units.stream()
        .filter(unit -> unit.level() == level)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static Hierarchy hierarchy(List<PublicArea> areas) {
    int city = areas.size() - 1;
    Map<String, Integer> districts = new HashMap<>();
    for (int i = 0; i < city; i++) {
      if (areas.get(i).district() == null) {
        districts.put(areas.get(i).unit() + "/" + areas.get(i).slug(), i);
      }
    }
    String unit = areas.get(city - 1).unit();
    int[] parents = new int[areas.size()];
    for (int i = 0; i < city; i++) {
      String district = areas.get(i).district();
      parents[i] =
          district == null ? city : Objects.requireNonNull(districts.get(unit + "/" + district));
    }
    parents[city] = -1;
    return Hierarchy.of(parents);
  }

  List<PublicArea> areas() {
    return areas;
  }

  Hierarchy hierarchy() {
    return hierarchy;
  }

  /** The areas that are no sums: neighborhoods, and the row without a place. */
  boolean isLeaf(int area) {
    return hierarchy.isLeaf(area);
  }

  /** CONFLICT when the areas are others than those of the release before, in whose place they would be published. */
  void requireSameAs(Published before) {
    if (!shape(before.everyArea()).equals(shape(areas))) {
      throw new Fault(
          Fault.Kind.CONFLICT,
          "the areas have changed since release " + before.number()
              + ": counts over other areas cannot be published beside its counts");
    }
  }

  private static Set<String> shape(List<PublicArea> areas) {
    return areas.stream()
        .map(area -> area.key() + " in " + area.district())
        .collect(Collectors.toSet());
  }
}
