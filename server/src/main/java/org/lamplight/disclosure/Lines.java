package org.lamplight.disclosure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which members of a hierarchy change when an amount moves from one leaf to another: those above exactly one of the two.
 *
 * <p>Worked out once for each pair that is asked for.
 */
final class Lines {

  private final Hierarchy hierarchy;
  private final Map<Integer, int[][]> between = new HashMap<>();

  Lines(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** The members that change when an amount moves from one leaf to another. */
  int[] between(int from, int to) {
    return between.computeIfAbsent(from, this::differences)[to];
  }

  private int[][] differences(int from) {
    return IntStream.range(0, hierarchy.size())
        .mapToObj(to -> difference(from, to))
        .toArray(int[][]::new);
  }

  private int[] difference(int from, int to) {
    return IntStream.concat(
            Arrays.stream(hierarchy.lineage(from)).filter(m -> !hierarchy.isWithin(to, m)),
            Arrays.stream(hierarchy.lineage(to)).filter(m -> !hierarchy.isWithin(from, m)))
        .toArray();
  }
}
