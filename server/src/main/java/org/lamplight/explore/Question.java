package org.lamplight.explore;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamplight.filter.Condition;
import org.lamplight.incident.IncidentParameters;

/**
 * A filter split by what it is about, so that the counts of a dimension can leave out that dimension's own filter.
 *
 * @param base what every count holds: shapes, filter text, what the reader may see
 * @param own the filter of each dimension that has one
 * @param areaSets area sets that the filter of areas names
 * @param aoristic whether incidents are spread over the span in which they occurred
 */
public record Question(
    Condition base, Map<Dimension, Condition> own, List<String> areaSets, boolean aoristic) {

  /** What counts are listed by. */
  public enum Dimension {
    OFFENCE,
    ORIGIN,
    TIME,
    HOURS,
    WEEKDAYS,
    AREA,
    FLAGS,
    FIREARM;

    /** The dimension that a parameter filters; empty for one that every count holds. */
    static Optional<Dimension> of(String parameter) {
      return Optional.ofNullable(
          switch (parameter) {
            case "offence", "group", "code", "codeLabel" -> OFFENCE;
            case "origin" -> ORIGIN;
            case "datetime", "occurredFrom" -> TIME;
            case "hours", "hour" -> HOURS;
            case "weekdays", "weekday" -> WEEKDAYS;
            case "area" -> AREA;
            case "flags" -> FLAGS;
            case "firearm" -> FIREARM;
            default -> null;
          });
    }
  }

  public Question {
    own = Map.copyOf(own);
    areaSets = List.copyOf(areaSets);
  }

  /** Sorts the parameters by their dimension and reads them. */
  public static Question parse(Map<String, String> parameters, IncidentParameters reader) {
    String clock = parameters.getOrDefault("clock", "start");
    require(clock.equals("start") || clock.equals("aoristic"), "clock: must be start or aoristic");
    Map<Dimension, Condition> own = new EnumMap<>(Dimension.class);
    Map<String, String> rest = new LinkedHashMap<>();
    parameters.forEach((name, value) -> {
      Optional<Dimension> dimension = Dimension.of(name);
      if (dimension.isPresent()) {
        own.merge(dimension.get(), reader.one(name, value), Condition::and);
      } else if (!name.equals("clock")) {
        rest.put(name, value);
      }
    });
    String area = parameters.get("area");
    return new Question(
        reader.parse(rest), own, area == null ? List.of() : sets(area), clock.equals("aoristic"));
  }

  private static List<String> sets(String area) {
    List<String> sets = new ArrayList<>();
    Arrays.stream(area.split(",", -1))
        .filter(part -> part.indexOf(':') > 0)
        .forEach(part -> sets.add(part.substring(0, part.indexOf(':'))));
    return sets;
  }

  /** All of it. */
  Condition whole() {
    Condition all = base;
    for (Dimension dimension : Dimension.values()) {
      Condition filter = own.get(dimension);
      all = filter == null ? all : all.and(filter);
    }
    return all;
  }
}
