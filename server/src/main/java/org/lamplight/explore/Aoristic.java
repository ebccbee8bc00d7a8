package org.lamplight.explore;

import org.lamplight.incident.CountColumns;

/**
 * Hours of the week in which incidents may have occurred: each spreads a weight of 1 over its span, in proportion to minutes.
 *
 * <ul>
 *   <li><b>Input</b>: start as a minute of the local week, length in minutes.
 *   <li><b>Output</b>: 168 weights whose sum is the number of incidents that were added, those of a week and more left out.
 *   <li><b>Rules</b>: no end, or one before the start, puts all into the hour of the start; so do lengths of at most a minute; spans of a
 *       week and more say nothing of the hour and are counted apart.
 *   <li><b>Cost</b>: constant for each incident.
 * </ul>
 *
 * <p>Source: J. Ratcliffe, "Aoristic analysis: the spatial interpretation of unspecific temporal events", International Journal of
 * Geographical Information Science 14:7 (2000); bins by the minute as in the R package aoristic 1.1.1.
 */
final class Aoristic {

  private static final int HOURS = 168;
  private final double[] partial = new double[2 * HOURS + 2];
  private final double[] steps = new double[2 * HOURS + 2];
  private int spread;
  private int withoutEnd;
  private int reversed;
  private int longSpans;

  /** How incidents were spread. */
  record Counts(int spread, int withoutEnd, int reversed, int longSpans) {}

  /**
   * Adds an incident.
   *
   * @param start minute of the local week, 0 for Monday 0 h to 10,079
   * @param span minutes, or a mark of {@link CountColumns}
   */
  void add(int start, int span) {
    int hour = start / 60;
    if (span == CountColumns.LONG) {
      longSpans++;
    } else if (span <= 1 || span >= CountColumns.REVERSED) {
      withoutEnd += span == CountColumns.NO_END ? 1 : 0;
      reversed += span == CountColumns.REVERSED ? 1 : 0;
      partial[hour]++;
    } else {
      spread++;
      spread(start, span);
    }
  }

  private void spread(int start, int span) {
    int hour = start / 60;
    int last = (start + span - 1) / 60;
    if (hour == last) {
      partial[hour]++;
      return;
    }
    double minute = 1.0 / span;
    partial[hour] += (60 - start % 60) * minute;
    partial[last] += (start + span - last * 60) * minute;
    steps[hour + 1] += 60 * minute;
    steps[last] -= 60 * minute;
  }

  void add(Aoristic other) {
    for (int i = 0; i < steps.length; i++) {
      partial[i] += other.partial[i];
      steps[i] += other.steps[i];
    }
    spread += other.spread;
    withoutEnd += other.withoutEnd;
    reversed += other.reversed;
    longSpans += other.longSpans;
  }

  /** The weights of the 168 hours, Monday 0 h first. */
  double[] hourOfWeek() {
    double[] hours = new double[HOURS];
    double running = 0;
    for (int hour = 0; hour < steps.length; hour++) {
      running += steps[hour];
      hours[hour % HOURS] += running + partial[hour];
    }
    return hours;
  }

  Counts counts() {
    return new Counts(spread, withoutEnd, reversed, longSpans);
  }
}
