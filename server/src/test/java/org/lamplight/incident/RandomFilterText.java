package org.lamplight.incident;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Random filter texts over what a snapshot holds of the city of {@link SyntheticIncidents}. */
final class RandomFilterText {

  private RandomFilterText() {}

  static String draw(SplittableRandom random) {
    return draw(random, 3);
  }

  private static String draw(SplittableRandom random, int depth) {
    int kind = random.nextInt(depth > 0 ? 6 : 2);
    return switch (kind) {
      case 2 -> "(" + draw(random, depth - 1) + " AND " + draw(random, depth - 1) + ")";
      case 3, 4 -> "(" + draw(random, depth - 1) + " OR " + draw(random, depth - 1) + ")";
      case 5 -> "NOT (" + draw(random, depth - 1) + ")";
      default -> random.nextBoolean() ? place(random) : plain(random);
    };
  }

  private static String plain(SplittableRandom random) {
    List<String> orders = List.of("=", "<>", "<", "<=", ">", ">=");
    String order = orders.get(random.nextInt(orders.size()));
    return switch (random.nextInt(10)) {
      case 0 -> "hour " + order + " " + random.nextInt(-1, 25);
      case 1 -> "weekday BETWEEN " + random.nextInt(1, 5) + " AND " + random.nextInt(3, 8);
      case 2 -> "offence = 'motor-vehicle-theft'";
      case 3 -> "\"group\" IN ('vehicle','other')";
      case 4 -> "firearm = " + random.nextBoolean();
      case 5 -> "neighborhoods " + (random.nextBoolean() ? "=" : "<>") + " 'west'";
      case 6 -> "neighborhoods IS NULL";
      case 7 -> "flags = 'placeholder_time'";
      case 8 -> "occurredFrom AFTER 2021-0" + random.nextInt(1, 10) + "-11T10:00:00Z";
      default ->
        "occurredFrom DURING 2021-0" + random.nextInt(1, 10) + "-11T10:00:00Z/2022-0"
            + random.nextInt(1, 10) + "-11T10:00:00Z";
    };
  }

  /** Corners on the grid of the coordinates, so that places lie on edges, slanting ones too. */
  private static String place(SplittableRandom random) {
    double west = Math.round((-118.41 + random.nextDouble() * 0.15) * 1e3) / 1e3;
    double south = Math.round((33.89 + random.nextDouble() * 0.15) * 1e3) / 1e3;
    double side = random.nextInt(1, 80) / 1e3;
    String ring = number(west) + " " + number(south) + ", " + number(west + side) + " "
        + number(south) + ", " + number(west + side / 2) + " " + number(south + side) + ", "
        + number(west) + " " + number(south);
    return switch (random.nextInt(6)) {
      case 0 ->
        "BBOX(geometry," + number(west) + "," + number(south) + "," + number(west + side) + ","
            + number(south + side) + ")";
      case 1 -> "INTERSECTS(geometry, POLYGON((" + ring + ")))";
      case 2 -> "WITHIN(geometry, POLYGON((" + ring + ")))";
      case 3 -> "DISJOINT(geometry, MULTIPOLYGON(((" + ring + "))))";
      case 4 ->
        "DWITHIN(geometry, POINT(" + number(west) + " " + number(south) + "), "
            + random.nextInt(100, 9_000) + ", meters)";
      default -> "geometry IS NULL";
    };
  }

  private static String number(double degrees) {
    return String.format(Locale.ROOT, "%.3f", degrees);
  }
}
