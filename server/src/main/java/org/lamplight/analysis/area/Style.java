package org.lamplight.analysis.area;

/** How neighbors are weighed. */
public enum Style {
  /** Each neighbor 1. */
  B,
  /** The neighbors of a unit together 1. */
  W
}
