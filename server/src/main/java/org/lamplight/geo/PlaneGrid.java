package org.lamplight.geo;

import static org.lamplight.fault.Fault.require;

import org.locationtech.jts.geom.Envelope;

/**
 * A grid of equal rectangles in a plane of metres. Cells are numbered row by row from the south-west; a cell holds its western and
 * southern edge.
 *
 * @param west of the grid, metres
 * @param south of the grid, metres
 * @param cellWidth metres
 * @param cellHeight metres
 * @param columns at least 1
 * @param rows at least 1; at most 16 million cells
 */
public record PlaneGrid(
    double west, double south, double cellWidth, double cellHeight, int columns, int rows) {

  private static final long MOST_CELLS = 16_000_000;

  public PlaneGrid {
    require(
        Double.isFinite(west) && Double.isFinite(south), "grid: west and south must be numbers");
    require(
        cellWidth > 0
            && cellHeight > 0
            && Double.isFinite(cellWidth)
            && Double.isFinite(cellHeight),
        "grid: cells must be wider and higher than 0 m");
    require(columns >= 1 && rows >= 1, "grid: there must be at least one column and one row");
    require(
        (long) columns * rows <= MOST_CELLS,
        "grid: more than 16,000,000 cells; take larger cells or a smaller area");
  }

  /** Square cells over an area, from its south-west corner, as many as cover it. */
  public static PlaneGrid over(Envelope extent, double cellMetres) {
    require(cellMetres > 0 && Double.isFinite(cellMetres), "grid: cells must be larger than 0 m");
    double columns = Math.max(1, Math.ceil(extent.getWidth() / cellMetres));
    double rows = Math.max(1, Math.ceil(extent.getHeight() / cellMetres));
    require(
        columns * rows <= MOST_CELLS,
        "grid: more than 16,000,000 cells; take larger cells or a smaller area");
    return new PlaneGrid(
        extent.getMinX(), extent.getMinY(), cellMetres, cellMetres, (int) columns, (int) rows);
  }

  /** So many columns and rows that fill an area exactly. */
  public static PlaneGrid over(Envelope extent, int columns, int rows) {
    return new PlaneGrid(
        extent.getMinX(),
        extent.getMinY(),
        extent.getWidth() / columns,
        extent.getHeight() / rows,
        columns,
        rows);
  }

  public int cells() {
    return columns * rows;
  }

  public double cellAreaSquareMetres() {
    return cellWidth * cellHeight;
  }

  public double centreX(int column) {
    return west + (column + 0.5) * cellWidth;
  }

  public double centreY(int row) {
    return south + (row + 0.5) * cellHeight;
  }

  /** The cell that holds a place, -1 outside. */
  public int index(double x, double y) {
    double column = Math.floor((x - west) / cellWidth);
    double row = Math.floor((y - south) / cellHeight);
    boolean inside = column >= 0 && column < columns && row >= 0 && row < rows;
    return inside ? ((int) row) * columns + (int) column : -1;
  }

  /** The closed ring of a cell: five pairs of x and y, counter-clockwise. */
  public double[] ring(int cell) {
    int column = cell % columns;
    int row = cell / columns;
    double left = west + column * cellWidth;
    double low = south + row * cellHeight;
    double right = west + (column + 1) * cellWidth;
    double high = south + (row + 1) * cellHeight;
    return new double[] {left, low, right, low, right, high, left, high, left, low};
  }
}
