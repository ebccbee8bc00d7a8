package org.lamplight.release;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** True counts by group or line, neighborhood and month: those that releases froze, and those that the next one freezes. */
final class FrozenCounts {

  /** In the place of a neighborhood: the whole city, for lines. */
  static final String WHOLE_CITY = "";

  /** One count's place. */
  record Key(String group, String area, YearMonth month) {}

  /** One count. */
  record Row(Key key, int count) {}

  private final Map<Key, Integer> counts = new HashMap<>();

  void add(Key key, int count) {
    counts.merge(key, count, Integer::sum);
  }

  int of(String group, String area, YearMonth month) {
    return counts.getOrDefault(new Key(group, area, month), 0);
  }

  /** The sum over the months of a period. */
  int of(String group, String area, Period period) {
    return period.months().stream().mapToInt(month -> of(group, area, month)).sum();
  }

  /** Every count, in a fixed order. */
  List<Row> rows() {
    return counts.entrySet().stream()
        .map(entry -> new Row(entry.getKey(), entry.getValue()))
        .sorted(java.util.Comparator.comparing((Row row) -> row.key().group())
            .thenComparing(row -> row.key().area())
            .thenComparing(row -> row.key().month()))
        .toList();
  }
}
