package org.lamplight.disclosure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lamplight.fault.Fault;

class CellSuppressionTest {

  private static final SmallCells TEN = new SmallCells(10);

  private static CountTable filled(int[] districts, int months, int count) {
    SmallCity city = SmallCity.of(new Random(1), districts, 10);
    Arrays.fill(city.unlisted(), false);
    int[][] counts = new int[city.units().size()][months];
    for (int[] row : counts) {
      Arrays.fill(row, count);
    }
    return city.table(counts);
  }

  private static Suppression chosen(CountTable table) {
    Suppression release = CellSuppression.choose(table, TEN, Progress.SILENT);
    assertTrue(DisclosureAudit.of(table, release.hidden(), TEN, Progress.SILENT).passes());
    return release;
  }

  @Test
  void anEmptyTableHidesNothing() {
    CountTable table = new CountTable(Hierarchy.of(), Hierarchy.of(), new int[0], new CellState[0]);
    assertEquals(0, chosen(table).hiddenCells());
  }

  @Test
  void zerosAreShown() {
    assertEquals(0, chosen(filled(new int[] {3, 4}, 12, 0)).hiddenCells());
  }

  @Test
  void largeCountsAreShown() {
    assertEquals(0, chosen(filled(new int[] {3, 4}, 12, 12)).hiddenCells());
  }

  @Test
  void smallCountsOnlyAreHiddenWhereTheyHideEachOther() {
    Suppression release = chosen(filled(new int[] {5, 6}, 12, 5));
    assertTrue(release.primaryCells() >= 11 * 12);
    assertTrue(
        release.secondaryCells() < release.primaryCells() / 10, release.secondaryCells() + "");
  }

  @Test
  void aCityOfOnesHidesTheSumsThatWouldSaySo() {
    Suppression release = chosen(filled(new int[] {2, 2}, 3, 1));
    assertTrue(release.secondaryCells() > 0);
    assertFalse(release.coarsened().isEmpty());
  }

  @Test
  void oneDistrictOfOneNeighborhoodIsProtectedBySumsOfTheCity() {
    for (int count : new int[] {1, 4, 9}) {
      chosen(filled(new int[] {1}, 12, count));
    }
    CountTable alone = CountTable.summed(
        Hierarchy.of(-1), Hierarchy.of(-1, 0, 0, 0), new int[] {0, 4, 30, 30}, free(4));
    Suppression release = chosen(alone);
    assertTrue(release.hidden()[1]);
    assertEquals(1, release.primaryCells());
    assertTrue(release.secondaryCells() >= 1);
  }

  @Test
  void oneSmallCellTakesARectangleWithIt() {
    int[][] counts = new int[6][3];
    for (int[] row : counts) {
      Arrays.fill(row, 30);
    }
    counts[2][0] = 4;
    SmallCity city = new SmallCity(Hierarchy.of(-1, 0, 1, 1, 1, 0), new boolean[6], new double[6]);
    Suppression release = chosen(city.table(counts));
    assertEquals(1, release.primaryCells());
    assertEquals(3, release.secondaryCells());
    assertTrue(release.coarsened().isEmpty());
  }

  @Test
  void theSameTableIsAlwaysAnsweredAlike() {
    SmallCity city = SmallCity.random(5);
    int[][] counts = city.draw(new Random(5), 15);
    assertArrayEquals(
        chosen(city.table(counts)).hidden(), chosen(city.table(counts)).hidden());
  }

  @Test
  void aSmallCountThatWasShownBeforeIsRefused() {
    CellState[] states = free(4);
    states[1] = CellState.FIXED_SHOWN;
    CountTable table = CountTable.summed(
        Hierarchy.of(-1), Hierarchy.of(-1, 0, 0, 0), new int[] {0, 4, 30, 30}, states);
    assertThrows(Fault.class, () -> CellSuppression.choose(table, TEN, Progress.SILENT));
  }

  @Test
  void progressOnlyRisesAndCanStopTheChoice() {
    SmallCity city = SmallCity.random(6);
    CountTable table = city.table(city.draw(new Random(6), 12));
    List<Double> told = new ArrayList<>();
    CellSuppression.choose(table, TEN, (fraction, words) -> told.add(fraction));
    List<Double> sorted = new ArrayList<>(told);
    sorted.sort(null);
    assertEquals(sorted, told);
    assertTrue(told.size() > 10);
    IllegalStateException stop = new IllegalStateException("stopped");
    assertEquals(
        stop,
        assertThrows(
            IllegalStateException.class,
            () -> CellSuppression.choose(table, TEN, (fraction, words) -> {
              if (fraction > 0.3) {
                throw stop;
              }
            })));
  }

  private static CellState[] free(int cells) {
    CellState[] states = new CellState[cells];
    Arrays.fill(states, CellState.FREE);
    return states;
  }
}
