package org.lamplight.incident;

import java.util.List;
import org.lamplight.filter.RowMask;

/** Masks over a column of small codes: a table says of each code whether it is wanted. */
final class Codes {

  private Codes() {}

  /** Where the unsigned code is one of the numbers. */
  static RowMask of(short[] column, List<?> wanted) {
    byte[] table = new byte[1 << Short.SIZE];
    wanted.forEach(code -> {
      if ((Integer) code >= 0 && (Integer) code < table.length) {
        table[(Integer) code] = 1;
      }
    });
    return (from, to, out) -> {
      for (int word = from; word < to; word++) {
        out[word - from] = word(column, table, word << 6);
      }
    };
  }

  /** Where the table says 1 of the unsigned code. */
  static RowMask of(byte[] column, byte[] table) {
    return (from, to, out) -> {
      for (int word = from; word < to; word++) {
        out[word - from] = word(column, table, word << 6);
      }
    };
  }

  // Eight rows at a time: their bits do not wait for each other, and a column is read without a
  // branch.
  private static long word(short[] column, byte[] table, int row) {
    long bits = 0;
    if (row + 64 > column.length) {
      for (int at = row; at < column.length; at++) {
        bits |= (long) table[column[at] & 0xffff] << at;
      }
      return bits;
    }
    for (int bit = 0; bit < 64; bit += 8) {
      int at = row + bit;
      int eight = table[column[at] & 0xffff]
          | table[column[at + 1] & 0xffff] << 1
          | table[column[at + 2] & 0xffff] << 2
          | table[column[at + 3] & 0xffff] << 3
          | table[column[at + 4] & 0xffff] << 4
          | table[column[at + 5] & 0xffff] << 5
          | table[column[at + 6] & 0xffff] << 6
          | table[column[at + 7] & 0xffff] << 7;
      bits |= (long) eight << bit;
    }
    return bits;
  }

  private static long word(byte[] column, byte[] table, int row) {
    long bits = 0;
    if (row + 64 > column.length) {
      for (int at = row; at < column.length; at++) {
        bits |= (long) table[column[at] & 0xff] << at;
      }
      return bits;
    }
    for (int bit = 0; bit < 64; bit += 8) {
      int at = row + bit;
      int eight = table[column[at] & 0xff]
          | table[column[at + 1] & 0xff] << 1
          | table[column[at + 2] & 0xff] << 2
          | table[column[at + 3] & 0xff] << 3
          | table[column[at + 4] & 0xff] << 4
          | table[column[at + 5] & 0xff] << 5
          | table[column[at + 6] & 0xff] << 6
          | table[column[at + 7] & 0xff] << 7;
      bits |= (long) eight << bit;
    }
    return bits;
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
