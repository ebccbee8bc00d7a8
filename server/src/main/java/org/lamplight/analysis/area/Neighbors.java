package org.lamplight.analysis.area;

import static org.lamplight.fault.Fault.require;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.lamplight.fault.Fault;
import org.locationtech.jts.geom.Geometry;

/**
 * Which units lie beside which, by index from 0. Need not be mutual: the nearest k of a unit may have nearer ones themselves.
 *
 * <p>Held as one array of all neighbors, unit after unit, each list ascending.
 */
public final class Neighbors {

  private static final int MOST_LINKS = 20_000_000;

  private final int[] start;
  private final int[] index;

  private Neighbors(int[] start, int[] index) {
    this.start = start;
    this.index = index;
  }

  /**
   * Given lists.
   *
   * <ul>
   *   <li><b>Input</b>: for each unit the indexes from 0 of its neighbors, in any order; a unit may be its own.
   *   <li><b>Errors</b>: INVALID when an index is none of a unit, or stands twice in a list.
   * </ul>
   */
  public static Neighbors of(int[][] lists) {
    int n = lists.length;
    int[][] sorted = new int[n][];
    for (int i = 0; i < n; i++) {
      sorted[i] = lists[i].clone();
      Arrays.sort(sorted[i]);
      for (int k = 0; k < sorted[i].length; k++) {
        int j = sorted[i][k];
        require(
            j >= 0 && j < n,
            "neighbors: unit " + i + " names " + j + ", and units are 0 to " + (n - 1));
        require(k == 0 || sorted[i][k - 1] != j, "neighbors: unit " + i + " names " + j + " twice");
      }
    }
    return packed(sorted);
  }

  /** Lists that are ascending and right. */
  static Neighbors packed(int[][] lists) {
    int[] start = new int[lists.length + 1];
    for (int i = 0; i < lists.length; i++) {
      start[i + 1] = start[i] + lists[i].length;
    }
    int[] index = new int[start[lists.length]];
    for (int i = 0; i < lists.length; i++) {
      System.arraycopy(lists[i], 0, index, start[i], lists[i].length);
    }
    return new Neighbors(start, index);
  }

  /** Areas that share at least a point of their boundaries: {@link Contiguity}. */
  public static Neighbors queen(List<? extends Geometry> areas) {
    return new Contiguity(areas).neighbors(false);
  }

  /** Areas that share a stretch of their boundaries: {@link Contiguity}. */
  public static Neighbors rook(List<? extends Geometry> areas) {
    return new Contiguity(areas).neighbors(true);
  }

  /**
   * The k nearest others of each point; equally far ones by the lower index.
   *
   * <ul>
   *   <li><b>Input</b>: n positions in metres; k from 1 to n - 1.
   *   <li><b>Errors</b>: INVALID for degrees, other than finite numbers, unequal lengths, k out of range.
   *   <li><b>Cost</b>: about n k for positions that are spread evenly.
   * </ul>
   */
  public static Neighbors nearest(double[] x, double[] y, int k) {
    Plane.requireMetres(x, y);
    require(k >= 1 && k < x.length, "weights: k must be 1 to the number of points less one");
    PointGrid grid = PointGrid.forNearest(x, y, k);
    return packed(IntStream.range(0, x.length)
        .parallel()
        .mapToObj(i -> grid.nearest(i, k))
        .toArray(int[][]::new));
  }

  /**
   * The others at most so many metres away.
   *
   * <ul>
   *   <li><b>Input</b>: n positions in metres; the distance, above 0, itself included.
   *   <li><b>Errors</b>: INVALID for degrees, other than finite numbers, unequal lengths, a distance not above 0; TOO_LARGE for more
   *       than 20 million pairs.
   *   <li><b>Cost</b>: n times the neighbors of a point.
   * </ul>
   */
  public static Neighbors within(double[] x, double[] y, double metres) {
    Plane.requireMetres(x, y);
    require(metres > 0 && Double.isFinite(metres), "weights: the distance must be above 0 metres");
    PointGrid grid = PointGrid.forDistance(x, y, metres);
    LongAdder links = new LongAdder();
    return packed(IntStream.range(0, x.length)
        .parallel()
        .mapToObj(i -> {
          int[] near = grid.within(i, metres);
          links.add(near.length);
          if (links.sum() > MOST_LINKS) {
            throw new Fault(
                Fault.Kind.TOO_LARGE,
                "weights: more than 20,000,000 pairs lie so near; choose a shorter distance");
          }
          return near;
        })
        .toArray(int[][]::new));
  }

  public int size() {
    return start.length - 1;
  }

  /** Pairs of a unit and a neighbor, mutual ones counted twice. */
  public int links() {
    return index.length;
  }

  public int count(int unit) {
    return start[unit + 1] - start[unit];
  }

  /** The neighbors of a unit, ascending. */
  public int[] of(int unit) {
    return Arrays.copyOfRange(index, start[unit], start[unit + 1]);
  }

  /** Units without any neighbor other than themselves. */
  public int[] islands() {
    return IntStream.range(0, size())
        .filter(i -> count(i) == 0 || (count(i) == 1 && index[start[i]] == i))
        .toArray();
  }

  /** The same with each unit its own neighbor. */
  public Neighbors withSelf() {
    return selves(true);
  }

  /** The same with no unit its own neighbor. */
  public Neighbors withoutSelf() {
    return selves(false);
  }

  /** Copies all lists, with each unit put into its place among its own or left out. */
  private Neighbors selves(boolean wanted) {
    int n = size();
    int[] starts = new int[n + 1];
    int[] all = new int[index.length + (wanted ? n : 0)];
    int next = 0;
    for (int i = 0; i < n; i++) {
      boolean placed = !wanted;
      for (int at = start[i]; at < start[i + 1]; at++) {
        if (!placed && index[at] >= i) {
          all[next++] = i;
          placed = true;
        }
        if (index[at] != i) {
          all[next++] = index[at];
        }
      }
      if (!placed) {
        all[next++] = i;
      }
      starts[i + 1] = next;
    }
    return new Neighbors(starts, next == all.length ? all : Arrays.copyOf(all, next));
  }

  /** Where the neighbors of each unit begin in {@link #packedIndex}. */
  int[] packedStart() {
    return start;
  }

  int[] packedIndex() {
    return index;
  }
}
