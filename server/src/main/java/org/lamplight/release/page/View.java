package org.lamplight.release.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lamplight.fault.Fault;
import org.lamplight.http.Params;
import org.lamplight.release.Grain;
import org.lamplight.release.Period;
import org.lamplight.release.PublicGroup;
import org.lamplight.release.Published;
import org.lamplight.release.Unit;

/**
 * What the city's page shows of a release; every view is a link.
 *
 * @param unit neighborhoods or districts
 */
public record View(Unit unit, PublicGroup group, Period period, Measure measure) {

  /** What colours and numbers stand for. */
  enum Measure {
    COUNT,
    RATE;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads the parameters; what is absent is the widest view of the newest year. INVALID names what the release has not. */
  public static View of(Params params, Published release) {
    Unit unit = params
        .find("unit")
        .map(id -> release
            .unit(id)
            .filter(known -> known.level() != Unit.Level.CITY)
            .orElseThrow(() -> Fault.invalid("unit: must be one of the release's units of areas")))
        .orElseGet(() -> release.units().get(0));
    return new View(unit, group(params, release), period(params, release), measure(params));
  }

  /** The group that the parameters name, or the one to begin with: the second of the list, after homicide. */
  static PublicGroup group(Params params, Published release) {
    List<PublicGroup> groups = release.groups();
    return params
        .find("group")
        .map(id -> release
            .group(id)
            .orElseThrow(() -> Fault.invalid("group: must be one of the release's groups")))
        .orElseGet(() -> groups.stream().filter(g -> !g.exact()).findFirst().orElse(groups.get(0)));
  }

  private static Period period(Params params, Published release) {
    Optional<String> asked = params.find("period");
    if (asked.isPresent()) {
      return Period.find(asked.get())
          .filter(release.periods()::holds)
          .orElseThrow(() ->
              Fault.invalid("period: must be a month, quarter or year of the release, such as "
                  + release.lastMonth()));
    }
    for (Grain grain : List.of(Grain.YEAR, Grain.QUARTER)) {
      List<Period> periods = release.periods().of(grain);
      if (!periods.isEmpty()) {
        return periods.get(periods.size() - 1);
      }
    }
    return Period.of(release.lastMonth());
  }

  private static Measure measure(Params params) {
    return switch (params.find("measure").orElse("count")) {
      case "count" -> Measure.COUNT;
      case "rate" -> Measure.RATE;
      default -> throw Fault.invalid("measure: must be count or rate");
    };
  }

  View with(Unit other) {
    return new View(other, group, period, measure);
  }

  View with(PublicGroup other) {
    return new View(unit, other, period, measure);
  }

  View with(Period other) {
    return new View(unit, group, other, measure);
  }

  View with(Measure other) {
    return new View(unit, group, period, other);
  }

  /** Its link, on the city's page. */
  String link(Visit visit) {
    return visit.cityLink(
        "/public",
        "group",
        group.id(),
        "period",
        period.id(),
        "measure",
        measure.id(),
        "unit",
        unit.id());
  }
}
