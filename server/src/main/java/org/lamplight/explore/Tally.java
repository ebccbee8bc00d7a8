package org.lamplight.explore;

import org.lamplight.incident.CountColumns;

/** Counts of some of the rows, to be added to those of others. Counters of codes are kept twice, for rows of even and of odd number. */
final class Tally {

  long matched;
  long withoutPlace;
  final int[] offenceCodes;
  final int[] originCodes;
  final int[] hours = new int[2 * 256];
  final int[] months;
  final int[][] areas;
  final int[] flags = new int[2 * CountColumns.FLAG_VALUES];
  final int[] firearm = new int[2 * CountColumns.FLAG_VALUES];
  final int[] cells;
  final Aoristic aoristic = new Aoristic();

  /** How many values each counter has. */
  record Sizes(int codes, int blocks, int[] areas, int cells) {}

  Tally(Sizes sizes) {
    offenceCodes = new int[2 * sizes.codes()];
    originCodes = new int[2 * sizes.codes()];
    months = new int[sizes.blocks()];
    areas = new int[sizes.areas().length][];
    for (int set = 0; set < areas.length; set++) {
      areas[set] = new int[2 * sizes.areas()[set]];
    }
    cells = new int[2 * sizes.cells()];
  }

  void add(Tally other) {
    matched += other.matched;
    withoutPlace += other.withoutPlace;
    sum(offenceCodes, other.offenceCodes);
    sum(originCodes, other.originCodes);
    sum(hours, other.hours);
    sum(months, other.months);
    for (int set = 0; set < areas.length; set++) {
      sum(areas[set], other.areas[set]);
    }
    sum(flags, other.flags);
    sum(firearm, other.firearm);
    sum(cells, other.cells);
    aoristic.add(other.aoristic);
  }

  private static void sum(int[] into, int[] more) {
    for (int i = 0; i < into.length; i++) {
      into[i] += more[i];
    }
  }

  /** Both halves of a counter as one. */
  static int[] joined(int[] counter) {
    int half = counter.length / 2;
    int[] joined = new int[half];
    for (int i = 0; i < half; i++) {
      joined[i] = counter[i] + counter[half + i];
    }
    return joined;
  }

  /**
   * Counts the codes of the rows whose bits are set.
   *
   * @param first the word of the rows with which {@code words} begins
   * @param into two halves: neighbors often share a code, and adding to one counter twice in a row makes the processor wait
   */
  static void count(short[] column, long[] words, int first, int[] into) {
    int half = into.length / 2;
    for (int word = 0; word < words.length; word++) {
      long bits = words[word];
      int row = (first + word) << 6;
      if (bits == -1L) {
        for (int end = row + 64; row < end; row += 2) {
          into[column[row] & 0xffff]++;
          into[half + (column[row + 1] & 0xffff)]++;
        }
      } else {
        for (; bits != 0; bits &= bits - 1) {
          int at = row | Long.numberOfTrailingZeros(bits);
          into[(at & 1) * half + (column[at] & 0xffff)]++;
        }
      }
    }
  }

  /** The same for a column of bytes. */
  static void count(byte[] column, long[] words, int first, int[] into) {
    int half = into.length / 2;
    for (int word = 0; word < words.length; word++) {
      long bits = words[word];
      int row = (first + word) << 6;
      if (bits == -1L) {
        for (int end = row + 64; row < end; row += 2) {
          into[column[row] & 0xff]++;
          into[half + (column[row + 1] & 0xff)]++;
        }
      } else {
        for (; bits != 0; bits &= bits - 1) {
          int at = row | Long.numberOfTrailingZeros(bits);
          into[(at & 1) * half + (column[at] & 0xff)]++;
        }
      }
    }
  }
}
