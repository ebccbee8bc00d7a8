package org.lamplight.disclosure;

import static org.lamplight.fault.Fault.require;

import java.util.stream.IntStream;

/**
 * A forest of units or of periods, numbered 0 to {@code size() - 1} in any order: each member is the sum of its children.
 *
 * <p>A month of a quarter that is not complete yet has no parent; so has a complete quarter of an incomplete year.
 */
public final class Hierarchy {

  private static final int NONE = -1;

  private final int[] parents;
  private final int[][] children;
  private final int[][] lineages;
  private final int[][] leaves;

  private Hierarchy(int[] parents) {
    this.parents = parents;
    this.children = IntStream.range(0, parents.length)
        .mapToObj(
            p -> IntStream.range(0, parents.length).filter(c -> parents[c] == p).toArray())
        .toArray(int[][]::new);
    this.lineages = IntStream.range(0, parents.length)
        .mapToObj(i -> IntStream.iterate(i, m -> m != NONE, m -> parents[m]).toArray())
        .toArray(int[][]::new);
    this.leaves = IntStream.range(0, parents.length)
        .mapToObj(a -> IntStream.range(0, parents.length)
            .filter(i -> children[i].length == 0 && isWithin(i, a))
            .toArray())
        .toArray(int[][]::new);
  }

  /**
   * The forest in which member {@code i} is a child of {@code parents[i]}; -1 where it has no parent.
   *
   * <p>Errors: INVALID when a parent is no member, or a member is its own ancestor. Cost: quadratic in the number of members.
   */
  public static Hierarchy of(int... parents) {
    for (int i = 0; i < parents.length; i++) {
      require(
          parents[i] >= NONE && parents[i] < parents.length,
          "parents: the parent of " + i + " is no member");
      int steps = 0;
      for (int m = i; m != NONE; m = parents[m]) {
        require(steps <= parents.length, "parents: " + i + " is its own ancestor");
        steps++;
      }
    }
    return new Hierarchy(parents.clone());
  }

  public int size() {
    return parents.length;
  }

  /** The parent of a member, or -1. */
  public int parent(int member) {
    return parents[member];
  }

  /** Do not change the answer. */
  public int[] children(int member) {
    return children[member];
  }

  public boolean isLeaf(int member) {
    return children[member].length == 0;
  }

  /** The member itself, its parent and so on up to its root; do not change the answer. */
  public int[] lineage(int member) {
    return lineages[member];
  }

  public int root(int member) {
    return lineages[member][lineages[member].length - 1];
  }

  /** The leaves at or below a member, ascending; do not change the answer. */
  public int[] leaves(int member) {
    return leaves[member];
  }

  /** Whether a member is the given ancestor or lies below it. */
  public boolean isWithin(int member, int ancestor) {
    for (int m = member; m != NONE; m = parents[m]) {
      if (m == ancestor) {
        return true;
      }
    }
    return false;
  }
}
