package org.lamplight.analysis.point;

/** What is done about the part of a kernel that falls outside the window, where no event can be seen. */
public enum EdgeCorrection {
  /** Nothing: the density is too low near the edge. */
  NONE,
  /** Each place's density is divided by the kernel's share inside the window, seen from the place. */
  UNIFORM,
  /** Each event's weight is divided by the kernel's share inside, seen from the event: the integral is the number of events. Diggle (1985). */
  DIGGLE
}
