package org.lamplight.explore;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Linked counts of filtered incidents. Each dimension's counts leave out that dimension's own filter.
 *
 * @param dataVersion what the counts were computed from
 * @param total incidents of the city that the reader may see
 * @param matched of these, those that the filter holds
 * @param withoutPlace of the matched, those on no map
 * @param inView of the matched, those with a place in the view
 * @param areas counts by area set and slug
 * @param flags counts by what is doubtful
 * @param firearm counts of yes and no
 * @param densityBreaks class breaks of the map, incidents per km2
 */
public record Answer(
    long dataVersion,
    int total,
    int matched,
    int withoutPlace,
    int inView,
    @JsonUnwrapped Offences offences,
    @JsonUnwrapped Times times,
    Map<String, Map<String, Integer>> areas,
    Map<String, Integer> flags,
    Map<String, Integer> firearm,
    List<Double> densityBreaks,
    MapPart map) {

  /** Counts by what was done; origins are reported, police_generated, mixed. */
  public record Offences(
      Map<String, Integer> groups, Map<String, Integer> offences, Map<String, Integer> origins) {}

  /**
   * Counts by when it was done.
   *
   * @param hourOfWeek 168 counts from Monday 0 h; weights where incidents are spread over their spans
   * @param weekdays Monday first
   * @param clock how hours of the week were counted
   */
  public record Times(
      List<Number> hourOfWeek,
      int[] weekdays,
      int[] hours,
      List<Month> months,
      Map<String, Object> clock) {}

  /** A local month, such as 2024-01, and its count. */
  public record Month(String month, int count) {}

  /** What the map draws. */
  public sealed interface MapPart {
    String kind();
  }

  /** Each incident as its number, longitude, latitude and the place of its group in the profile's order. */
  public record Points(String kind, List<Number[]> points) implements MapPart {}

  /** Hexagons with their counts. */
  public record Hexagons(String kind, double sizeMetres, List<Bins.Bin> bins) implements MapPart {}

  /** How hours of the week were counted. */
  static final class Clock {
    private Clock() {}

    static Map<String, Object> of(boolean aoristic, int incidents, Aoristic.Counts counts) {
      Map<String, Object> clock = new LinkedHashMap<>();
      clock.put("method", aoristic ? "aoristic" : "start");
      clock.put("incidents", incidents);
      if (aoristic) {
        clock.put("spread", counts.spread());
        clock.put("withoutEnd", counts.withoutEnd());
        clock.put("reversed", counts.reversed());
        clock.put("longSpans", counts.longSpans());
      }
      return clock;
    }
  }

  /** Weights to a thousandth of an incident. */
  static List<Number> rounded(double[] weights) {
    return Arrays.stream(weights)
        .mapToObj(weight -> (Number) (Math.round(weight * 1_000) / 1_000.0))
        .toList();
  }
}
