package org.lamplight.ingest;

import org.jspecify.annotations.Nullable;

/** One row of a table, or the properties of one feature. */
interface Row {

  /** Line on which it begins, or number of the feature; from 1. */
  long line();

  int width();

  /** The text as it stands; null where the row has none. */
  @Nullable
  String field(int column);
}
