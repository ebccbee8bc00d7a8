package org.lamplight.analysis.point;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.lamplight.analysis.chance.Warning;
import org.lamplight.fault.Fault;

/** Exact places with so many events that a geocoder's default address is likelier than that many events. */
public final class Piles {

  /** Events at one place that are no pile yet. */
  private static final int USUAL = 20;

  /** How many times the 99th percentile of places a pile is. */
  private static final int TIMES = 5;

  /** Share of all events in piles from which {@link #refuse} refuses. */
  private static final double TENTH = 0.1;

  private Piles() {}

  /**
   * The piles of a set of points.
   *
   * @param places number of different places
   * @param heads the first event of each pile, largest pile first
   * @param sizes events in each
   * @param warnings a sentence when there are piles
   */
  public record Result(int places, int[] heads, int[] sizes, List<Warning> warnings) {

    /** Share of events that stand in piles. */
    double share(int events) {
      return Arrays.stream(sizes).sum() / (double) events;
    }
  }

  /**
   * Finds places with more than 20 events and more than five times the 99th percentile of events at a place.
   *
   * <ul>
   *   <li><b>Input</b>: points in metres; the same place means equal coordinates.
   *   <li><b>Cost</b>: n.
   * </ul>
   */
  public static Result of(Points points) {
    int[] counts = counts(points);
    int[] heads = IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
    int[] sizes = IntStream.of(heads).map(head -> counts[head]).sorted().toArray();
    int usual = sizes[(int) Math.ceil(0.99 * sizes.length) - 1];
    double limit = Math.max(USUAL, sizes.length == 1 ? 0 : TIMES * (double) usual);
    int[] piles = IntStream.of(heads)
        .filter(head -> counts[head] > limit)
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(head -> -counts[head]))
        .mapToInt(head -> head)
        .toArray();
    int[] pileSizes = IntStream.of(piles).map(head -> counts[head]).toArray();
    List<Warning> warnings =
        piles.length == 0 ? List.of() : List.of(Warning.of(sentence(points, piles[0], pileSizes)));
    return new Result(heads.length, piles, pileSizes, warnings);
  }

  /** By point: how many stand where it is the first to stand, 0 for those that are not the first. */
  private static int[] counts(Points points) {
    int[] counts = new int[points.size()];
    int slots = Integer.highestOneBit(Math.max(8, points.size())) * 4;
    int[] first = new int[slots];
    Arrays.fill(first, -1);
    for (int i = 0; i < counts.length; i++) {
      int slot = hash(points.x()[i], points.y()[i]) & (slots - 1);
      while (first[slot] >= 0 && !same(points, first[slot], i)) {
        slot = (slot + 1) & (slots - 1);
      }
      if (first[slot] < 0) {
        first[slot] = i;
      }
      counts[first[slot]]++;
    }
    return counts;
  }

  /** Adding 0 makes one of both zeros. */
  private static int hash(double x, double y) {
    long bits = Double.doubleToLongBits(x + 0.0) * 0x9e3779b97f4a7c15L;
    bits = (bits ^ (bits >>> 32)) + Double.doubleToLongBits(y + 0.0);
    bits *= 0xbf58476d1ce4e5b9L;
    return (int) (bits ^ (bits >>> 32));
  }

  private static boolean same(Points points, int one, int other) {
    return points.x()[one] == points.x()[other] && points.y()[one] == points.y()[other];
  }

  private static String sentence(Points points, int head, int[] sizes) {
    String more =
        sizes.length == 1 ? "" : ", and " + (sizes.length - 1) + " more places hold piles";
    return String.format(
        Locale.ROOT,
        "%d of %d events lie on exactly the same place (%.1f, %.1f)%s, as events without a true place do: set"
            + " such piles aside before you trust what stands out there.",
        sizes[0],
        points.size(),
        points.x()[head],
        points.y()[head],
        more);
  }

  /** Throws INVALID when a tenth of all events or more stand in piles: for runs on stored layers, where piles can be set aside. */
  public static void refuse(Points points) {
    Result piles = of(points);
    if (!piles.warnings().isEmpty() && piles.share(points.size()) >= TENTH) {
      throw Fault.invalid(piles.warnings().get(0).sentence());
    }
  }
}
