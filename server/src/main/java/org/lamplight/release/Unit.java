package org.lamplight.release;

import org.lamplight.city.Text;

/**
 * A kind of area that the public sees, such as neighborhoods.
 *
 * @param id name in parameters: the area set's id, or {@code city}
 */
public record Unit(String id, Level level, Text title) {

  /** Id of the one unit that is the whole city. */
  public static final String CITY = "city";

  /** Where it stands: neighborhoods make districts, districts make the city. */
  public enum Level {
    NEIGHBORHOOD,
    DISTRICT,
    CITY
  }
}
