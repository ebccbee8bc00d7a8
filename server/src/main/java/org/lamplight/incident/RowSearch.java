package org.lamplight.incident;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.filter.Condition;
import org.lamplight.filter.RowMask;
import org.lamplight.geo.BBox;

/**
 * The incidents that satisfy a condition, counted, or by pages in the order of their numbers. A condition that holds a box looks only
 * at the rows along the curve that lie in the box; any other at all rows, once for a snapshot.
 */
public final class RowSearch {

  private static final int SMALL_SHARE = 8;
  private static final int SPARSE = 16;

  private final Snapshot snapshot;
  private final @Nullable Selection selection;
  private final int @Nullable [] candidates;

  private RowSearch(Snapshot snapshot, @Nullable Selection selection, int @Nullable [] candidates) {
    this.snapshot = snapshot;
    this.selection = selection;
    this.candidates = candidates;
  }

  /** Empty when the snapshot is not there or does not hold a property of the condition, so that only SQL can answer. */
  public static Optional<RowSearch> of(Incidents.Loaded loaded, Condition condition) {
    if (loaded.index().isEmpty()) {
      return Optional.empty();
    }
    Snapshot snapshot = loaded.index().get();
    BBox box = onlyBox(condition);
    if (box != null) {
      NearRows near = snapshot.near(box);
      if (near.rows() <= snapshot.size() / SMALL_SHARE) {
        return snapshot
            .mask(condition)
            .map(mask -> new RowSearch(snapshot, null, byNumber(snapshot, found(near, mask))));
      }
    }
    return snapshot.select(condition).map(found -> of(snapshot, found));
  }

  private static RowSearch of(Snapshot snapshot, Selection found) {
    return found.count() < snapshot.size() / SPARSE
        ? new RowSearch(snapshot, null, byNumber(snapshot, found.rows()))
        : new RowSearch(snapshot, found, null);
  }

  /** The single box that every row must lie in, if the condition has one. */
  private static @Nullable BBox onlyBox(Condition condition) {
    if (condition instanceof Condition.InBox in && in.boxes().size() == 1) {
      return in.boxes().get(0);
    }
    if (condition instanceof Condition.Every every) {
      for (Condition part : every.parts()) {
        BBox box = onlyBox(part);
        if (box != null) {
          return box;
        }
      }
    }
    return null;
  }

  private static int[] found(NearRows near, RowMask mask) {
    Snapshot snapshot = near.snapshot();
    int[] found = new int[near.rows()];
    int[] count = new int[1];
    for (int block = 0; block < snapshot.blocks(); block++) {
      near.forEach(block, (from, to) -> {
        int first = from >>> 6;
        long[] words = new long[((to + 63) >>> 6) - first];
        mask.fill(first, first + words.length, words);
        for (int word = 0; word < words.length; word++) {
          long bits = words[word] & Selection.within(first + word, from, to);
          for (; bits != 0; bits &= bits - 1) {
            found[count[0]++] = (first + word) << 6 | Long.numberOfTrailingZeros(bits);
          }
        }
      });
    }
    return Arrays.copyOf(found, count[0]);
  }

  private static int[] byNumber(Snapshot snapshot, int[] rows) {
    if (snapshot.columns.id.length == 0) {
      return Arrays.stream(rows)
          .boxed()
          .sorted(Comparator.comparingLong(snapshot::id))
          .mapToInt(row -> row)
          .toArray();
    }
    long[] keys = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      keys[i] = (long) snapshot.columns.id[rows[i]] << 32 | rows[i];
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /** How many there are. */
  public long count() {
    return candidates != null ? candidates.length : selection == null ? 0 : selection.count();
  }

  /** Rows of the first incidents whose number is above {@code after}, at most {@code limit}, in the order of their numbers. */
  public int[] page(long after, int limit) {
    if (candidates != null) {
      int begin = firstAbove(candidates, after);
      return Arrays.copyOfRange(candidates, begin, Math.min(candidates.length, begin + limit));
    }
    int[] rows = new int[limit];
    int count = 0;
    int[] byId = snapshot.columns.byId;
    int at = RowsById.firstAbove(snapshot, after);
    for (; at < byId.length && count < limit && selection != null; at++) {
      if (selection.contains(byId[at])) {
        rows[count++] = byId[at];
      }
    }
    return Arrays.copyOf(rows, count);
  }

  private int firstAbove(int[] rows, long number) {
    int low = 0;
    int high = rows.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (snapshot.id(rows[middle]) > number) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
