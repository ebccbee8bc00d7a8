package org.lamplight.disclosure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which members of a hierarchy change when an amount moves from one leaf to another: those above exactly one of the two.
 *
 * <p>Worked out once for each pair that is asked for.
 */
final class Lines {

  private final Hierarchy hierarchy;
  private final int @Nullable [][][] between;

  Lines(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    this.between = new int[hierarchy.size()][][];
  }

  Hierarchy hierarchy() {
    return hierarchy;
  }

  /** The members that change when an amount moves from one leaf to another. */
  int[] between(int from, int to) {
    int[][] ofFrom = between[from];
    if (ofFrom == null) {
      ofFrom = IntStream.range(0, hierarchy.size())
          .mapToObj(i -> difference(from, i))
          .toArray(int[][]::new);
      between[from] = ofFrom;
    }
    return ofFrom[to];
  }

  /** The members that change when amounts move from one leaf to any of several; to nowhere when there are none. */
  int[] between(int from, int[] to) {
    return switch (to.length) {
      case 0 -> hierarchy.lineage(from);
      case 1 -> between(from, to[0]);
      default ->
        Arrays.stream(to)
            .flatMap(i -> Arrays.stream(between(from, i)))
            .distinct()
            .sorted()
            .toArray();
    };
  }

  private int[] difference(int from, int to) {
    return IntStream.concat(
            Arrays.stream(hierarchy.lineage(from)).filter(m -> !hierarchy.isWithin(to, m)),
            Arrays.stream(hierarchy.lineage(to)).filter(m -> !hierarchy.isWithin(from, m)))
        .toArray();
  }
}
