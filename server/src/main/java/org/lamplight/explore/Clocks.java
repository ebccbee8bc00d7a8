package org.lamplight.explore;

import org.lamplight.filter.Condition;

/** Filters of hours or of weekdays, asked of a single hour or weekday. */
final class Clocks {

  private Clocks() {}

  /** Whether an hour or weekday satisfies a filter of its dimension, which is of equality alone. */
  static boolean hold(Condition filter, int value) {
    if (filter instanceof Condition.Every every) {
      return every.parts().stream().allMatch(part -> hold(part, value));
    }
    return filter instanceof Condition.AnyOf any && any.values().contains(value);
  }
}
