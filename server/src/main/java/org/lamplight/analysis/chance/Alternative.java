package org.lamplight.analysis.chance;

/** The side of a test. */
public enum Alternative {
  TWO_SIDED,
  GREATER,
  LESS
}
