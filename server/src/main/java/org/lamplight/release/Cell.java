package org.lamplight.release;

import org.jspecify.annotations.Nullable;

/**
 * What a release says of one area, period and group.
 *
 * @param count null where it is hidden: then it is 1 or more
 * @param ratePer1000 per 1,000 residents a year, one decimal; null where counts or residents are too few, or unknown
 * @param usual null where fewer than three earlier years show the same season
 */
public record Cell(
    @Nullable Integer count,
    @Nullable Double ratePer1000,
    @Nullable UsualRange usual) {

  static final Cell HIDDEN = new Cell(null, null, null);

  public boolean hidden() {
    return count == null;
  }
}
