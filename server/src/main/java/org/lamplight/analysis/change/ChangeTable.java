package org.lamplight.analysis.change;

import java.util.List;
import org.lamplight.analysis.chance.MultipleTests;

/**
 * Many counts at once, each against its earlier periods, with the number of comparisons heeded.
 *
 * <ul>
 *   <li><b>Input</b>: one {@link CountChange.Parameters} for each row.
 *   <li><b>Output</b>: each row's result, Benjamini-Hochberg p of the exact mid-p over the rows, and whether it is at most 0.05.
 *   <li><b>Errors</b>: as {@link CountChange}.
 *   <li><b>Cost</b>: that of the rows.
 * </ul>
 *
 * <p>Source: Y. Benjamini and Y. Hochberg (1995).
 */
public final class ChangeTable {

  private static final double RATE = 0.05;

  private ChangeTable() {}

  public record Result(List<CountChange.Result> rows, double[] pAdjusted, boolean[] flagged) {}

  public static Result of(List<CountChange.Parameters> rows) {
    List<CountChange.Result> results =
        rows.stream().parallel().map(CountChange::of).toList();
    double[] adjusted = MultipleTests.benjaminiHochberg(
        results.stream().mapToDouble(CountChange.Result::exactMidP).toArray());
    boolean[] flagged = new boolean[adjusted.length];
    for (int i = 0; i < flagged.length; i++) {
      flagged[i] = adjusted[i] <= RATE;
    }
    return new Result(results, adjusted, flagged);
  }
}
