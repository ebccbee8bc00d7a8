package org.lamplight.release;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;

/**
 * A release that is built and audited, and not published yet.
 *
 * @param areas all areas in order, listed or not
 * @param cells what no earlier release holds
 * @param lines quarters of the city-wide lines that no earlier release holds
 * @param frozen true counts of the new months, for later releases
 */
record Draft(
    City city,
    Published.Head head,
    Facts facts,
    List<PublicArea> areas,
    List<PublicGroup> groups,
    List<NewCell> cells,
    List<NewLine> lines,
    List<FrozenCounts.Row> frozen,
    Preview preview) {

  /** A cell to be published; a null count is hidden. */
  record NewCell(
      String group,
      PublicArea area,
      Period period,
      @Nullable Integer count) {}

  /** A quarter of a line to be published; a null count is hidden. */
  record NewLine(Line.Kind kind, Period quarter, @Nullable Integer count) {}
}
