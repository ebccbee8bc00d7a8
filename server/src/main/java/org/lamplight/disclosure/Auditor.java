package org.lamplight.disclosure;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Audits publications of one table, one after the other; parts that are as they were are not solved for again. */
final class Auditor {

  private static final int REPORTS = 100;

  private final CountTable table;
  private final SmallCells rule;
  private final int[] floors;
  private Map<List<Integer>, List<CellInterval>> solved = new HashMap<>();

  Auditor(CountTable table, SmallCells rule) {
    this.table = table;
    this.rule = rule;
    this.floors = table.floors();
  }

  /** As {@link DisclosureAudit#of}. */
  DisclosureAudit audit(boolean[] hidden, Progress progress) {
    requireMarks(hidden);
    List<OpenParts.Part> parts = OpenParts.of(table, hidden);
    int cells = Math.max(1, parts.stream().mapToInt(part -> part.cells().length).sum());
    Map<List<Integer>, List<CellInterval>> now = new HashMap<>();
    List<CellInterval> intervals = new ArrayList<>();
    int done = 0;
    int told = -1;
    for (OpenParts.Part part : parts) {
      if (REPORTS * (long) done / cells > told) {
        told = (int) (REPORTS * (long) done / cells);
        progress.at((double) done / cells, "proving that hidden counts stay hidden");
      }
      List<Integer> key = Arrays.stream(part.cells()).boxed().toList();
      List<CellInterval> before = solved.get(key);
      List<CellInterval> found =
          before == null ? new PartAudit(table, rule, floors, part).intervals() : before;
      now.put(key, found);
      intervals.addAll(found);
      done += part.cells().length;
    }
    solved = now;
    progress.at(1, "proving that hidden counts stay hidden");
    return result(intervals);
  }

  private DisclosureAudit result(List<CellInterval> intervals) {
    intervals.sort(Comparator.comparingInt(CellInterval::cell));
    int[] failing = intervals.stream()
        .filter(interval -> !interval.isOpen(rule))
        .mapToInt(CellInterval::cell)
        .toArray();
    return new DisclosureAudit(intervals, failing);
  }

  private void requireMarks(boolean[] hidden) {
    require(
        hidden.length == table.size(),
        "hidden: " + hidden.length + " for " + table.size() + " cells");
    for (int cell = 0; cell < hidden.length; cell++) {
      boolean small = rule.isSmall(table.count(cell));
      require(
          !hidden[cell] || (table.isListed(cell) && table.count(cell) > 0),
          "hidden: cell " + cell + " is 0 or unlisted and carries no mark");
      require(
          hidden[cell] || !small || !table.isListed(cell), "hidden: cell " + cell + " is small");
    }
  }
}
