package org.lamplight.disclosure;

/** What has been, or may be, published of one cell. */
public enum CellState {
  /** Not published before: may be shown or hidden now. */
  FREE,
  /** Shown in an earlier release: stays shown. */
  FIXED_SHOWN,
  /** Hidden in an earlier release: stays hidden; readers know that it is 1 or more. */
  FIXED_HIDDEN,
  /** Never published, neither as a number nor as a mark: readers know only that it is 0 or more. */
  UNLISTED
}
