package org.lamplight.explore.view;

import org.jspecify.annotations.Nullable;

/** What is counted by place in the database. */
final class Counted {

  private Counted() {}

  /**
   * An address as published, with its incidents.
   *
   * @param rank 1 for the one with the most
   * @param running incidents of all addresses up to this rank
   * @param total incidents of all addresses
   * @param addresses how many addresses there are
   * @param lon mean longitude of its incidents; null where none has a place
   */
  record Address(
      String address,
      long count,
      long rank,
      long running,
      long total,
      long addresses,
      @Nullable Double lon,
      @Nullable Double lat) {}

  /** A point at which a source piles what it has no place for. */
  record Pile(double lon, double lat, long count, long addresses) {}

  /** Of the matched: how many are on no map, and why. */
  record Missing(
      long matched,
      long withoutPlace,
      long noLocation,
      long defaultLocation,
      long outsideCity,
      long noAddress) {}

  /** Incidents of a local year. */
  record Year(int year, long count) {}

  /** An import of incidents, as it ended. */
  record Run(
      int id,
      String file,
      String finishedAt,
      String by,
      long read,
      long accepted,
      long flagged,
      long rejected,
      long inserted,
      long updated,
      long unchanged,
      boolean same,
      boolean undone,
      boolean last) {}
}
