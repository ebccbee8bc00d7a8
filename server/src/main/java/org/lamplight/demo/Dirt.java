package org.lamplight.demo;

/** What is wrong in a synthetic row on purpose, as it is wrong in the cities' own files; a row has at most one. */
public enum Dirt {
  /** No location: coordinates 0, 0. */
  NO_LOCATION(0.004, 0.004),
  /** One point that many different addresses share: a geocoder's default. */
  DEFAULT_PILE(0.005, 0.007),
  /** A point outside the city. */
  OUTSIDE_CITY(0.001, 0.001),
  /** Time 00:01 (Los Angeles) or 00:00 (Atlanta) where the time is not known. */
  MIDNIGHT(0.016, 0.010),
  /** Time 12:00 where the time is not known. */
  NOON(0.012, 0.010),
  /** Reported more than a year after it occurred. */
  REPORTED_LATE(0.006, 0.004),
  /** Reported before it occurred. */
  REPORTED_BEFORE(0.0005, 0.0005),
  /** A second form of date in the same column. */
  SECOND_DATE_FORM(0.05, 0),
  /** The record number of the row before, with another offence. */
  REPEATED_RECORD(0, 0.007),
  /** {@code NA} for the end of the span. */
  NOT_AVAILABLE(0, 0.019),
  /** A local time that the clock skips in spring. */
  CLOCK_GAP(0.0002, 0.0003),
  /** A local time that the clock shows twice in autumn. */
  CLOCK_OVERLAP(0.0003, 0.0004),
  /** An offence code that no profile knows. */
  UNKNOWN_CODE(0.0005, 0.0005);

  private final double losAngeles;
  private final double atlanta;

  Dirt(double losAngeles, double atlanta) {
    this.losAngeles = losAngeles;
    this.atlanta = atlanta;
  }

  /** Share of the rows of a demo city that have it. */
  public double share(String citySlug) {
    return citySlug.equals(DemoCity.LOS_ANGELES) ? losAngeles : atlanta;
  }
}
