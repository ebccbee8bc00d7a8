package org.lamplight.evaluation;

import static org.lamplight.fault.Fault.require;

/**
 * Counts of an area before and after.
 *
 * @param before at least 0
 * @param after at least 0
 */
public record BeforeAfter(double before, double after) {

  public BeforeAfter {
    require(
        before >= 0 && after >= 0 && Double.isFinite(before) && Double.isFinite(after),
        "counts before and after must be 0 or more");
  }

  /** Nothing before and nothing after: an area that there is not. */
  public static BeforeAfter none() {
    return new BeforeAfter(0, 0);
  }
}
