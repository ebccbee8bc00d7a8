package org.lamplight.city;

import java.util.List;

/**
 * An offence of a city's taxonomy.
 *
 * @param id name in parameters, such as motor-vehicle-theft
 * @param group id of one of the profile's groups
 * @param codes the source's codes that count as it
 */
public record Offence(
    String id,
    Text title,
    String group,
    Origin origin,
    Sensitivity sensitivity,
    List<String> codes) {

  /** Id of the offence that holds the codes which no other offence names. */
  public static final String OTHER = "other";

  /** Whether the public sees it only city-wide: a group that holds such an offence is none of the public's groups. */
  public boolean isKeptApart() {
    return sensitivity == Sensitivity.SENSITIVE || origin == Origin.POLICE_GENERATED;
  }

  /** How incidents of this kind come to be recorded. */
  public enum Origin {
    REPORTED,
    POLICE_GENERATED,
    MIXED;

    /** The name in parameters and in the database. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Whether the public may see it by place and month. */
  public enum Sensitivity {
    OPEN,
    SENSITIVE;

    /** The name in parameters and in the database. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
