package org.lamplight.analysis.point;

/** Counts pairs by distance and time band for any order of the times; what is left over follows from the margins. */
final class KnoxCounts {

  private final NearPairs near;
  private final KnoxBands distance;
  private final KnoxBands time;
  private final KnoxMargin places;
  private final KnoxMargin times;

  KnoxCounts(
      NearPairs near, KnoxBands distance, KnoxBands time, KnoxMargin places, KnoxMargin times) {
    this.near = near;
    this.distance = distance;
    this.time = time;
    this.places = places;
    this.times = times;
  }

  /** By distance band, then time band, all of them. */
  long[] of(double[] days) {
    int columns = time.all();
    long[] counts = new long[distance.all() * columns];
    int last = distance.counted() * columns;
    near.count(days, time, counts, columns);
    for (int band = 0; band < distance.counted(); band++) {
      int base = band * columns;
      long left = places.pairs()[band];
      for (int column = 0; column < time.counted(); column++) {
        left -= counts[base + column];
      }
      counts[base + time.counted()] = left;
    }
    for (int column = 0; column < columns; column++) {
      long left = times.pairs()[column];
      for (int band = 0; band < distance.counted(); band++) {
        left -= counts[band * columns + column];
      }
      counts[last + column] = left;
    }
    return counts;
  }
}
