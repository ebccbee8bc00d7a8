package org.lamplight.incident;

import java.util.List;
import org.lamplight.filter.RowMask;

/** Masks over a column of small codes: a table says of each code whether it is wanted. */
final class Codes {

  private Codes() {}

  /** Where the unsigned code is one of the numbers. */
  static RowMask of(short[] column, List<?> wanted) {
    int most = wanted.stream().mapToInt(code -> (Integer) code).max().orElse(-1);
    boolean[] table = new boolean[most + 2];
    wanted.forEach(code -> {
      if ((Integer) code >= 0) {
        table[(Integer) code] = true;
      }
    });
    int beyond = most + 1;
    return (from, to, out) -> {
      for (int word = from; word < to; word++) {
        long bits = 0;
        int end = Math.min(64, column.length - (word << 6));
        for (int bit = 0; bit < end; bit++) {
          bits |= (table[Math.min(column[word << 6 | bit] & 0xffff, beyond)] ? 1L : 0L) << bit;
        }
        out[word - from] = bits;
      }
    };
  }

  /** Where at least one of the masks holds. */
  static RowMask any(List<RowMask> masks) {
    if (masks.size() == 1) {
      return masks.get(0);
    }
    return (from, to, out) -> {
      java.util.Arrays.fill(out, 0, to - from, 0);
      long[] next = new long[to - from];
      for (RowMask mask : masks) {
        mask.fill(from, to, next);
        for (int word = 0; word < next.length; word++) {
          out[word] |= next[word];
        }
      }
    };
  }
}
