package org.lamplight.analysis.area;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws some of the other units without replacement, in random order, over and over for one unit that stays where it is. */
final class ConditionalDraws {

  /** Beyond so many a draw shuffles a part of all units; below, it draws again what was drawn already. */
  private static final int FEW = 24;

  private final int n;
  private final int[] drawn;
  private final int[] pool;
  private final int[] stamp;
  private int round;

  ConditionalDraws(int n, int most) {
    this.n = n;
    this.drawn = new int[most];
    boolean shuffles = most > FEW || 2 * most > n;
    this.pool = new int[shuffles ? n - 1 : 0];
    this.stamp = new int[shuffles ? 0 : n];
    Arrays.setAll(pool, k -> k);
  }

  /** The first count entries are the draw; the array is used again by the next one. */
  int[] draw(SplittableRandom random, int fixed, int count) {
    if (pool.length > 0) {
      shuffle(random, fixed, count);
    } else {
      reject(random, fixed, count);
    }
    return drawn;
  }

  private void reject(SplittableRandom random, int fixed, int count) {
    round++;
    for (int k = 0; k < count; k++) {
      int unit = other(random.nextInt(n - 1), fixed);
      while (stamp[unit] == round) {
        unit = other(random.nextInt(n - 1), fixed);
      }
      stamp[unit] = round;
      drawn[k] = unit;
    }
  }

  /** The beginning of a Fisher-Yates shuffle; the pool need not be put in order again, unless draws are to depend on no draw before. */
  private void shuffle(SplittableRandom random, int fixed, int count) {
    if (round != fixed + 1) {
      Arrays.setAll(pool, k -> k);
      round = fixed + 1;
    }
    for (int k = 0; k < count; k++) {
      int other = k + random.nextInt(n - 1 - k);
      int chosen = pool[other];
      pool[other] = pool[k];
      pool[k] = chosen;
      drawn[k] = other(chosen, fixed);
    }
  }

  private static int other(int number, int fixed) {
    return number < fixed ? number : number + 1;
  }
}
