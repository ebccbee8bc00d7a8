package org.lamplight.analysis.point;

/**
 * What the events of each cell of a row contribute to the quartic kernel at any place that has the whole cell in reach.
 *
 * <p>With e from the cell's centre to the place, u from the centre to the event, a = 1 - |e|2 and r = |u|2 (all in radii), the kernel is
 * (a + 2 e.u - r)2: its sum over events needs the sums of 1, u, u u, r u and r r.
 */
final class QuarticSums {

  private final int columns;
  private final double[] one;
  private final double[] x;
  private final double[] y;
  private final double[] xx;
  private final double[] yy;
  private final double[] xy;
  private final double[] rx;
  private final double[] ry;
  private final double[] rr;

  QuarticSums(GridBins bins, int row) {
    this.columns = bins.columns;
    this.one = new double[columns];
    this.x = new double[columns];
    this.y = new double[columns];
    this.xx = new double[columns];
    this.yy = new double[columns];
    this.xy = new double[columns];
    this.rx = new double[columns];
    this.ry = new double[columns];
    this.rr = new double[columns];
    for (int place = bins.start[row]; place < bins.start[row + 1]; place++) {
      int c = bins.column[place];
      double u = bins.offsetX[place];
      double v = bins.offsetY[place];
      double w = bins.weight[place];
      double r = u * u + v * v;
      one[c] += w;
      x[c] += w * u;
      y[c] += w * v;
      xx[c] += w * u * u;
      yy[c] += w * v * v;
      xy[c] += w * u * v;
      rx[c] += w * r * u;
      ry[c] += w * r * v;
      rr[c] += w * r * r;
    }
  }

  /** Adds to each column what the cell so many columns to its left contributes; east and north lead from the cell to the place, in radii. */
  void add(double[] sum, int columnsEast, double east, double north) {
    double a = 1 - east * east - north * north;
    double byX = 4 * a * east;
    double byY = 4 * a * north;
    double byXx = 4 * east * east - 2 * a;
    double byYy = 4 * north * north - 2 * a;
    double byXy = 8 * east * north;
    double byRx = -4 * east;
    double byRy = -4 * north;
    double all = a * a;
    double[] one = this.one;
    double[] x = this.x;
    double[] y = this.y;
    double[] xx = this.xx;
    double[] yy = this.yy;
    double[] xy = this.xy;
    double[] rx = this.rx;
    double[] ry = this.ry;
    double[] rr = this.rr;
    int back = -columnsEast;
    int to = Math.min(columns, columns + columnsEast);
    for (int c = Math.max(0, columnsEast); c < to; c++) {
      sum[c] += all * one[back + c]
          + byX * x[back + c]
          + byY * y[back + c]
          + byXx * xx[back + c]
          + byYy * yy[back + c]
          + byXy * xy[back + c]
          + byRx * rx[back + c]
          + byRy * ry[back + c]
          + rr[back + c];
    }
  }
}
