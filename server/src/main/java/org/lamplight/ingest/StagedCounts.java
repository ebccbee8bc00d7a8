package org.lamplight.ingest;

/** How the rows that reached the staging table end. */
record StagedCounts(long accepted, long flagged, long inserted, long updated, long unchanged) {

  boolean changesNothing() {
    return inserted == 0 && updated == 0;
  }
}
