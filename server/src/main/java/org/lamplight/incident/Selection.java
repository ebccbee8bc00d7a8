package org.lamplight.incident;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.lamplight.filter.RowMask;

/** The incidents of a snapshot that satisfy a condition. Immutable. */
public final class Selection {

  /** Words that one step of a parallel pass works on. */
  private static final int PART = 256;

  private final Snapshot snapshot;
  private final long[] words;
  private final int count;

  private Selection(Snapshot snapshot, long[] words) {
    this.snapshot = snapshot;
    this.words = words;
    this.count = Arrays.stream(words).mapToInt(Long::bitCount).sum();
  }

  /** Works the mask out over all rows, on all processors. */
  static Selection of(Snapshot snapshot, RowMask mask) {
    long[] words = new long[snapshot.words()];
    IntStream.range(0, (words.length + PART - 1) / PART).parallel().forEach(part -> {
      int from = part * PART;
      int to = Math.min(words.length, from + PART);
      long[] filled = new long[to - from];
      mask.fill(from, to, filled);
      System.arraycopy(filled, 0, words, from, filled.length);
    });
    clip(words, snapshot.size());
    return new Selection(snapshot, words);
  }

  /** The incidents of a bitmap that was worked out elsewhere. */
  public static Selection of(Snapshot snapshot, long[] words) {
    clip(words, snapshot.size());
    return new Selection(snapshot, words);
  }

  private static void clip(long[] words, int size) {
    if ((size & 63) != 0) {
      words[words.length - 1] &= -1L >>> (64 - (size & 63));
    }
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  public int count() {
    return count;
  }

  public boolean contains(int row) {
    return (words[row >>> 6] >>> row & 1) != 0;
  }

  /** One bit for each row; not to be changed. */
  public long[] words() {
    return words;
  }

  /** Gives the rows, rising. */
  public void forEach(IntConsumer sink) {
    forEach(0, snapshot.size(), sink);
  }

  /** Gives the rows of {@code [from, to)}, rising. */
  public void forEach(int from, int to, IntConsumer sink) {
    for (int word = from >>> 6; word < (to + 63) >>> 6; word++) {
      long bits = words[word] & within(word, from, to);
      while (bits != 0) {
        sink.accept(word << 6 | Long.numberOfTrailingZeros(bits));
        bits &= bits - 1;
      }
    }
  }

  /** How many of the rows lie in {@code [from, to)}. */
  public int count(int from, int to) {
    return count(words, 0, from, to);
  }

  /**
   * How many bits of rows {@code [from, to)} are set.
   *
   * @param firstWord the word of the rows with which {@code words} begins
   */
  public static int count(long[] words, int firstWord, int from, int to) {
    int count = 0;
    int last = Math.min(firstWord + words.length, (to + 63) >>> 6);
    for (int word = Math.max(firstWord, from >>> 6); word < last; word++) {
      count += Long.bitCount(words[word - firstWord] & within(word, from, to));
    }
    return count;
  }

  /** The bits of a word that stand for rows of {@code [from, to)}. */
  static long within(int word, int from, int to) {
    long first = (long) word << 6;
    long bits = -1L;
    if (from > first) {
      bits &= from - first >= 64 ? 0 : -1L << (from - first);
    }
    if (to < first + 64) {
      bits &= to <= first ? 0 : -1L >>> (first + 64 - to);
    }
    return bits;
  }

  /** The rows, rising. */
  public int[] rows() {
    int[] rows = new int[count];
    int[] at = new int[1];
    forEach(row -> rows[at[0]++] = row);
    return rows;
  }
}
