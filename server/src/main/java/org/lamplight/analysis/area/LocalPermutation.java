package org.lamplight.analysis.area;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lamplight.analysis.chance.Permutations;
import org.lamplight.analysis.chance.Rounds;

/**
 * Conditional permutation of a local sum: each unit keeps its value while the others are dealt anew to its neighbors.
 *
 * <p>Source: L. Anselin, "Local indicators of spatial association", Geographical Analysis 27 (1995).
 */
final class LocalPermutation {

  /** Rounding must not tell apart what is equal. */
  private static final double EQUAL = 1e-10;

  private static final int BLOCK = 64;

  private final Weights weights;
  private final double[] values;
  private final Permutations permutations;
  private final double scale;

  LocalPermutation(Weights weights, double[] values, Permutations permutations) {
    this.weights = weights;
    this.values = values;
    this.permutations = permutations;
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    scale = EQUAL * largest;
  }

  /** Two-sided p of each unit's sum of weighted neighbors' values; a unit's own weight is left out. NaN for islands. */
  double[] p() {
    int n = weights.size();
    double[] p = new double[n];
    int most = IntStream.range(0, n).map(weights.neighbors()::count).max().orElse(0);
    Rounds.each((n + BLOCK - 1) / BLOCK, block -> {
      ConditionalDraws draws = new ConditionalDraws(n, most);
      for (int i = block * BLOCK; i < Math.min(n, (block + 1) * BLOCK); i++) {
        p[i] = one(i, draws);
      }
    });
    return p;
  }

  private double one(int unit, ConditionalDraws draws) {
    int[] start = weights.neighbors().packedStart();
    int[] index = weights.neighbors().packedIndex();
    double[] row = new double[start[unit + 1] - start[unit]];
    int count = 0;
    double observed = 0;
    for (int at = start[unit]; at < start[unit + 1]; at++) {
      if (index[at] != unit) {
        row[count++] = weights.packed()[at];
        observed += weights.packed()[at] * values[index[at]];
      }
    }
    return count == 0 ? Double.NaN : compare(unit, draws, row, count, observed);
  }

  private double compare(
      int unit, ConditionalDraws draws, double[] row, int count, double observed) {
    SplittableRandom random = permutations.stream(unit);
    double slack = scale * row[0] * count;
    int atLeast = 0;
    int atMost = 0;
    for (int round = 0; round < permutations.rounds(); round++) {
      int[] drawn = draws.draw(random, unit, count);
      double sum = 0;
      for (int k = 0; k < count; k++) {
        sum += row[k] * values[drawn[k]];
      }
      atLeast += sum >= observed - slack ? 1 : 0;
      atMost += sum <= observed + slack ? 1 : 0;
    }
    return permutations.twoSided(atLeast, atMost);
  }
}
