package org.lamplight.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Floors excuse only what nobody could hide: they are what a reader works out of a publication in which all is hidden that can be. */
class FloorsTest {

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void aFloorIsTheLeastThatAReaderKnowsWhenEverythingIsHidden(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 14) int months) {
    SmallCity city = SmallCity.random(seed);
    CountTable table = city.table(city.draw(new Random(seed), months));
    boolean[] all = new boolean[table.size()];
    for (int cell = 0; cell < all.length; cell++) {
      all[cell] = table.isListed(cell) && table.count(cell) > 0;
    }
    int[] floors = table.floors();
    try (NaiveAuditor reader = new NaiveAuditor(Published.of(table, all))) {
      for (int cell = 0; cell < all.length; cell++) {
        if (table.count(cell) > 0) {
          double least = reader.min(table.unit(cell), table.period(cell));
          assertEquals(Math.max(1, least), floors[cell], 1e-5, "cell " + cell);
        }
      }
    }
  }

  /** A city of one district with a listed neighborhood that has nothing and one that is never listed; a quarter of three months. */
  @Example
  void zerosOfAllOthersGiveTheMarksOfADistrictToTheOneThatIsNotListed() {
    Hierarchy units = Hierarchy.of(-1, 0, 1, 1);
    Hierarchy periods = Hierarchy.of(-1, 0, 0, 0);
    int[] leaves = new int[16];
    leaves[3 * 4 + 1] = 3;
    leaves[3 * 4 + 2] = 2;
    CellState[] states = new CellState[16];
    Arrays.fill(states, CellState.FREE);
    Arrays.fill(states, 12, 16, CellState.UNLISTED);
    int[] floors = CountTable.summed(units, periods, leaves, states).floors();
    assertEquals(2, floors[3 * 4], "the quarter of the unlisted one");
    assertEquals(1, floors[3 * 4 + 1], "its month");
    assertEquals(2, floors[4], "the quarter of the district");
  }
}
