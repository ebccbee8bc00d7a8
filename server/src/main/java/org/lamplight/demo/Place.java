package org.lamplight.demo;

/**
 * Where a synthetic incident is put.
 *
 * @param lon longitude in degrees, 4 decimals; 0 with {@code lat} 0 where the source would withhold it
 * @param street made-up address of the block
 * @param cross made-up crossing street; empty where the address has a number
 * @param post index of the police division or zone in {@link DemoCity#posts()}
 * @param beat the source's smallest police district
 * @param neighborhood name of the neighborhood; empty where not drawn
 * @param district its district; empty where not drawn
 */
record Place(
    double lon,
    double lat,
    String street,
    String cross,
    int post,
    String beat,
    String neighborhood,
    String district) {

  Place at(double newLon, double newLat) {
    return new Place(newLon, newLat, street, cross, post, beat, neighborhood, district);
  }

  Place at(double newLon, double newLat, String newStreet) {
    return new Place(newLon, newLat, newStreet, "", post, beat, neighborhood, district);
  }

  /** Degrees on the grid of four decimals, about 10 m, on which cities publish. */
  static double round(double degrees) {
    return Math.round(degrees * 1e4) / 1e4;
  }
}
