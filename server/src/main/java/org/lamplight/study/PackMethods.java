package org.lamplight.study;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lamplight.analysis.change.ChangeTable;
import org.lamplight.analysis.change.CountChange;

/** The table that a monthly meeting looks at. */
final class PackMethods {

  private PackMethods() {}

  static List<Method> all() {
    return List.of(pack());
  }

  private static Method pack() {
    return new Method(
        "monthly-pack",
        "Monthly pack",
        "Which places had more, or fewer, incidents than usual in the last period?",
        new MethodCard(
            "for each place z = 2 (sqrt x - sqrt mu) / sqrt(1 + 1/k), mu the mean of the k periods before; exact conditional mid-p, Benjamini-Hochberg over the places",
            "Wheeler 2016; Benjamini and Hochberg 1995",
            "a period of 28 days against the 12 before it; flagged at an adjusted p of 0.05 and below",
            "one earlier period",
            "Seasons change counts too. Chosen places fall back to the mean by themselves."),
        List.of(
            Input.needed(
                "cells",
                "For each place its counts by equal periods, the last one judged",
                Schema.list(Schema.numbers())),
            Input.optional(
                "lastPeriodComplete", "Whether the last period is over", Schema.flag(true))),
        List.of(
            Output.each("now", "Count of the last period", "incidents"),
            Output.each("expected", "Count expected from before", "incidents"),
            Output.each("low", "Lower end of its 95 % range", "incidents"),
            Output.each("high", "Upper end of its 95 % range", "incidents"),
            Output.each("z", "Poisson z", "standard deviations"),
            Output.each("pAdjusted", "p after correction for many tests", "probability"),
            Output.each("flagged", "Whether p is 0.05 or less", "1", Schema.of("boolean")),
            Output.each("series", "Counts by period", "incidents", Schema.numbers())),
        LayerUse.CUBE,
        (values, work) -> pack(values));
  }

  private static Outcome pack(Values values) {
    CountChange.requireComplete(values.flag("lastPeriodComplete", true));
    double[][] cells = values.rows("cells");
    require(cells.length > 0 && cells[0].length > 1, "cells: two periods are needed");
    List<CountChange.Parameters> rows = new ArrayList<>();
    for (double[] cell : cells) {
      int last = cell.length - 1;
      long[] before =
          Arrays.stream(cell, 0, last).mapToLong(count -> Math.round(count)).toArray();
      rows.add(new CountChange.Parameters(Math.round(cell[last]), before, 1, null, 1, 0.95));
    }
    ChangeTable.Result found = ChangeTable.of(rows);
    List<CountChange.Result> each = found.rows();
    return Found.with(values, List.of())
        .put("now", rows.stream().mapToDouble(CountChange.Parameters::now).toArray())
        .put("expected", each.stream().mapToDouble(CountChange.Result::expected).toArray())
        .put("low", each.stream().mapToDouble(CountChange.Result::rangeLow).toArray())
        .put("high", each.stream().mapToDouble(CountChange.Result::rangeHigh).toArray())
        .put("z", each.stream().mapToDouble(CountChange.Result::z).toArray())
        .put("pAdjusted", found.pAdjusted())
        .put("flagged", found.flagged())
        .put("series", cells);
  }
}
