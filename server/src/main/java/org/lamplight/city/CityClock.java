package org.lamplight.city;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/** The one converter from a city's wall clock to instants. */
public final class CityClock {

  private final ZoneRules rules;

  public CityClock(ZoneId zone) {
    this.rules = zone.getRules();
  }

  /** Whether the wall clock showed a time once, never, or twice. */
  public enum Shown {
    ONCE,
    NEVER,
    TWICE
  }

  /**
   * A wall-clock time made an instant.
   *
   * @param local the wall clock at that instant; differs from what was given where the clock never showed that
   * @param utc the instant, as a date and time in UTC
   */
  public record Resolved(LocalDateTime local, LocalDateTime utc, Shown shown) {}

  /** A time that was never shown moves forward by the length of the gap; one that was shown twice is the first of the two. */
  public Resolved resolve(LocalDateTime local) {
    List<ZoneOffset> offsets = rules.getValidOffsets(local);
    if (offsets.size() == 1) {
      return new Resolved(local, minus(local, offsets.get(0)), Shown.ONCE);
    }
    ZoneOffsetTransition change = rules.getTransition(local);
    ZoneOffset before = change.getOffsetBefore();
    if (offsets.isEmpty()) {
      Duration gap = change.getDuration();
      return new Resolved(local.plus(gap), minus(local, before), Shown.NEVER);
    }
    return new Resolved(local, minus(local, before), Shown.TWICE);
  }

  private static LocalDateTime minus(LocalDateTime local, ZoneOffset offset) {
    return local.minusSeconds(offset.getTotalSeconds());
  }
}
