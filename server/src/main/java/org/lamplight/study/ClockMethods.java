package org.lamplight.study;

import static org.lamplight.fault.Fault.invalid;
import static org.lamplight.fault.Fault.require;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.point.Aoristic;
import org.lamplight.analysis.point.ExposureHours;

/** When in the week incidents happen. */
final class ClockMethods {

  private ClockMethods() {}

  static List<Method> all() {
    return List.of(aoristic());
  }

  private static Method aoristic() {
    return new Method(
        "aoristic",
        "Hours of the week (aoristic)",
        "When in the week do incidents happen whose time is known as a span only?",
        new MethodCard(
            "each incident spreads a weight of 1 over its span in proportion to minutes; without an end, or with one before the start, all in its first hour",
            "Ratcliffe 2002",
            "spans of a week and more spread evenly over the 168 hours",
            "30 incidents",
            "It spreads ignorance evenly; long spans flatten every peak."),
        List.of(
            Input.needed("from", "Local date-times such as 2024-01-05T22:30", Schema.texts()),
            Input.optional(
                "until", "Local date-times, null where the end is not known", Schema.texts()),
            Input.optional(
                "leaveOutWeekOrLonger",
                "Whether spans of a week and more are left out",
                Schema.flag(false)),
            Input.optional(
                "dates",
                "First and last local date that the incidents are of, for rates by hour; a layer knows them",
                Schema.texts()),
            Input.optional(
                "zone",
                "Of these dates, such as America/Los_Angeles; UTC where nothing is said",
                Schema.of("string"))),
        List.of(
            Output.of(
                "hourOfWeek", "168 expected counts from Monday 0 h", "incidents", Schema.numbers()),
            Output.of(
                "exposureHours",
                "Hours that each hour of the week had within the dates, changes of clocks heeded; none without dates",
                "hours",
                Schema.numbers()),
            Output.of(
                "perHour",
                "hourOfWeek by exposureHours",
                "incidents per hour",
                Schema.numbersOrNull()),
            Output.number("events", "Incidents that are spread", "incidents"),
            Output.number("withoutEnd", "Of these, without an end", "incidents"),
            Output.number("reversed", "Of these, with an end before the start", "incidents"),
            Output.number("weekOrLonger", "Spans of a week and more", "incidents"),
            Output.number("leftOut", "Incidents that are left out", "incidents")),
        LayerUse.SPANS,
        (values, work) -> aoristic(values));
  }

  private static Outcome aoristic(Values values) {
    boolean whole = values.flag("leaveOutWeekOrLonger", false);
    long[] from = values.minutes("from");
    long[] until = values.minutes("until");
    Aoristic.Result found = from != null && until != null
        ? Aoristic.ofMinutes(from, until, whole)
        : Aoristic.hourOfWeek(spans(values, whole));
    double[] exposure = exposure(values);
    double[] perHour = new double[exposure.length];
    for (int i = 0; i < perHour.length; i++) {
      perHour[i] = exposure[i] > 0 ? found.hourOfWeek()[i] / exposure[i] : Double.NaN;
    }
    return Found.with(values, found.warnings())
        .put("hourOfWeek", found.hourOfWeek())
        .put("exposureHours", exposure)
        .put("perHour", perHour)
        .put("events", found.events())
        .put("withoutEnd", found.withoutEnd())
        .put("reversed", found.reversed())
        .put("weekOrLonger", found.weekOrLonger())
        .put("leftOut", found.leftOut());
  }

  private static double[] exposure(Values values) {
    if (values.ofLayer(LayerSpans.EXPOSURE) instanceof double[] ready) {
      return ready;
    }
    if (!values.has("dates")) {
      return new double[0];
    }
    List<@Nullable String> dates = values.texts("dates");
    require(dates.size() == 2, "dates: must be a pair, the first and the last");
    try {
      return ExposureHours.of(
          LocalDate.parse(String.valueOf(dates.get(0))),
          LocalDate.parse(String.valueOf(dates.get(1))).plusDays(1),
          ZoneId.of(values.has("zone") ? values.node("zone").asText() : "UTC"));
    } catch (DateTimeException e) {
      throw invalid(
          "dates, zone: must be dates such as 2024-01-05 and a zone such as America/Los_Angeles");
    }
  }

  private static Aoristic.Parameters spans(Values values, boolean leaveOut) {
    List<@Nullable String> begin = values.texts("from");
    List<@Nullable String> end = values.has("until") ? values.texts("until") : List.of();
    require(end.isEmpty() || end.size() == begin.size(), "from and until: must be equally long");
    LocalDateTime[] from = new LocalDateTime[begin.size()];
    @Nullable LocalDateTime[] until = new LocalDateTime[begin.size()];
    for (int i = 0; i < from.length; i++) {
      LocalDateTime start = time("from[" + i + "]", begin.get(i));
      if (start == null) {
        throw invalid("from[" + i + "]: a date-time is needed");
      }
      from[i] = start;
      until[i] = end.isEmpty() ? null : time("until[" + i + "]", end.get(i));
    }
    return new Aoristic.Parameters(from, until, leaveOut);
  }

  private static @Nullable LocalDateTime time(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDateTime.parse(text.strip().replace(' ', 'T'));
    } catch (DateTimeException e) {
      throw invalid(name + ": must be a local date-time such as 2024-01-05T22:30, without a zone");
    }
  }
}
