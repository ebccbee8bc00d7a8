package org.lamplight.disclosure;

import static org.lamplight.fault.Fault.require;

/**
 * Which counts are small, and how wide the interval is that must stay open around them.
 *
 * <p>A count of 1 to {@code threshold - 1} is small. 0 is not: it is shown as 0.
 *
 * @param threshold the least count of 1 or more that may be shown, 2 to 1,000
 */
public record SmallCells(int threshold) {

  public SmallCells {
    require(threshold >= 2 && threshold <= 1000, "threshold: must lie in 2 to 1000");
  }

  public boolean isSmall(int count) {
    return count >= 1 && count < threshold;
  }

  public boolean isLarge(int count) {
    return count >= threshold;
  }

  /** How far the top of a protected interval lies above its foot: 8 for a threshold of 10, so that 1 to 9 stay possible. */
  public int width() {
    return Math.max(threshold - 2, 1);
  }
}
