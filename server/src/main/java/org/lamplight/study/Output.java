package org.lamplight.study;

import java.util.Map;

/**
 * What a method gives.
 *
 * @param unit such as {@code incidents/km2}; {@code 1} for numbers without one
 * @param perPlace whether it holds a value for each place that was given
 */
public record Output(
    String name, String title, String unit, Map<String, Object> schema, boolean perPlace) {

  static Output of(String name, String title, String unit, Map<String, Object> schema) {
    return new Output(name, title, unit, schema, false);
  }

  /** A list with one value for each place, in the order in which the places were given. */
  static Output each(String name, String title, String unit, Map<String, Object> items) {
    return new Output(name, title, unit, Schema.list(items), true);
  }

  static Output each(String name, String title, String unit) {
    Map<String, Object> number = Schema.of("number");
    number.put("nullable", true);
    return each(name, title, unit, number);
  }

  static Output number(String name, String title, String unit) {
    Map<String, Object> number = Schema.of("number");
    number.put("nullable", true);
    return of(name, title, unit, number);
  }
}
