package org.lamplight.incident;

import static org.lamplight.fault.Fault.require;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.lamplight.area.AreaNames;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.lamplight.filter.Condition;
import org.lamplight.filter.Ecql;
import org.lamplight.filter.FilterSchema;
import org.lamplight.filter.Interval;

/** The filter parameters of incidents, each turned into a condition. */
public final class IncidentParameters {

  /** Parameters that {@link #parse} reads besides {@code datetime}. */
  public static final List<String> NAMES = List.of(
      "area",
      "offence",
      "group",
      "origin",
      "sensitivity",
      "code",
      "codeLabel",
      "hours",
      "weekdays",
      "hour",
      "weekday",
      "firearm",
      "flags",
      "record",
      "address",
      "premises",
      "weapon",
      "status",
      "beat",
      "occurredFrom",
      "occurredTo",
      "reportedOn",
      "id",
      "shape",
      "filter",
      "filter-lang");

  private static final int MOST_SHAPES = 20;

  private final City city;
  private final Taxonomy taxonomy;
  private final AreaNames areas;

  private final Shapes shapes;
  private final FilterSchema schema;
  private final Condition visible;

  IncidentParameters(Incidents.Loaded loaded) {
    this.city = loaded.city();
    this.taxonomy = loaded.taxonomy();
    this.areas = loaded.areas();
    this.visible = loaded.visible();
    this.shapes = loaded.shapes();
    this.schema = new IncidentSchema(loaded);
  }

  /**
   * The condition that all of the parameters ask for, and that the reader may see the incident; those with other names are
   * left to the caller.
   */
  public Condition parse(Map<String, String> parameters) {
    require(
        !parameters.containsKey("filter-lang") || parameters.containsKey("filter"),
        "filter-lang: says nothing without a filter");
    Condition all = visible;
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      all = all.and(one(parameter.getKey(), parameter.getValue()));
    }
    return all;
  }

  /** The condition of one parameter; ALWAYS for a name that is not one of ours. */
  public Condition one(String name, String value) {
    return switch (name) {
      case "datetime" ->
        during("occurredFrom", Interval.parse(value, city.profile().zone()));
      case "occurredFrom", "occurredTo" -> during(name, instant(name, value));
      case "area" -> area(value);
      case "offence" -> codes(offences(value), code -> code.offence().id());
      case "group" -> codes(groups(value), code -> code.offence().group());
      case "origin" ->
        codes(
            oneOf(name, value, List.of("reported", "police_generated", "mixed")),
            code -> code.offence().origin().id());
      case "sensitivity" ->
        codes(
            oneOf(name, value, taxonomy.isWhole() ? List.of("open", "sensitive") : List.of("open")),
            code -> code.offence().sensitivity().id());
      case "code" -> codes(List.of(value), Taxonomy.Code::code);
      case "codeLabel" -> codes(List.of(value), code -> code.label() == null ? "" : code.label());
      case "hours", "hour" -> new Condition.AnyOf("hour", ranges(name, value, 0, 23));
      case "weekdays", "weekday" -> new Condition.AnyOf("weekday", ranges(name, value, 1, 7));
      case "firearm" -> new Condition.AnyOf(name, List.of(truth(name, value)));
      case "flags" -> new Condition.HasBits(name, flag(value));
      case "reportedOn" -> new Condition.AnyOf(name, List.of(date(name, value)));
      case "id" -> new Condition.AnyOf(name, List.of(number(name, value)));
      case "record", "address", "premises", "weapon", "status", "beat" ->
        new Condition.AnyOf(name, List.of(value));
      case "shape" -> shape(value);
      case "filter" -> Ecql.parse(value, schema);
      case "filter-lang" -> language(value);
      default -> Condition.always();
    };
  }

  private Condition shape(String value) {
    List<Condition> any = new ArrayList<>();
    for (String id : value.split(",", -1)) {
      any.add(new Condition.InShape(shapes
          .find(id)
          .orElseThrow(() -> Fault.invalid("shape: there is no '"
              + id.substring(0, Math.min(40, id.length())) + "', or it has expired"))));
    }
    require(any.size() <= MOST_SHAPES, "shape: more than 20 shapes are named");
    return any.size() == 1 ? any.get(0) : new Condition.Either(any);
  }

  private static Condition language(String value) {
    require(value.equals("ecql-text"), "filter-lang: the only language is ecql-text");
    return Condition.always();
  }

  private static Condition during(String property, Interval interval) {
    return new Condition.During(property, interval.since(), interval.until());
  }

  private Interval instant(String name, String value) {
    require(
        value.indexOf('/') < 0,
        name + ": one instant or date is needed; for an interval use datetime");
    return Interval.parse(value, city.profile().zone());
  }

  private Condition area(String value) {
    List<Integer> ids = new ArrayList<>();
    String set = "";
    for (String part : value.split(",", -1)) {
      int colon = part.indexOf(':');
      set = colon < 0 ? set : part.substring(0, colon);
      String slug = part.substring(colon + 1);
      require(
          !set.isEmpty(),
          "area: '" + part + "' must be written SET:NAME, such as neighborhoods:watts");
      String inSet = set;
      ids.add(areas
          .find(set, slug)
          .orElseThrow(() -> Fault.invalid("area: there is no '" + inSet + ":" + slug + "'"))
          .id());
    }
    return new Condition.Overlaps("areas", ids);
  }

  private List<String> offences(String value) {
    List<String> wanted = List.of(value.split(",", -1));
    for (String offence : wanted) {
      require(taxonomy.findOffence(offence).isPresent(), "offence: there is no '" + offence + "'");
    }
    return wanted;
  }

  private List<String> groups(String value) {
    return oneOf(
        "group",
        value,
        city.profile().groups().stream()
            .map(group -> group.id())
            .filter(id -> taxonomy.isWhole()
                || taxonomy.offences().stream()
                    .anyMatch(offence -> offence.group().equals(id)))
            .toList());
  }

  private static List<String> oneOf(String name, String value, List<String> known) {
    List<String> wanted = List.of(value.split(",", -1));
    for (String each : wanted) {
      require(
          known.contains(each), name + ": '" + each + "' is none of " + String.join(", ", known));
    }
    return wanted;
  }

  private Condition codes(List<String> wanted, Function<Taxonomy.Code, String> attribute) {
    return new Condition.AnyOf(
        "codeId", taxonomy.ids(code -> wanted.contains(attribute.apply(code))));
  }

  /** Reads {@code 19-22} or {@code 19,20}; {@code 22-3} runs over the end of the day or week. */
  private static List<Integer> ranges(String name, String value, int least, int most) {
    TreeSet<Integer> all = new TreeSet<>();
    for (String part : value.split(",", -1)) {
      int dash = part.indexOf('-', 1);
      int from = within(name, dash < 0 ? part : part.substring(0, dash), least, most);
      int to = dash < 0 ? from : within(name, part.substring(dash + 1), least, most);
      for (int at = from; at != to; at = at == most ? least : at + 1) {
        all.add(at);
      }
      all.add(to);
    }
    return List.copyOf(all);
  }

  private static int within(String name, String text, int least, int most) {
    String sentence = name + ": '" + text + "' is not a whole number from " + least + " to " + most;
    require(text.matches("\\d{1,2}"), sentence);
    int number = Integer.parseInt(text);
    require(number >= least && number <= most, sentence);
    return number;
  }

  private static boolean truth(String name, String value) {
    require(value.equals("true") || value.equals("false"), name + ": must be true or false");
    return value.equals("true");
  }

  private static int flag(String value) {
    return Flag.find(value)
        .orElseThrow(() -> Fault.invalid("flags: there is no '" + value + "'"))
        .bit();
  }

  private static LocalDate date(String name, String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw Fault.invalid(name + ": must be a date such as 2024-01-31");
    }
  }

  private static long number(String name, String value) {
    require(value.matches("\\d{1,18}"), name + ": must be a whole number");
    return Long.parseLong(value);
  }
}
