package org.lamplight.analysis.chance;

import static org.lamplight.fault.Fault.require;

import org.lamplight.fault.Fault;

/** Checks of arrays that callers hand in, each with a sentence that says what to mend. */
public final class Inputs {

  private Inputs() {}

  public static void requireFinite(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw Fault.invalid(name + ": number " + (i + 1) + " is not a finite number");
      }
    }
  }

  /** As requireFinite, but gaps (NaN) are let through. */
  public static void requireFiniteOrGap(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (Double.isInfinite(values[i])) {
        throw Fault.invalid(name + ": number " + (i + 1) + " is infinite");
      }
    }
  }

  /** Finite and at least 0. */
  public static void requireCounts(String name, double[] values) {
    requireFinite(name, values);
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0) {
        throw Fault.invalid(name + ": number " + (i + 1) + " is below 0");
      }
    }
  }

  public static void requireSameLength(String name, int length, String other, int otherLength) {
    require(
        length == otherLength,
        name + " has " + length + " entries and " + other + " has " + otherLength
            + ": they must be equally many");
  }

  /** Refuses values without any variation: every statistic of their differences would be 0 by 0. */
  public static void requireVariation(String name, double[] values) {
    double first = Double.NaN;
    for (double value : values) {
      if (Double.isNaN(value)) {
        continue;
      }
      if (Double.isNaN(first)) {
        first = value;
      } else if (value != first) {
        return;
      }
    }
    throw Fault.invalid(
        name
            + ": all values are equal, so there is no variation to test; take a longer period or other areas");
  }

  public static void requireLevel(double level) {
    require(level > 0.5 && level < 1, "level: must lie between 0.5 and 1, such as 0.95");
  }
}
