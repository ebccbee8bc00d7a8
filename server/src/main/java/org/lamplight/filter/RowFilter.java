package org.lamplight.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** A condition as a test of a row number over columns in memory. */
public final class RowFilter {

  private RowFilter() {}

  /** Columns in memory: they make the test of a condition that has no parts, or none where they do not hold the property. */
  public interface Leaves {
    Optional<IntPredicate> test(Condition leaf);
  }

  /** The test of the condition; empty when a property of it is not in memory, so that only SQL can answer. */
  public static Optional<IntPredicate> compile(Condition condition, Leaves leaves) {
    if (!(condition instanceof Condition.Every every)) {
      return leaves.test(condition);
    }
    List<IntPredicate> tests = new ArrayList<>();
    for (Condition part : every.parts()) {
      Optional<IntPredicate> test = compile(part, leaves);
      if (test.isEmpty()) {
        return Optional.empty();
      }
      tests.add(test.get());
    }
    return Optional.of(all(tests));
  }

  private static IntPredicate all(List<IntPredicate> tests) {
    IntPredicate[] each = tests.toArray(IntPredicate[]::new);
    return switch (each.length) {
      case 0 -> row -> true;
      case 1 -> each[0];
      case 2 -> row -> each[0].test(row) && each[1].test(row);
      default ->
        row -> {
          for (IntPredicate test : each) {
            if (!test.test(row)) {
              return false;
            }
          }
          return true;
        };
    };
  }
}
