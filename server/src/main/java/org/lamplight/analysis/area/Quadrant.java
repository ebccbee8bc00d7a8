package org.lamplight.analysis.area;

/** Where a unit and its neighbors lie, against the mean. */
public enum Quadrant {
  /** High among high. */
  HH,
  /** Low among low. */
  LL,
  /** High among low. */
  HL,
  /** Low among high. */
  LH,
  /** No neighbors. */
  NONE;

  /** A deviation of exactly 0 counts as low. */
  static Quadrant of(double own, double lag) {
    if (own > 0) {
      return lag > 0 ? HH : HL;
    }
    return lag > 0 ? LH : LL;
  }
}
