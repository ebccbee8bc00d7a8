package org.lamplight.incident;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lamplight.filter.RowMask;

/** Where the occurrence began in [since, until). Rows stand by month, so that most words lie wholly within or without. */
final class TimeMask implements RowMask {

  private final SnapshotColumns columns;
  private final long since;
  private final long until;
  private final long sinceMicros;
  private final long untilMicros;
  private final int[] least;
  private final int[] most;

  TimeMask(Snapshot snapshot, @Nullable Instant since, @Nullable Instant until) {
    this.columns = snapshot.columns;
    this.sinceMicros = micros(since, Long.MIN_VALUE);
    this.untilMicros = micros(until, Long.MAX_VALUE);
    this.since = since == null ? Long.MIN_VALUE : seconds(sinceMicros);
    this.until = until == null ? Long.MAX_VALUE : seconds(untilMicros);
    this.least = snapshot.wordTimes().least();
    this.most = snapshot.wordTimes().most();
  }

  private static long micros(@Nullable Instant bound, long open) {
    return bound == null
        ? open
        : Math.addExact(
            Math.multiplyExact(bound.getEpochSecond(), 1_000_000L), bound.getNano() / 1_000);
  }

  /** Whole seconds at or after the bound: the seconds of the column are whole. */
  private static long seconds(long micros) {
    return -Math.floorDiv(-micros, 1_000_000L);
  }

  @Override
  public void fill(int from, int to, long[] out) {
    for (int word = from; word < to; word++) {
      if (least[word] >= since && most[word] < until) {
        out[word - from] = -1L;
      } else if (most[word] < since || least[word] >= until) {
        out[word - from] = 0L;
      } else {
        out[word - from] = word(word);
      }
    }
    if (columns.oddRow.length > 0) {
      mend(from, to, out);
    }
  }

  private long word(int word) {
    long bits = 0;
    int end = Math.min(64, columns.size - (word << 6));
    for (int bit = 0; bit < end; bit++) {
      int second = columns.second[word << 6 | bit];
      bits |= (second >= since && second < until ? 1L : 0L) << bit;
    }
    return bits;
  }

  /** Rows whose second is not all there is to say are tested by their microseconds. */
  private void mend(int from, int to, long[] out) {
    int at = Arrays.binarySearch(columns.oddRow, from << 6);
    for (int odd = at < 0 ? -at - 1 : at;
        odd < columns.oddRow.length && columns.oddRow[odd] >>> 6 < to;
        odd++) {
      int row = columns.oddRow[odd];
      long micros = columns.oddMicros[odd];
      long bit = 1L << row;
      boolean holds = micros >= sinceMicros && micros < untilMicros;
      int word = (row >>> 6) - from;
      out[word] = holds ? out[word] | bit : out[word] & ~bit;
    }
  }
}
