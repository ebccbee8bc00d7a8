package org.lamplight.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The counts that would be nothing unusual after those of the same season in earlier years.
 *
 * @param low smallest such count
 * @param high largest such count
 * @param years how many earlier years it is worked out from
 */
public record UsualRange(int low, int high, int years) {

  /** Fewer earlier years than this say nothing. */
  public static final int LEAST_YEARS = 3;

  /** Years before these are too long ago to compare with. */
  public static final int MOST_YEARS = 5;

  private static final double Z = 2;

  /**
   * The range of counts x with |z| below 2, where z = 2(sqrt x - sqrt mean) / sqrt(1 + 1/k).
   *
   * <ul>
   *   <li><b>Input</b>: counts of the same season in k earlier years, each at least 0.
   *   <li><b>Output</b>: null when there are fewer than three.
   *   <li><b>Cost</b>: linear in k.
   * </ul>
   *
   * <p>Source: A. Wheeler, "Tables and graphs for monitoring temporal crime trends", International Journal of Police Science
   * and Management 18 (2016), with the variance of a mean of k periods.
   */
  static @Nullable UsualRange of(List<Integer> earlier) {
    int k = earlier.size();
    if (k < LEAST_YEARS) {
      return null;
    }
    double mean = earlier.stream().mapToInt(Integer::intValue).sum() / (double) k;
    double half = Z * Math.sqrt(1 + 1.0 / k) / 2;
    double lowRoot = Math.sqrt(mean) - half;
    double highRoot = Math.sqrt(mean) + half;
    int low = lowRoot < 0 ? 0 : (int) Math.floor(lowRoot * lowRoot) + 1;
    int high = (int) Math.ceil(highRoot * highRoot) - 1;
    return new UsualRange(low, Math.max(low, high), k);
  }

  public boolean holds(int count) {
    return count >= low && count <= high;
  }
}
