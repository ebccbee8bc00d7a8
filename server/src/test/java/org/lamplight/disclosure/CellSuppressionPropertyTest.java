package org.lamplight.disclosure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class CellSuppressionPropertyTest {

  /** More than any count here can be; an upper end beyond it does not matter. */
  private static final double ANYTHING = 10_000;

  private static final SmallCells TEN = new SmallCells(10);

  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  void aReaderWithALinearProgramCannotNarrowAnySmallCell(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 26) int months) {
    SmallCity city = SmallCity.random(seed);
    CountTable table = city.table(city.draw(new Random(seed), months));
    Suppression release = CellSuppression.choose(table, TEN, Progress.SILENT);
    assertProtected(table, release.hidden(), TEN);
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void everyThresholdIsHeld(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 2, max = 20) int threshold) {
    SmallCity city = SmallCity.random(seed);
    CountTable table = city.table(city.draw(new Random(seed), 12));
    SmallCells rule = new SmallCells(threshold);
    assertProtected(table, CellSuppression.choose(table, rule, Progress.SILENT).hidden(), rule);
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void aSecondReleaseKeepsWhatTheFirstShowedAndHidAndBothTogetherGiveNothingAway(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 14) int before,
      @ForAll @IntRange(min = 1, max = 11) int more) {
    SmallCity city = SmallCity.random(seed);
    Random random = new Random(seed);
    TwoReleases releases = TwoReleases.of(city, lateReports(city, random, before, more), before);
    CountTable both = releases.table();
    for (int cell = 0; cell < both.size(); cell++) {
      CellState state = both.state(cell);
      assertTrue(state != CellState.FIXED_SHOWN || !releases.second()[cell]);
      assertTrue(state != CellState.FIXED_HIDDEN || releases.second()[cell]);
    }
    assertProtected(both, releases.second(), TEN);
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void neitherOfTwoReleasesDependsOnTheCountsOfHiddenBaseCells(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 14) int before,
      @ForAll @IntRange(min = 2, max = 11) int more) {
    SmallCity city = SmallCity.random(seed);
    Random random = new Random(seed);
    int[][] counts = city.draw(random, before + more);
    TwoReleases releases = TwoReleases.of(city, counts, before);
    Perturbation.of(releases.table(), releases.second(), TEN).apply(random, counts);
    TwoReleases others = TwoReleases.of(city, counts, before);
    assertArrayEquals(releases.first(), others.first());
    assertArrayEquals(releases.second(), others.second());
  }

  /** The months of the first release as they were counted then, and later ones as the late reports left them. */
  private static int[][] lateReports(SmallCity city, Random random, int before, int more) {
    int[][] first = city.draw(random, before);
    int[][] later = city.draw(random, before + more);
    for (int unit = 0; unit < later.length; unit++) {
      System.arraycopy(first[unit], 0, later[unit], 0, before);
    }
    return later;
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void whatIsHiddenDoesNotDependOnTheCountsOfHiddenBaseCells(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 3, max = 26) int months) {
    SmallCity city = SmallCity.random(seed);
    Random random = new Random(seed);
    int[][] counts = city.draw(random, months);
    CountTable table = city.table(counts);
    Suppression release = CellSuppression.choose(table, TEN, Progress.SILENT);
    int moves = Perturbation.of(table, release.hidden(), TEN).apply(random, counts);
    CountTable other = city.table(counts);
    assertTotalsAgree(table, other);
    Suppression again = CellSuppression.choose(other, TEN, Progress.SILENT);
    assertArrayEquals(release.hidden(), again.hidden(), moves + " moves");
    assertEquals(release.coarsened().size(), again.coarsened().size());
  }

  @Example
  void perturbationsReallyChangeCounts() {
    SmallCity city = SmallCity.of(new Random(3), new int[] {6, 6, 6}, 16);
    int[][] counts = city.draw(new Random(4), 12);
    CountTable table = city.table(counts);
    boolean[] hidden = CellSuppression.choose(table, TEN, Progress.SILENT).hidden();
    int moves = Perturbation.of(table, hidden, TEN).apply(new Random(5), counts);
    assertTrue(moves > 20, moves + " moves");
    int changed = 0;
    CountTable other = city.table(counts);
    for (int cell = 0; cell < table.size(); cell++) {
      changed += table.count(cell) != other.count(cell) ? 1 : 0;
    }
    assertTrue(changed > 20, changed + " changed");
  }

  private static void assertTotalsAgree(CountTable one, CountTable other) {
    for (int cell = 0; cell < one.size(); cell++) {
      assertEquals(one.count(cell) == 0, other.count(cell) == 0);
      assertEquals(TEN.isSmall(one.count(cell)), TEN.isSmall(other.count(cell)));
      assertTrue(one.isBase(cell) || one.count(cell) == other.count(cell));
    }
  }

  @Example
  void thresholdsAloneGiveHalfOfTheSmallCellsAway() {
    Random random = new Random(11);
    SmallCity city = SmallCity.of(random, new int[] {6, 7, 5, 8}, 40);
    CountTable table = city.table(city.draw(random, 24));
    boolean[] hidden = new boolean[table.size()];
    for (int cell = 0; cell < hidden.length; cell++) {
      hidden[cell] = table.isListed(cell) && TEN.isSmall(table.count(cell));
    }
    int primary = 0;
    int recovered = 0;
    try (NaiveAuditor reader = new NaiveAuditor(Published.of(table, hidden))) {
      for (int cell = 0; cell < hidden.length; cell++) {
        if (hidden[cell]) {
          int unit = table.unit(cell);
          int period = table.period(cell);
          primary++;
          double spread = reader.max(unit, period, ANYTHING) - reader.min(unit, period);
          recovered += spread < 1e-6 ? 1 : 0;
        }
      }
    }
    assertTrue(primary > 100, primary + " small cells");
    assertTrue(2 * recovered >= primary, recovered + " of " + primary + " recovered");
    DisclosureAudit audit = DisclosureAudit.of(table, hidden, TEN, Progress.SILENT);
    assertTrue(audit.failing().length >= recovered, "the audit must find them too");
  }

  private static void assertProtected(CountTable table, boolean[] hidden, SmallCells rule) {
    DisclosureAudit audit = DisclosureAudit.of(table, hidden, rule, Progress.SILENT);
    assertEquals(0, audit.failing().length, "failing in the audit");
    int[] floors = table.floors();
    try (NaiveAuditor reader = new NaiveAuditor(Published.of(table, hidden))) {
      for (int cell = 0; cell < table.size(); cell++) {
        if (rule.isSmall(table.count(cell))) {
          int unit = table.unit(cell);
          int period = table.period(cell);
          double floor = floors[cell];
          double min = reader.min(unit, period);
          double max = reader.max(unit, period, ANYTHING);
          String where = "unit " + unit + " in " + period + ": " + min + " to " + max;
          assertTrue(min <= floor + 1e-5, where);
          assertTrue(max >= floor + rule.width() - 1e-5, where);
        }
      }
    }
  }
}
