package org.lamplight.ogc;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.lamplight.city.City;
import org.lamplight.filter.Condition;
import org.lamplight.filter.Interval;

/** Filter parameters of the collections whose properties are tested for equality. */
final class Filters {

  private Filters() {}

  /** The condition that all of the parameters ask for; {@code datetime} is read, and lets every feature without time pass. */
  static Condition parse(Map<String, String> filters, List<Property> properties, City city) {
    Condition all = Condition.always();
    for (Map.Entry<String, String> filter : filters.entrySet()) {
      if (filter.getKey().equals("datetime")) {
        Interval.parse(filter.getValue(), city.profile().zone());
      } else {
        Property property = properties.stream()
            .filter(each -> each.name().equals(filter.getKey()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no property " + filter.getKey()));
        all = all.and(property.equalTo(filter.getValue()));
      }
    }
    return all;
  }

  /** That a span of time, from {@code opened} on and before {@code closed}, meets the interval. */
  static Condition meets(String opened, String closed, Interval interval) {
    Condition all = Condition.always();
    if (interval.until() != null) {
      all = all.and(new Condition.During(opened, null, interval.until()));
    }
    if (interval.since() != null) {
      // Closed strictly after the interval begins; a microsecond is the database's resolution.
      all =
          all.and(new Condition.During(closed, interval.since().plus(1, ChronoUnit.MICROS), null));
    }
    return all;
  }
}
