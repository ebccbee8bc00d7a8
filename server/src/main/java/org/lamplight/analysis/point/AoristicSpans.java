package org.lamplight.analysis.point;

/** Spans in seconds of local time, and what of each falls into each hour of the week. */
final class AoristicSpans {

  private static final long HOUR = 3_600;
  private static final long WEEK = 168 * HOUR;

  /** 1970-01-01 was a Thursday: seconds from the Monday before. */
  private static final long FROM_MONDAY = 72 * HOUR;

  private final long[] from;

  /** Where the weight ends: the start itself for spans that count in its hour alone. */
  private final long[] until;

  private final boolean leaveOut;
  private int withoutEnd;
  private int reversed;
  private int weekOrLonger;

  private AoristicSpans(long[] from, long[] until, boolean leaveOut) {
    this.from = from;
    this.until = until.clone();
    this.leaveOut = leaveOut;
    for (int i = 0; i < from.length; i++) {
      boolean open = until[i] == Aoristic.NONE;
      withoutEnd += open ? 1 : 0;
      reversed += !open && until[i] < from[i] ? 1 : 0;
      weekOrLonger += !open && until[i] - from[i] >= WEEK ? 1 : 0;
      if (open || until[i] - from[i] <= 60) {
        this.until[i] = from[i];
      }
    }
  }

  static AoristicSpans ofSeconds(long[][] fromAndUntil, boolean leaveOut) {
    return new AoristicSpans(fromAndUntil[0], fromAndUntil[1], leaveOut);
  }

  int events() {
    return from.length;
  }

  int withoutEnd() {
    return withoutEnd;
  }

  int reversed() {
    return reversed;
  }

  int weekOrLonger() {
    return weekOrLonger;
  }

  int leftOut() {
    return leaveOut ? weekOrLonger : 0;
  }

  /** Adds an event's weight to the hours of its span. */
  void add(int event, double[] week) {
    long span = until[event] - from[event];
    if (span == 0) {
      week[hour(from[event])]++;
      return;
    }
    if (span >= WEEK) {
      for (int hour = 0; hour < week.length && !leaveOut; hour++) {
        week[hour] += 1.0 / week.length;
      }
      return;
    }
    long at = from[event];
    while (at < until[event]) {
      long next = Math.min(until[event], (Math.floorDiv(at, HOUR) + 1) * HOUR);
      week[hour(at)] += (next - at) / (double) span;
      at = next;
    }
  }

  private static int hour(long second) {
    return (int) (Math.floorMod(second + FROM_MONDAY, WEEK) / HOUR);
  }
}
