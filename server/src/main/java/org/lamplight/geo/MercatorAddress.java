package org.lamplight.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places as addresses in the web Mercator square: 2^32 steps from west to east and from north to south, kept as signed ints
 * that grow with them. A step is finer than 1e-7 degrees, so that coordinates of at most seven decimals come back exactly.
 */
public final class MercatorAddress {

  /** Zoom of the codes along the curve: their cells are tiles of this zoom. */
  public static final int CODE_ZOOM = 19;

  private static final double STEPS = 4_294_967_296.0;
  private static final long HALF = 1L << 31;
  private static final int MOST_CELLS = 12;

  private MercatorAddress() {}

  /** Step of a longitude in degrees; those beyond 180 count to the edge. */
  public static int x(double lon) {
    return step((lon + 180) / 360);
  }

  /** Step of a latitude in degrees; those beyond the square count to its edge. */
  public static int y(double lat) {
    double sine = Math.sin(Math.toRadians(lat));
    return step(0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
  }

  private static int step(double share) {
    double steps = Math.floor(share * STEPS);
    return (int) ((long) Math.max(0, Math.min(STEPS - 1, steps)) - HALF);
  }

  /** Longitude of the middle of a step, to seven decimals. */
  public static double lon(int x) {
    return Math.round((share(x) * 360 - 180) * 1e7) / 1e7;
  }

  /** Latitude of the middle of a step, to seven decimals. */
  public static double lat(int y) {
    double radians = Math.atan(Math.sinh(Math.PI * (1 - 2 * share(y))));
    return Math.round(Math.toDegrees(radians) * 1e7) / 1e7;
  }

  private static double share(int step) {
    return (step + HALF + 0.5) / STEPS;
  }

  /** The code of the cell of an address along a Z-order curve (Morton, 1966): a tile of a lower zoom is one run of codes. */
  public static long code(int x, int y) {
    int shift = 32 - CODE_ZOOM;
    return spread((x ^ 0x8000_0000) >>> shift) | spread((y ^ 0x8000_0000) >>> shift) << 1;
  }

  /** Puts a zero between each two bits. */
  private static long spread(long bits) {
    long wide = bits & 0xffff_ffffL;
    wide = (wide | wide << 16) & 0x0000_ffff_0000_ffffL;
    wide = (wide | wide << 8) & 0x00ff_00ff_00ff_00ffL;
    wide = (wide | wide << 4) & 0x0f0f_0f0f_0f0f_0f0fL;
    wide = (wide | wide << 2) & 0x3333_3333_3333_3333L;
    return (wide | wide << 1) & 0x5555_5555_5555_5555L;
  }

  /** A run of codes, both ends included. */
  public record Run(long first, long last) {}

  /** Runs of codes, rising, whose cells cover all addresses between the corners (both included) and little more. */
  public static List<Run> cover(int west, int north, int east, int south) {
    int shift = 32 - CODE_ZOOM;
    while (cells(west, north, east, south, shift) > MOST_CELLS) {
      shift++;
    }
    int coarser = shift - (32 - CODE_ZOOM);
    long[] codes = codes(west, north, east, south, shift);
    List<Run> runs = new ArrayList<>();
    long width = 1L << (2 * coarser);
    for (long code : codes) {
      long first = code << (2 * coarser);
      int at = runs.size() - 1;
      if (at >= 0 && runs.get(at).last() == first - 1) {
        runs.set(at, new Run(runs.get(at).first(), first + width - 1));
      } else {
        runs.add(new Run(first, first + width - 1));
      }
    }
    return runs;
  }

  private static long cells(int west, int north, int east, int south, int shift) {
    return (cell(east, shift) - cell(west, shift) + 1)
        * (cell(south, shift) - cell(north, shift) + 1);
  }

  private static long cell(int step, int shift) {
    return (step + HALF) >> shift;
  }

  private static long[] codes(int west, int north, int east, int south, int shift) {
    List<Long> codes = new ArrayList<>();
    for (long column = cell(west, shift); column <= cell(east, shift); column++) {
      for (long line = cell(north, shift); line <= cell(south, shift); line++) {
        codes.add(spread(column) | spread(line) << 1);
      }
    }
    long[] rising = codes.stream().mapToLong(code -> code).toArray();
    Arrays.sort(rising);
    return rising;
  }
}
