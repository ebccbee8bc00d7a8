package org.lamplight.analysis.area;

import java.util.Locale;

/** How hot or cold a cell was over the periods. */
public enum Pattern {
  /** Significant in the last period and never before. */
  NEW_HOT,
  /** A run of two or more at the end, nothing before, less than 90 %. */
  CONSECUTIVE_HOT,
  /** 90 % or more with the last, and hotter all the time. */
  INTENSIFYING_HOT,
  /** 90 % or more, without a trend. */
  PERSISTENT_HOT,
  /** 90 % or more with the last, and less hot all the time. */
  DIMINISHING_HOT,
  /** On and off with the last, less than 90 %, never cold. */
  SPORADIC_HOT,
  /** The last, less than 90 %, and cold some time before. */
  OSCILLATING_HOT,
  /** Not the last, 90 % or more before it. */
  HISTORICAL_HOT,
  NEW_COLD,
  CONSECUTIVE_COLD,
  INTENSIFYING_COLD,
  PERSISTENT_COLD,
  DIMINISHING_COLD,
  SPORADIC_COLD,
  OSCILLATING_COLD,
  HISTORICAL_COLD,
  NO_PATTERN;

  /** Such as "new hot spot". */
  public String label() {
    return this == NO_PATTERN
        ? "no pattern"
        : name().toLowerCase(Locale.ROOT).replace('_', ' ') + " spot";
  }

  private static final double MOSTLY = 0.9;

  /**
   * The pattern of one cell.
   *
   * @param side for each period with a report 1 where it was significantly hot, -1 cold, 0 neither
   * @param trend 1 where z rose significantly, -1 where it fell, 0 otherwise
   */
  static Pattern of(int[] side, int trend) {
    Pattern hot = sided(side, 1, trend);
    return hot != NO_PATTERN ? hot : sided(side, -1, -trend);
  }

  private static Pattern sided(int[] side, int sign, int trend) {
    int periods = side.length;
    int count = 0;
    boolean other = false;
    for (int s : side) {
      count += s == sign ? 1 : 0;
      other |= s == -sign;
    }
    if (count == 0) {
      return NO_PATTERN;
    }
    if (side[periods - 1] != sign) {
      boolean mostly = count >= MOSTLY * (periods - 1);
      return mostly ? pick(sign, HISTORICAL_HOT, HISTORICAL_COLD) : NO_PATTERN;
    }
    if (count >= MOSTLY * periods) {
      return trend > 0
          ? pick(sign, INTENSIFYING_HOT, INTENSIFYING_COLD)
          : trend < 0
              ? pick(sign, DIMINISHING_HOT, DIMINISHING_COLD)
              : pick(sign, PERSISTENT_HOT, PERSISTENT_COLD);
    }
    if (other) {
      return pick(sign, OSCILLATING_HOT, OSCILLATING_COLD);
    }
    if (count == 1) {
      return pick(sign, NEW_HOT, NEW_COLD);
    }
    return run(side, sign) == count
        ? pick(sign, CONSECUTIVE_HOT, CONSECUTIVE_COLD)
        : pick(sign, SPORADIC_HOT, SPORADIC_COLD);
  }

  private static Pattern pick(int sign, Pattern hot, Pattern cold) {
    return sign > 0 ? hot : cold;
  }

  /** Length of the uninterrupted run at the end. */
  private static int run(int[] side, int sign) {
    int run = 0;
    while (run < side.length && side[side.length - 1 - run] == sign) {
      run++;
    }
    return run;
  }
}
