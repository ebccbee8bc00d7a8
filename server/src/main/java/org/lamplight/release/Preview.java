package org.lamplight.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator sees before he publishes.
 *
 * @param number the release's number
 * @param after number of the release before; null for the first
 * @param months the new months
 * @param cells cells of the release, earlier ones included
 * @param hidden hidden cells among them
 * @param primary cells that are hidden because they are small; never published
 * @param newCells cells that no earlier release holds
 * @param newHidden hidden ones among those
 * @param totals city-wide counts of each new month, all groups together
 * @param coarsened totals that are hidden beyond the usual choice, in words
 * @param notes what else is worth a thought before publishing
 */
public record Preview(
    int number,
    @Nullable Integer after,
    List<String> months,
    int cells,
    int hidden,
    int primary,
    int newCells,
    int newHidden,
    List<MonthTotal> totals,
    List<String> coarsened,
    List<String> notes) {

  /** City-wide incidents of the public groups in a month. */
  public record MonthTotal(String month, int incidents) {}

  /** Hidden cells over those that are small; 1 where none is. */
  public double ratio() {
    return primary == 0 ? 1 : hidden / (double) primary;
  }
}
