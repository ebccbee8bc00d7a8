package org.lamplight.incident;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.lamplight.filter.Condition;
import org.lamplight.geo.BBox;

/**
 * The rows of an index that satisfy a condition, counted, or by pages in the order of their numbers. A condition that holds a
 * small box looks only at the cells of the grid that the box touches; any other at all rows.
 */
public final class RowSearch {

  private static final int SMALL_SHARE = 8;

  private final IncidentIndex index;
  private final IntPredicate test;
  private final int @Nullable [] candidates;

  private RowSearch(IncidentIndex index, IntPredicate test, int @Nullable [] candidates) {
    this.index = index;
    this.test = test;
    this.candidates = candidates;
  }

  /** Empty when the index is not there or does not hold a property of the condition, so that only SQL can answer. */
  public static Optional<RowSearch> of(Incidents.Loaded loaded, Condition condition) {
    return loaded
        .test(condition)
        .map(test -> of(loaded.index().orElseThrow(), test, smallBox(condition)));
  }

  private static RowSearch of(IncidentIndex index, IntPredicate test, @Nullable BBox box) {
    if (box == null || index.grid.size(box) > index.size() / SMALL_SHARE) {
      return new RowSearch(index, test, null);
    }
    return new RowSearch(index, test, found(index.grid, box, test));
  }

  /** The single box that every row must lie in, if the condition has one. */
  private static @Nullable BBox smallBox(Condition condition) {
    if (condition instanceof Condition.InBox in && in.boxes().size() == 1) {
      return in.boxes().get(0);
    }
    if (condition instanceof Condition.Every every) {
      for (Condition part : every.parts()) {
        BBox box = smallBox(part);
        if (box != null) {
          return box;
        }
      }
    }
    return null;
  }

  private static int[] found(PlaceGrid grid, BBox box, IntPredicate test) {
    int[] rows = new int[grid.size(box)];
    int[] count = new int[1];
    grid.forEach(box, row -> {
      if (test.test(row)) {
        rows[count[0]++] = row;
      }
    });
    int[] exact = Arrays.copyOf(rows, count[0]);
    Arrays.sort(exact);
    return exact;
  }

  /** How many rows there are. */
  public long count() {
    if (candidates != null) {
      return candidates.length;
    }
    long count = 0;
    for (int row = 0; row < index.size(); row++) {
      count += test.test(row) ? 1 : 0;
    }
    return count;
  }

  /** The first rows whose number is above {@code after}, at most {@code limit}, in the order of their numbers. */
  public int[] page(long after, int limit) {
    int first = index.firstAbove(after);
    if (candidates != null) {
      int from = Arrays.binarySearch(candidates, first);
      int begin = from < 0 ? -from - 1 : from;
      return Arrays.copyOfRange(candidates, begin, Math.min(candidates.length, begin + limit));
    }
    int[] rows = new int[limit];
    int count = 0;
    for (int row = first; row < index.size() && count < limit; row++) {
      if (test.test(row)) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }
}
