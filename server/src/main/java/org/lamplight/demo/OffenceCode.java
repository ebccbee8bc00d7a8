package org.lamplight.demo;

import java.util.List;

/**
 * An offence code as a city publishes it.
 *
 * @param part 1 or 2 as in the FBI's old summary scheme
 * @param category group of the monthly counts
 * @param per10000 share of all incidents
 * @param kind row of the rhythm, premises and weapon tables that it follows
 */
record OffenceCode(
    String code, String text, String part, String category, double per10000, String kind) {

  static List<OffenceCode> of(String citySlug) {
    return Facts.rows(citySlug + "/codes.csv").stream()
        .map(row -> new OffenceCode(
            row.getField("code"),
            row.getField("description"),
            row.getField("part"),
            row.getField("category"),
            Facts.number(row, "per_10000"),
            row.getField("kind")))
        .toList();
  }
}
