package org.lamplight.incident;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is doubtful in a recorded incident, one bit each in {@code incident.flags}; bits are never given a new meaning. */
public enum Flag {
  /** No usable coordinates: missing, 0,0 or off the Earth. */
  NO_LOCATION(0),
  /** The coordinates are those that the source writes when it does not know; never plotted. */
  DEFAULT_LOCATION(1),
  /** The place lies in no area of the city. */
  OUTSIDE_CITY(2),
  /** Reported on a day before the one on which it occurred. */
  REPORTED_BEFORE_OCCURRED(3),
  /** The wall clock never showed this time: moved forward by the length of the gap. */
  DST_GAP(4),
  /** The wall clock showed this time twice: taken as the first. */
  DST_OVERLAP(5),
  /** The time of day is missing or one that the source writes when it does not know. */
  PLACEHOLDER_TIME(6),
  /** Before 1950, or after the day of the import. */
  IMPLAUSIBLE_DATE(7),
  /** Its latest moment lies before its earliest. */
  SPAN_REVERSED(8);

  private final int bit;

  Flag(int position) {
    this.bit = 1 << position;
  }

  public int bit() {
    return bit;
  }

  /** The name in reports and properties, such as no_location. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The flag of that name. */
  public static Optional<Flag> find(String id) {
    for (Flag flag : values()) {
      if (flag.id().equals(id)) {
        return Optional.of(flag);
      }
    }
    return Optional.empty();
  }

  public boolean in(int flags) {
    return (flags & bit) != 0;
  }

  /** The flags whose bits are set. */
  public static Set<Flag> of(int flags) {
    Set<Flag> set = EnumSet.noneOf(Flag.class);
    for (Flag flag : values()) {
      if (flag.in(flags)) {
        set.add(flag);
      }
    }
    return set;
  }
}
