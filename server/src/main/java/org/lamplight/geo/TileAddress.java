package org.lamplight.geo;

/**
 * A tile of the web Mercator square: zoom, row from the north and column from the west.
 *
 * @param zoom 0 to {@link #MOST_ZOOM}
 */
public record TileAddress(int zoom, int row, int column) {

  public static final int MOST_ZOOM = 22;

  /** Whether there is such a tile. */
  public static boolean exists(long zoom, long row, long column) {
    return zoom >= 0
        && zoom <= MOST_ZOOM
        && row >= 0
        && row < 1L << zoom
        && column >= 0
        && column < 1L << zoom;
  }

  /** Whether the steps of a {@link MercatorAddress} lie in the tile; its west and north edge are its own. */
  public boolean holds(int x, int y) {
    return zoom == 0
        || ((x ^ 0x8000_0000) >>> (32 - zoom) == column
            && (y ^ 0x8000_0000) >>> (32 - zoom) == row);
  }

  /** Position of a step east within the tile, in parts of {@code 1 / extent}, rounded down; the extent is a power of two. */
  public int within(int step, int extent) {
    long inside = (((step ^ 0x8000_0000) & 0xffff_ffffL) << zoom) & 0xffff_ffffL;
    return (int) ((inside * extent) >>> 32);
  }

  /** Position of a longitude from the tile's west edge, in parts of {@code 1 / extent}; outside the tile too. */
  public double east(double lon, int extent) {
    return ((lon + 180) / 360 * (1L << zoom) - column) * extent;
  }

  /** Position of a latitude from the tile's north edge, in parts of {@code 1 / extent}; outside the tile too. */
  public double south(double lat, int extent) {
    double sine = Math.sin(Math.toRadians(lat));
    double share = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    return (share * (1L << zoom) - row) * extent;
  }

  /** The tile's box in degrees. */
  public BBox box() {
    double tiles = 1L << zoom;
    return new BBox(
        column / tiles * 360 - 180,
        latitude((row + 1) / tiles),
        (column + 1) / tiles * 360 - 180,
        latitude(row / tiles));
  }

  private static double latitude(double share) {
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * share))));
  }
}
