package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Permutations;
import org.lamplight.analysis.chance.Rounds;
import org.lamplight.analysis.chance.Warning;

/**
 * When in the week events happened that are known only to lie between two moments: each spreads a weight of 1 over the hours of its span, in
 * proportion to time.
 *
 * <p>No end, an end before the start, or a span of at most one minute: all in the hour of the start. A span of seven days or more: 1/168 for
 * each hour, or left out, as asked. The weights add up to the events.
 *
 * <ul>
 *   <li><b>Input</b>: local date-times of the city. A span over a change of clocks counts wall-clock time.
 *   <li><b>Output</b>: 168 weights, Monday 00:00 to 01:00 first; how many spans were of each odd kind.
 *   <li><b>Errors</b>: INVALID for no events or differing lengths.
 *   <li><b>Cost</b>: events times hours of a span.
 * </ul>
 *
 * <p>Source: J. Ratcliffe, International Journal of Geographical Information Science 14 (2000) and his R package aoristic 1.1.1.
 */
public final class Aoristic {

  /** Stands for an end that is not known. */
  public static final long NONE = Long.MIN_VALUE;

  /** Hours of a week. */
  public static final int HOURS = 168;

  private static final int FEWEST = 30;

  private Aoristic() {}

  /**
   * Spans of events.
   *
   * @param from local date-times
   * @param until local date-times, null where the end is not known
   * @param leaveOutWeekOrLonger whether spans of seven days or more are left out, as charts do
   */
  public record Parameters(
      LocalDateTime[] from, @Nullable LocalDateTime[] until, boolean leaveOutWeekOrLonger) {}

  /**
   * Weights by hour of the week.
   *
   * @param hourOfWeek 168, Monday 00:00 first
   * @param events given
   * @param withoutEnd events without an end
   * @param reversed events whose end is before their start
   * @param weekOrLonger events with a span of seven days or more
   * @param leftOut of those, how many were left out
   */
  public record Result(
      double[] hourOfWeek,
      int events,
      int withoutEnd,
      int reversed,
      int weekOrLonger,
      int leftOut,
      List<Warning> warnings) {}

  /** The 95 % band of each hour. */
  public record Band(double[] low, double[] high) {}

  /** Weights of spans, to the second. */
  public static Result hourOfWeek(Parameters parameters) {
    return result(AoristicSpans.ofSeconds(seconds(parameters), parameters.leaveOutWeekOrLonger()));
  }

  private static long[][] seconds(Parameters parameters) {
    LocalDateTime[] from = parameters.from();
    @Nullable LocalDateTime[] until = parameters.until();
    Inputs.requireSameLength("until", until.length, "from", from.length);
    long[][] seconds = new long[2][from.length];
    for (int i = 0; i < from.length; i++) {
      seconds[0][i] = from[i].toEpochSecond(ZoneOffset.UTC);
      LocalDateTime end = until[i];
      seconds[1][i] = end == null ? NONE : end.toEpochSecond(ZoneOffset.UTC);
    }
    return seconds;
  }

  /** The same from minutes of local time since 1970-01-01T00:00, {@link #NONE} where the end is not known. */
  public static Result ofMinutes(
      long[] fromMinute, long[] untilMinute, boolean leaveOutWeekOrLonger) {
    Inputs.requireSameLength("until", untilMinute.length, "from", fromMinute.length);
    long[][] seconds = {
      Arrays.stream(fromMinute).map(minute -> minute * 60).toArray(),
      Arrays.stream(untilMinute)
          .map(minute -> minute == NONE ? NONE : minute * 60)
          .toArray()
    };
    return result(AoristicSpans.ofSeconds(seconds, leaveOutWeekOrLonger));
  }

  private static Result result(AoristicSpans spans) {
    require(spans.events() > 0, "from: there are no events");
    double[] week = new double[HOURS];
    for (int event = 0; event < spans.events(); event++) {
      spans.add(event, week);
    }
    List<Warning> warnings = new ArrayList<>();
    Points.warnBelow(warnings, spans.events(), FEWEST, "list the spans themselves");
    note(
        warnings, spans.reversed(), "end before they start: they count in the hour of their start");
    note(warnings, spans.leftOut(), "span seven days or more and were left out");
    return new Result(
        week,
        spans.events(),
        spans.withoutEnd(),
        spans.reversed(),
        spans.weekOrLonger(),
        spans.leftOut(),
        warnings);
  }

  private static void note(List<Warning> warnings, int events, String what) {
    if (events > 0) {
      warnings.add(Warning.of(events + " events " + what + "."));
    }
  }

  /**
   * The band within which each hour's weight lies when as many events are drawn anew from those given, in 95 of 100 times.
   *
   * <p>Errors: INVALID as for the weights. Cost: resamples times events times hours of a span, on all processors.
   */
  public static Band bootstrap(Parameters parameters, int resamples, long seed) {
    AoristicSpans spans =
        AoristicSpans.ofSeconds(seconds(parameters), parameters.leaveOutWeekOrLonger());
    require(spans.events() > 0, "from: there are no events");
    Permutations chance = new Permutations(resamples, seed);
    double[][] drawn = new double[HOURS][resamples];
    Rounds.each(resamples, round -> {
      SplittableRandom random = chance.stream(round);
      double[] week = new double[HOURS];
      for (int i = 0; i < spans.events(); i++) {
        spans.add(random.nextInt(spans.events()), week);
      }
      for (int hour = 0; hour < HOURS; hour++) {
        drawn[hour][round] = week[hour];
      }
    });
    double[] low = new double[HOURS];
    double[] high = new double[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      Arrays.sort(drawn[hour]);
      low[hour] = Quantiles.of(drawn[hour], 0.025);
      high[hour] = Quantiles.of(drawn[hour], 0.975);
    }
    return new Band(low, high);
  }
}
