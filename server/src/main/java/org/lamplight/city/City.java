package org.lamplight.city;

/**
 * A city that the database knows.
 *
 * @param id the short key that leads the keys of its rows
 */
public record City(short id, CityProfile profile) {

  public String slug() {
    return profile.slug();
  }
}
