package org.lamplight.explore;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.lamplight.filter.Condition;
import org.lamplight.incident.IncidentParameters;

/**
 * A filter split by what it is about, so that the counts of a dimension can leave out that dimension's own filter.
 *
 * @param offence which offences
 * @param time which dates
 * @param clock which hours and weekdays
 * @param other all else, such as areas
 */
public record Question(Condition offence, Condition time, Condition clock, Condition other) {

  private static final Set<String> OFFENCE = Set.of("offence", "group", "code", "codeLabel");
  private static final Set<String> TIME = Set.of("datetime", "occurredFrom");
  private static final Set<String> CLOCK = Set.of("hours", "weekdays", "hour", "weekday");

  /** Sorts the parameters by their dimension and reads them. */
  public static Question parse(Map<String, String> parameters, IncidentParameters reader) {
    return new Question(
        part(parameters, OFFENCE, true, reader),
        part(parameters, TIME, true, reader),
        part(parameters, CLOCK, true, reader),
        part(
            parameters,
            Set.of(
                "offence",
                "group",
                "code",
                "codeLabel",
                "datetime",
                "occurredFrom",
                "hours",
                "weekdays",
                "hour",
                "weekday"),
            false,
            reader));
  }

  private static Condition part(
      Map<String, String> parameters,
      Set<String> names,
      boolean within,
      IncidentParameters reader) {
    Map<String, String> chosen = new LinkedHashMap<>(parameters);
    chosen.keySet().removeIf(name -> names.contains(name) != within);
    return reader.parse(chosen);
  }
}
