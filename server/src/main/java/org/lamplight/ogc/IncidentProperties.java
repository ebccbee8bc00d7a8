package org.lamplight.ogc;

import static org.lamplight.ogc.Property.Type.DATE;
import static org.lamplight.ogc.Property.Type.INSTANT;
import static org.lamplight.ogc.Property.Type.INTEGER;
import static org.lamplight.ogc.Property.Type.TEXT;
import static org.lamplight.ogc.Property.Type.TEXTS;
import static org.lamplight.ogc.Property.Type.TRUTH;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamplight.filter.Condition;
import org.lamplight.incident.Taxonomy;

/** What an incident says of itself, and by what else incidents are filtered. */
final class IncidentProperties {

  private static final List<Property> OWN = List.of(
      new Property("id", INTEGER, "Our own stable number"),
      new Property("offence", TEXT, "Offence of the city's taxonomy; several with commas"),
      new Property("offenceTitle", TEXT, "Its name"),
      new Property("group", TEXT, "Group of the offence; several with commas"),
      new Property("code", TEXT, "The source's code"),
      new Property("codeLabel", TEXT, "The source's text for the code"),
      new Property("origin", TEXT, "reported, police_generated or mixed; several with commas"),
      new Property("sensitivity", TEXT, "open or sensitive"),
      new Property("occurredFrom", INSTANT, "Earliest instant at which it occurred"),
      new Property("occurredTo", INSTANT, "Latest instant, where the source gives a span"),
      new Property("reportedOn", DATE, "Local date of the report"),
      new Property("hour", INTEGER, "Local hour of occurredFrom, 0-23"),
      new Property("weekday", INTEGER, "Local ISO weekday of occurredFrom, Monday 1"),
      new Property("address", TEXT, "Address as published: a block, not a house"),
      new Property("premises", TEXT, "Kind of place, as published"),
      new Property("weapon", TEXT, "Weapon, as published"),
      new Property("firearm", TRUTH, "A firearm was used or shown, as far as the source says"),
      new Property("status", TEXT, "Status of the case, as published"),
      new Property("beat", TEXT, "The source's own smallest police district"),
      new Property("record", TEXT, "Record number of the source"),
      new Property("flags", TEXTS, "What is doubtful in the record"));

  /** Filters that are no property. */
  static final List<Property> PARAMETERS = List.of(
      new Property(
          "area", TEXT, "Areas as SET:NAME, such as neighborhoods:watts; several with commas"),
      new Property("hours", TEXT, "Local hours that begin then, such as 19-22 or 19,20"),
      new Property("weekdays", TEXT, "ISO weekdays, such as 5-7; Monday is 1"),
      new Property("shape", TEXT, "Ids of shapes drawn before; several with commas"),
      new Property("filter", TEXT, "A filter in ECQL over the properties"),
      new Property("filter-lang", TEXT, "ecql-text, the only language of filter"));

  private IncidentProperties() {}

  /** The properties of the incidents of a city with these area sets. */
  static List<Property> of(List<String> sets) {
    List<Property> all = new ArrayList<>(OWN);
    sets.forEach(
        set -> all.add(new Property(set, TEXT, "The one of the " + set + " that holds the place")));
    return List.copyOf(all);
  }

  /** The condition of a title; empty for any other parameter. */
  static Optional<Condition> offenceTitle(String name, String value, Taxonomy taxonomy) {
    return name.equals("offenceTitle")
        ? Optional.of(new Condition.AnyOf(
            "codeId", taxonomy.ids(code -> code.offence().title().en().equals(value))))
        : Optional.empty();
  }
}
