package org.lamplight.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The columns of a table by normalised name, so that "Date Rptd", "Date.Rptd" and "date_rptd" are one. */
final class Header {

  private final Map<String, Integer> places = new HashMap<>();
  private final int width;

  Header(List<String> names) {
    width = names.size();
    for (int i = 0; i < width; i++) {
      places.putIfAbsent(normal(names.get(i)), i);
    }
  }

  /** Lower case, everything that is not a letter or digit one underscore, none at the ends. */
  static String normal(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "_")
        .replaceAll("^_|_$", "");
  }

  int width() {
    return width;
  }

  /** Where the column stands; -1 when it does not. */
  int find(String name) {
    return places.getOrDefault(normal(name), -1);
  }

  Set<String> names() {
    return places.keySet();
  }

  /** Those of the wanted columns that are not there. */
  List<String> missing(List<String> wanted) {
    return wanted.stream().filter(name -> find(name) < 0).toList();
  }
}
