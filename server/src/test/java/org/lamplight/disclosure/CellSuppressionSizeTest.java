package org.lamplight.disclosure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A table in the shape of Los Angeles 2020 to 2024: 114 neighborhoods in 9 districts, 60 months, five groups. */
class CellSuppressionSizeTest {

  private static final int[] DISTRICTS = {12, 13, 12, 13, 13, 13, 12, 13, 13};

  private static final int MONTHS = 60;

  /** Incidents a year: violent, burglary, vehicle, theft, other. */
  private static final int[] YEARLY = {25_000, 14_000, 50_000, 40_000, 60_000};

  @Test
  void aMillionRowCityHidesAtMostSixteenCellsForTenSmallOnesAndPassesItsAudit() {
    SmallCells rule = new SmallCells(10);
    int primary = 0;
    int hidden = 0;
    int years = 0;
    for (int group = 0; group < YEARLY.length; group++) {
      CountTable table = city(new Random(group), YEARLY[group]);
      Suppression release = CellSuppression.choose(table, rule, Progress.SILENT);
      assertTrue(
          DisclosureAudit.of(table, release.hidden(), rule, Progress.SILENT).passes());
      primary += release.primaryCells();
      hidden += release.hiddenCells();
      years += hiddenYears(table, release);
    }
    assertTrue(primary > 5_000, primary + " small cells");
    assertTrue(10 * hidden <= 16 * primary, hidden + " hidden for " + primary + " small cells");
    assertTrue(years <= YEARLY.length * 114 * 5 / 8, years + " neighborhoods' years are hidden");
  }

  /** Years of neighborhoods, which a public map shows first. */
  private static int hiddenYears(CountTable table, Suppression release) {
    return (int) IntStream.range(0, table.size())
        .filter(cell -> release.hidden()[cell]
            && table.units().isLeaf(table.unit(cell))
            && table.periods().leaves(table.period(cell)).length == 12)
        .count();
  }

  /** Log-normal means of neighborhoods; months vary about them more than by chance alone (negative binomial of size 20). */
  private static CountTable city(Random random, int yearly) {
    SmallCity city = SmallCity.of(random, DISTRICTS, 1);
    Arrays.fill(city.unlisted(), false);
    double sum = 0;
    for (int unit = 0; unit < city.means().length - 1; unit++) {
      city.means()[unit] = city.units().isLeaf(unit) ? Math.exp(0.8 * random.nextGaussian()) : 0;
      sum += city.means()[unit];
    }
    int[][] counts = new int[city.units().size()][MONTHS];
    for (int unit = 0; unit < counts.length; unit++) {
      boolean placeless = unit == counts.length - 1;
      double mean = placeless ? 5 : yearly / 12.0 * city.means()[unit] / sum;
      for (int month = 0; month < MONTHS && city.units().isLeaf(unit); month++) {
        counts[unit][month] = SmallCity.poisson(random, mean * gamma(random));
      }
    }
    return city.table(counts);
  }

  /** A factor of mean 1 and variance 1/20: the mean of twenty exponential draws. */
  private static double gamma(Random random) {
    double sum = 0;
    for (int i = 0; i < 20; i++) {
      sum -= Math.log(1 - random.nextDouble());
    }
    return sum / 20;
  }
}
