package org.lamplight.explore;

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
 * @param hourOfWeek 168 counts from Monday 0 h
 * @param densityBreaks class breaks of the map, incidents per km2
 */
public record Answer(
    long dataVersion,
    int total,
    int matched,
    int withoutPlace,
    int inView,
    Map<String, Integer> groups,
    Map<String, Integer> offences,
    int[] hourOfWeek,
    List<Month> months,
    List<Double> densityBreaks,
    MapPart map) {

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
}
