package org.lamplight.filter;

/** Which of the rows of columns in memory satisfy a condition, 64 rows a word; bit 0 of word 0 is row 0. */
@FunctionalInterface
public interface RowMask {

  /** Writes the words {@code [from, to)} to the start of {@code out}. Bits beyond the last row say nothing. */
  void fill(int from, int to, long[] out);

  /** The mask that holds everywhere, or nowhere. */
  static RowMask constant(boolean holds) {
    long word = holds ? -1L : 0L;
    return (from, to, out) -> java.util.Arrays.fill(out, 0, to - from, word);
  }
}
