package org.lamplight.demo;

import java.util.List;

/** Made-up street names, so that no synthetic address is somebody's. */
final class Streets {

  private static final List<String> TYPES = List.of("ST", "AV", "BL", "DR", "PL");

  private final List<String> names =
      Facts.rows("streets.csv").stream().map(row -> row.getField("name")).toList();

  /** The street on a line of the street grid, such as {@code LANTERN ST}. */
  String name(long line) {
    return names.get(Math.floorMod(line, names.size()));
  }

  String type(long line) {
    return TYPES.get(Math.floorMod(line / 7, TYPES.size()));
  }

  /** Padded to a fixed width, as the LAPD publishes it: number, direction, name, type. */
  String padded(int hundred, String direction, long line) {
    StringBuilder text = new StringBuilder(44);
    if (hundred > 0) {
      text.append(hundred).append(' ').append(direction).append("  ");
    }
    String name = name(line);
    return text.append(name)
        .append(" ".repeat(29 - name.length()))
        .append(type(line))
        .toString();
  }

  String plain(int number, String direction, long line) {
    return number + " " + name(line) + " " + type(line) + " " + direction;
  }
}
