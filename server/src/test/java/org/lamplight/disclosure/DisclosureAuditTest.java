package org.lamplight.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import org.lamplight.fault.Fault;

class DisclosureAuditTest {

  private static final SmallCells TEN = new SmallCells(10);

  /** A city of three neighborhoods and three months without their quarter: rows are free, columns add up. */
  private static CountTable columns(int[] leaves) {
    CellState[] states = new CellState[12];
    Arrays.fill(states, CellState.FREE);
    return CountTable.summed(Hierarchy.of(-1, 0, 0, 0), Hierarchy.of(-1, -1, -1), leaves, states);
  }

  @Example
  void aLoneSmallCellIsFoundExactly() {
    CountTable table = columns(new int[] {0, 0, 0, 4, 30, 30, 30, 30, 30, 30, 30, 30});
    boolean[] hidden = new boolean[12];
    hidden[3] = true;
    DisclosureAudit audit = DisclosureAudit.of(table, hidden, TEN, Progress.SILENT);
    assertEquals(new CellInterval(3, 4, 4, 1), audit.intervals().get(0));
    assertEquals(3, audit.failing()[0]);
  }

  @Example
  void twoSmallCellsOfElevenHideEachOtherUpToTenAndOfNineUpToEight() {
    for (int[] counts : new int[][] {{5, 6}, {4, 5}}) {
      CountTable table =
          columns(new int[] {0, 0, 0, counts[0], 30, 30, counts[1], 30, 30, 30, 30, 30});
      boolean[] hidden = new boolean[12];
      hidden[3] = true;
      hidden[6] = true;
      DisclosureAudit audit = DisclosureAudit.of(table, hidden, TEN, Progress.SILENT);
      assertEquals(1, audit.intervals().get(0).low(), 1e-6);
      assertEquals(counts[0] + counts[1] - 1 >= 9, audit.passes());
    }
  }

  @Example
  void marksThatCannotBeAreRefused() {
    CountTable table = columns(new int[] {0, 0, 0, 4, 0, 30, 30, 30, 30, 30, 30, 30});
    boolean[] none = new boolean[12];
    assertThrows(Fault.class, () -> DisclosureAudit.of(table, none, TEN, Progress.SILENT));
    boolean[] zero = new boolean[12];
    zero[3] = true;
    zero[4] = true;
    assertThrows(Fault.class, () -> DisclosureAudit.of(table, zero, TEN, Progress.SILENT));
    assertThrows(
        Fault.class, () -> DisclosureAudit.of(table, new boolean[3], TEN, Progress.SILENT));
  }

  @Example
  void countsThatDoNotAddUpAreRefused() {
    CellState[] states = new CellState[2];
    Arrays.fill(states, CellState.FREE);
    assertThrows(
        Fault.class,
        () -> new CountTable(Hierarchy.of(-1, 0), Hierarchy.of(-1), new int[] {5, 4}, states));
    assertThrows(Fault.class, () -> Hierarchy.of(1, 0));
    assertThrows(Fault.class, () -> new SmallCells(1));
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void itFindsTheCellsThatAReaderOneByOneFinds(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    SmallCity city = SmallCity.random(seed);
    CountTable table = city.table(city.draw(new Random(seed), 7));
    boolean[] hidden = new boolean[table.size()];
    for (int cell = 0; cell < hidden.length; cell++) {
      hidden[cell] = table.isListed(cell) && TEN.isSmall(table.count(cell));
    }
    Set<Integer> found = new HashSet<>();
    int[] floors = table.floors();
    try (NaiveAuditor reader = new NaiveAuditor(Published.of(table, hidden))) {
      for (int cell = 0; cell < hidden.length; cell++) {
        if (TEN.isSmall(table.count(cell))) {
          double floor = floors[cell];
          double min = reader.min(table.unit(cell), table.period(cell));
          double max = reader.max(table.unit(cell), table.period(cell), 10_000);
          if (min > floor + 1e-5 || max < floor + TEN.width() - 1e-5) {
            found.add(cell);
          }
        }
      }
    }
    Set<Integer> failing = new HashSet<>();
    Arrays.stream(DisclosureAudit.of(table, hidden, TEN, Progress.SILENT).failing())
        .forEach(failing::add);
    assertEquals(found, failing);
  }
}
