package org.lamplight.explore.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.change.ChangeTable;
import org.lamplight.analysis.change.CountChange;

/** Tables of counts held against earlier ones, as documents: expected range, z, and p adjusted over the rows of the table. */
final class ChangeRows {

  private static final double LEVEL = 0.95;
  private static final double POISSON = 1;
  private final double exposure;
  private final double @Nullable [] exposures;

  /** Rows of a plan; periods of unequal length are held against each other by their days. */
  ChangeRows(Plan plan) {
    boolean equal = plan.equallyLong();
    this.exposure = equal ? 1 : plan.now().days();
    this.exposures =
        equal ? null : plan.before().stream().mapToDouble(Period::days).toArray();
  }

  /** Counts of one row: now, and in each of what it is held against. */
  record Counts(String id, long[] sides) {

    long now() {
      return sides[0];
    }

    long[] before() {
      return java.util.Arrays.copyOfRange(sides, 1, sides.length);
    }

    boolean isEmpty() {
      return java.util.Arrays.stream(sides).allMatch(count -> count == 0);
    }
  }

  CountChange.Result change(Counts counts) {
    return CountChange.of(parameters(counts));
  }

  private CountChange.Parameters parameters(Counts counts) {
    return new CountChange.Parameters(
        counts.now(), counts.before(), exposure, exposures, POISSON, LEVEL);
  }

  /** The rows that hold any incident. */
  List<Map<String, @Nullable Object>> table(List<Counts> all) {
    List<Counts> rows = all.stream().filter(row -> !row.isEmpty()).toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    ChangeTable.Result changes =
        ChangeTable.of(rows.stream().map(this::parameters).toList());
    List<Map<String, @Nullable Object>> table = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      table.add(document(rows.get(i), changes.rows().get(i), changes.pAdjusted()[i]));
    }
    return table;
  }

  private static Map<String, @Nullable Object> document(
      Counts counts, CountChange.Result change, double pAdjusted) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", counts.id());
    row.put("now", counts.now());
    row.put("before", counts.before());
    row.put("expected", round(change.expected()));
    row.put("low", round(change.rangeLow()));
    row.put("high", round(change.rangeHigh()));
    row.put("z", round(change.z()));
    row.put("flagged", change.flagged());
    row.put("percent", change.percent().isPresent() ? change.percent().getAsDouble() / 100 : null);
    row.put("p", number(change.exactMidP()));
    row.put("pAdjusted", number(pAdjusted));
    return row;
  }

  /** Two decimals are more than anybody reads; what is no number is null. */
  static @Nullable Double round(double value) {
    return Double.isFinite(value) ? Math.round(value * 100) / 100.0 : null;
  }

  private static @Nullable Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
