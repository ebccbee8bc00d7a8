package org.lamplight.release;

import static org.lamplight.fault.Fault.invalid;
import static org.lamplight.fault.Fault.require;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lamplight.fault.Fault;
import org.lamplight.http.Params;

/**
 * Which counts of a release are asked for: all combinations of its areas, periods and groups, in the order of the release.
 *
 * @param areas of one unit
 * @param periods of one grain
 */
public record CountsQuestion(
    Unit unit, List<PublicArea> areas, List<Period> periods, List<PublicGroup> groups) {

  /** The parameters that it is read from. */
  public static final List<String> NAMES = List.of("unit", "area", "grain", "period", "group");

  /** Reads the parameters; what is absent means all, of the smallest unit and by month. */
  public static CountsQuestion parse(Params params, Published release) {
    Unit unit = params
        .find("unit")
        .map(id -> release
            .unit(id)
            .orElseThrow(() -> invalid("unit: must be one of " + ids(release.units(), Unit::id))))
        .orElse(release.units().get(0));
    List<PublicArea> areas = chosen(
        "area",
        params,
        release.areas(unit.id()),
        PublicArea::slug,
        "is no area of " + unit.id() + " with counts of its own");
    List<PublicGroup> groups = chosen(
        "group",
        params,
        release.groups(),
        PublicGroup::id,
        "is none of " + ids(release.groups(), PublicGroup::id));
    return new CountsQuestion(unit, areas, periods(params, release), groups);
  }

  private static List<Period> periods(Params params, Published release) {
    TreeSet<Period> named = new TreeSet<>();
    for (String text : params.list("period")) {
      Period period = Period.find(text)
          .orElseThrow(() -> invalid("period: is written 2024-05, 2024-Q2 or 2024"));
      require(
          release.periods().holds(period),
          "period: release " + release.number() + " does not hold " + text);
      named.add(period);
    }
    Grain grain = params.find("grain").map(CountsQuestion::grain).orElse(null);
    if (named.isEmpty()) {
      return release.periods().of(grain == null ? Grain.MONTH : grain);
    }
    Grain of = named.first().grain();
    require(
        named.stream().allMatch(period -> period.grain() == of),
        "period: months, quarters and years are asked for one at a time");
    require(grain == null || grain == of, "grain: differs from that of period");
    return List.copyOf(named);
  }

  private static Grain grain(String id) {
    for (Grain grain : Grain.values()) {
      if (grain.id().equals(id)) {
        return grain;
      }
    }
    throw Fault.invalid("grain: must be one of month, quarter, year");
  }

  private static <T> List<T> chosen(
      String name, Params params, List<T> all, Function<T, String> id, String otherwise) {
    List<String> named = params.list(name);
    if (named.isEmpty()) {
      return all;
    }
    for (String one : named) {
      require(
          all.stream().anyMatch(item -> id.apply(item).equals(one)),
          name + ": '" + one + "' " + otherwise);
    }
    return all.stream().filter(item -> named.contains(id.apply(item))).toList();
  }

  private static <T> String ids(List<T> items, Function<T, String> id) {
    return items.stream().map(id).collect(Collectors.joining(", "));
  }

  public int rows() {
    return areas.size() * periods.size() * groups.size();
  }

  /** Two questions with the same key have the same answer. */
  String key() {
    return unit.id() + "|" + ids(areas, PublicArea::slug) + "|" + ids(periods, Period::id) + "|"
        + ids(groups, PublicGroup::id);
  }
}
