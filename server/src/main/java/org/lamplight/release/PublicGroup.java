package org.lamplight.release;

import org.lamplight.city.Text;

/**
 * A group of offences as a release froze it.
 *
 * @param exact whether its counts are all shown as they are: homicide, which is public by law and news
 */
public record PublicGroup(String id, Text title, boolean exact) {

  /** The one group that is shown exactly. */
  public static final String HOMICIDE = "homicide";
}
