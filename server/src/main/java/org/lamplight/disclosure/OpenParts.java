package org.lamplight.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader of a publication does not know, divided into parts that tell nothing of each other.
 *
 * <p>Every sum of the table (a cell over its unit's children, a cell over its period's children) that holds an open cell ties its open
 * cells together; what is known of it stands on the other side. Parts are joined through such sums and no other way.
 */
final class OpenParts {

  private final CountTable table;
  private final boolean[] open;
  private final int[] joined;
  private final List<Sum> sums = new ArrayList<>();

  /**
   * An equation between open cells.
   *
   * @param cells the open cells
   * @param factors 1 for a part, -1 for the sum itself
   * @param known what they come to
   */
  record Sum(int[] cells, int[] factors, int known) {}

  /** Open cells in ascending order, and the sums between them. */
  record Part(int[] cells, List<Sum> sums) {}

  private OpenParts(CountTable table, boolean[] hidden) {
    this.table = table;
    this.open = new boolean[table.size()];
    this.joined = new int[table.size()];
    for (int cell = 0; cell < open.length; cell++) {
      open[cell] = hidden[cell] || !table.isListed(cell);
      joined[cell] = cell;
    }
  }

  /** Parts in the order of their first cells. Cost: near linear in the cells. */
  static List<Part> of(CountTable table, boolean[] hidden) {
    OpenParts parts = new OpenParts(table, hidden);
    parts.tie();
    return parts.parts();
  }

  private void tie() {
    for (int cell = 0; cell < open.length; cell++) {
      int unit = table.unit(cell);
      int period = table.period(cell);
      tie(
          cell,
          Arrays.stream(table.units().children(unit))
              .map(c -> table.cell(c, period))
              .toArray());
      tie(
          cell,
          Arrays.stream(table.periods().children(period))
              .map(c -> table.cell(unit, c))
              .toArray());
    }
  }

  private void tie(int sum, int[] addends) {
    int known = open[sum] ? 0 : table.count(sum);
    List<Integer> cells = new ArrayList<>();
    for (int addend : addends) {
      if (open[addend]) {
        cells.add(addend);
      } else {
        known -= table.count(addend);
      }
    }
    int parts = cells.size();
    if (addends.length > 0 && open[sum]) {
      cells.add(sum);
    }
    if (addends.length > 0 && !cells.isEmpty()) {
      int[] factors = new int[cells.size()];
      Arrays.fill(factors, 0, parts, 1);
      Arrays.fill(factors, parts, factors.length, -1);
      cells.forEach(cell -> joined[find(cell)] = find(cells.get(0)));
      sums.add(new Sum(cells.stream().mapToInt(Integer::intValue).toArray(), factors, known));
    }
  }

  private int find(int cell) {
    int root = cell;
    while (joined[root] != root) {
      joined[root] = joined[joined[root]];
      root = joined[root];
    }
    return root;
  }

  private List<Part> parts() {
    Map<Integer, List<Integer>> cells = new LinkedHashMap<>();
    Map<Integer, List<Sum>> tied = new LinkedHashMap<>();
    for (int cell = 0; cell < open.length; cell++) {
      if (open[cell]) {
        cells.computeIfAbsent(find(cell), root -> new ArrayList<>()).add(cell);
      }
    }
    for (Sum sum : sums) {
      tied.computeIfAbsent(find(sum.cells()[0]), root -> new ArrayList<>()).add(sum);
    }
    List<Part> parts = new ArrayList<>();
    cells.forEach((root, members) -> parts.add(new Part(
        members.stream().mapToInt(Integer::intValue).toArray(),
        tied.getOrDefault(root, List.of()))));
    return parts;
  }
}
