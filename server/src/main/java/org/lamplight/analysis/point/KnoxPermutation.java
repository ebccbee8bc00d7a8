package org.lamplight.analysis.point;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lamplight.analysis.chance.Permutations;
import org.lamplight.analysis.chance.Rounds;

/** Deals the times anew over the places, and says how often a count is as large as the one observed. */
final class KnoxPermutation {

  /** Two z that differ by less are equal but for rounding. */
  private static final double SAME = 1e-9;

  private final KnoxMoments moments;
  private final Permutations chance;

  /** Counts by round. */
  private final long[][] dealt;

  KnoxPermutation(KnoxCounts counts, KnoxMoments moments, double[] days, Permutations chance) {
    this.moments = moments;
    this.chance = chance;
    this.dealt = new long[chance.rounds()][];
    Rounds.each(dealt.length, round -> {
      double[] hand = days.clone();
      shuffle(hand, chance.stream(round));
      dealt[round] = counts.of(hand);
    });
  }

  private static void shuffle(double[] values, SplittableRandom random) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      double held = values[i];
      values[i] = values[other];
      values[other] = held;
    }
  }

  /** Fills in p of each cell asked for, and p adjusted by the step-down maximum of z over those that vary. */
  void fill(int[] cells, long[] observed, double[] p, double[] adjusted) {
    for (int cell : cells) {
      int atLeast = 0;
      for (long[] counts : dealt) {
        atLeast += counts[cell] >= observed[cell] ? 1 : 0;
      }
      p[cell] = chance.p(atLeast);
    }
    double[] z = moments.standardised(observed);
    int[] down = IntStream.of(cells)
        .filter(cell -> !Double.isNaN(z[cell]))
        .boxed()
        .sorted(Comparator.comparingDouble(cell -> -z[cell]))
        .mapToInt(cell -> cell)
        .toArray();
    int[] atLeast = new int[down.length];
    for (long[] counts : dealt) {
      double[] round = moments.standardised(counts);
      double most = Double.NEGATIVE_INFINITY;
      for (int rank = down.length - 1; rank >= 0; rank--) {
        most = Math.max(most, round[down[rank]]);
        atLeast[rank] += most >= z[down[rank]] - SAME ? 1 : 0;
      }
    }
    double before = 0;
    for (int rank = 0; rank < down.length; rank++) {
      before = Math.max(before, chance.p(atLeast[rank]));
      adjusted[down[rank]] = before;
    }
  }
}
