package org.lamplight.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition as a mask over columns in memory. A negation is carried down to the leaves, so that a leaf whose value is missing
 * keeps neither itself nor its negation.
 */
public final class RowFilter {

  private RowFilter() {}

  /** Columns in memory: masks of conditions that have no parts, or none where they do not hold the property. */
  public interface Leaves {

    /** Where the leaf holds. */
    Optional<RowMask> holds(Condition leaf);

    /** Where the leaf is known not to hold. */
    Optional<RowMask> refuted(Condition leaf);
  }

  /** The mask of the condition; empty when a property of it is not in memory, so that only SQL can answer. */
  public static Optional<RowMask> compile(Condition condition, Leaves leaves) {
    return compile(condition, true, leaves);
  }

  private static Optional<RowMask> compile(Condition condition, boolean sense, Leaves leaves) {
    if (condition instanceof Condition.Not not) {
      return compile(not.part(), !sense, leaves);
    } else if (condition instanceof Condition.Every every) {
      return parts(every.parts(), sense, sense, leaves);
    } else if (condition instanceof Condition.Either either) {
      return parts(either.parts(), sense, !sense, leaves);
    }
    return sense ? leaves.holds(condition) : leaves.refuted(condition);
  }

  private static Optional<RowMask> parts(
      List<Condition> parts, boolean sense, boolean all, Leaves leaves) {
    List<RowMask> masks = new ArrayList<>();
    for (Condition part : parts) {
      Optional<RowMask> mask = compile(part, sense, leaves);
      if (mask.isEmpty()) {
        return Optional.empty();
      }
      masks.add(mask.get());
    }
    if (masks.size() == 1) {
      return Optional.of(masks.get(0));
    }
    return Optional.of(masks.isEmpty() ? RowMask.constant(all) : all ? every(masks) : any(masks));
  }

  private static RowMask every(List<RowMask> masks) {
    RowMask[] each = masks.toArray(RowMask[]::new);
    return (from, to, out) -> {
      each[0].fill(from, to, out);
      long[] next = new long[to - from];
      for (int i = 1; i < each.length; i++) {
        each[i].fill(from, to, next);
        for (int word = 0; word < next.length; word++) {
          out[word] &= next[word];
        }
      }
    };
  }

  private static RowMask any(List<RowMask> masks) {
    RowMask[] each = masks.toArray(RowMask[]::new);
    return (from, to, out) -> {
      each[0].fill(from, to, out);
      long[] next = new long[to - from];
      for (int i = 1; i < each.length; i++) {
        each[i].fill(from, to, next);
        for (int word = 0; word < next.length; word++) {
          out[word] |= next[word];
        }
      }
    };
  }
}
