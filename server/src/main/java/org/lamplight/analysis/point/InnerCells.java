package org.lamplight.analysis.point;

import org.locationtech.jts.geom.Envelope;

/** A coarse raster over a window that tells at once which places are so far from its boundary that the boundary does not matter. */
final class InnerCells {

  /** Answer for places that have the boundary in reach. */
  static final int NEAR = -2;

  private static final byte UNKNOWN = -1;

  private final double west;
  private final double south;
  private final double reach;
  private final double size;
  private final int columns;
  private final int rows;
  private final byte[] state;

  /** Looks up where a place lies, as JTS's Location. */
  @FunctionalInterface
  interface Locator {
    int locate(double x, double y);
  }

  InnerCells(Envelope extent, double reach, int across) {
    double longer = Math.max(extent.getWidth(), extent.getHeight());
    this.reach = reach;
    this.size = Math.max(longer / across, Math.min(reach / 4, longer));
    this.west = extent.getMinX() - size / 2;
    this.south = extent.getMinY() - size / 2;
    this.columns = (int) Math.ceil(extent.getWidth() / size) + 1;
    this.rows = (int) Math.ceil(extent.getHeight() / size) + 1;
    this.state = new byte[columns * rows];
    java.util.Arrays.fill(state, UNKNOWN);
  }

  /** Marks the cells that have a point of the edge in reach. */
  void addEdge(double fromX, double fromY, double toX, double toY) {
    double length = Math.hypot(toX - fromX, toY - fromY);
    int pieces = Math.max(1, (int) Math.ceil(length / size));
    double around = reach + length / pieces / 2;
    for (int piece = 0; piece < pieces; piece++) {
      double share = (piece + 0.5) / pieces;
      markAround(fromX + share * (toX - fromX), fromY + share * (toY - fromY), around);
    }
  }

  private void markAround(double x, double y, double around) {
    int lastRow = row(y + around);
    int lastColumn = column(x + around);
    for (int row = row(y - around); row <= lastRow; row++) {
      for (int column = column(x - around); column <= lastColumn; column++) {
        state[row * columns + column] = NEAR;
      }
    }
  }

  private int column(double x) {
    return (int) Math.max(0, Math.min(columns - 1, Math.floor((x - west) / size)));
  }

  private int row(double y) {
    return (int) Math.max(0, Math.min(rows - 1, Math.floor((y - south) / size)));
  }

  /** NEAR, or the place's location, asked for once a cell: whoever asks at the same time finds the same. */
  int at(double x, double y, Locator locator) {
    double column = Math.floor((x - west) / size);
    double row = Math.floor((y - south) / size);
    if (!(column >= 0 && column < columns && row >= 0 && row < rows)) {
      return NEAR;
    }
    int cell = ((int) row) * columns + (int) column;
    if (state[cell] == UNKNOWN) {
      state[cell] = (byte) locator.locate(west + (column + 0.5) * size, south + (row + 0.5) * size);
    }
    return state[cell];
  }
}
