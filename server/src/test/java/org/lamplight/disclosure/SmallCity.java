package org.lamplight.disclosure;

import java.util.Arrays;
import java.util.Random;

/**
 * Synthetic cities for tests, the same for the same seed.
 *
 * @param units the city (0), its districts, their neighborhoods, a row without place directly below the city (last)
 * @param unlisted by unit: a neighborhood that is never listed
 * @param means by unit: the mean count of a month
 */
record SmallCity(Hierarchy units, boolean[] unlisted, double[] means) {

  /** 2 to 6 districts of 2 to 8 neighborhoods, up to 40 incidents a cell, every tenth neighborhood never listed. */
  static SmallCity random(long seed) {
    Random random = new Random(seed);
    int districts = 2 + random.nextInt(5);
    double scale = random.nextInt(4) == 0 ? 3 : 20;
    int[] sizes = new int[districts];
    Arrays.setAll(sizes, d -> 2 + random.nextInt(7));
    return of(random, sizes, scale);
  }

  static SmallCity of(Random random, int[] districtSizes, double scale) {
    int size = 2 + districtSizes.length + Arrays.stream(districtSizes).sum();
    int[] parents = new int[size];
    parents[0] = -1;
    boolean[] unlisted = new boolean[size];
    double[] means = new double[size];
    int next = 1 + districtSizes.length;
    for (int district = 1; district <= districtSizes.length; district++) {
      for (int i = 0; i < districtSizes[district - 1]; i++) {
        parents[next] = district;
        unlisted[next] = random.nextInt(10) == 0;
        means[next] = scale * random.nextDouble() * (unlisted[next] ? 0.2 : 1);
        next++;
      }
    }
    means[next] = 2;
    return new SmallCity(Hierarchy.of(parents), unlisted, means);
  }

  /** Years, then quarters, then months of so many months; only complete quarters and years. */
  static Hierarchy periods(int months) {
    int years = months / 12;
    int quarters = months / 3;
    int[] parents = new int[years + quarters + months];
    for (int i = 0; i < parents.length; i++) {
      int quarter = i - years;
      int month = quarter - quarters;
      if (i < years) {
        parents[i] = -1;
      } else if (quarter < quarters) {
        parents[i] = quarter / 4 < years ? quarter / 4 : -1;
      } else {
        parents[i] = month / 3 < quarters ? years + month / 3 : -1;
      }
    }
    return Hierarchy.of(parents);
  }

  /** The cell of the month with a number from 0, in periods as above. */
  static int month(int months, int number) {
    return months / 12 + months / 3 + number;
  }

  /** Counts by leaf unit and month number, 0 to 40. */
  int[][] draw(Random random, int months) {
    int[][] counts = new int[units.size()][months];
    for (int unit = 0; unit < units.size(); unit++) {
      for (int month = 0; month < months && units.isLeaf(unit); month++) {
        double spread = means[unit] * (0.4 + 1.2 * random.nextDouble());
        counts[unit][month] = Math.min(40, poisson(random, spread));
      }
    }
    return counts;
  }

  CountTable table(int[][] counts) {
    int months = counts[0].length;
    Hierarchy periods = periods(months);
    int[] leaves = new int[units.size() * periods.size()];
    CellState[] states = new CellState[leaves.length];
    for (int unit = 0; unit < units.size(); unit++) {
      for (int period = 0; period < periods.size(); period++) {
        states[unit * periods.size() + period] =
            unlisted[unit] ? CellState.UNLISTED : CellState.FREE;
      }
      for (int month = 0; month < months; month++) {
        leaves[unit * periods.size() + month(months, month)] = counts[unit][month];
      }
    }
    return CountTable.summed(units, periods, leaves, states);
  }

  /** A Poisson count (Knuth's product of uniforms; means below 500). */
  static int poisson(Random random, double mean) {
    double limit = Math.exp(-mean);
    int count = -1;
    double product = 1;
    do {
      count++;
      product *= random.nextDouble();
    } while (product > limit);
    return count;
  }
}
