package org.lamplight.analysis.point;

import java.util.Arrays;
import org.lamplight.geo.PlaneGrid;

/**
 * Sums of Gaussian kernels, each with its own standard deviation, at the centres of a grid: a product of a column's and a row's
 * exponential.
 *
 * <p>Cost: events times cells in reach. Small problems reach everywhere, large ones to 9 standard deviations (1e-17 of the top).
 */
final class GaussianGrid {

  private static final int BAND = 64;

  /** Events times cells up to which nothing is cut. */
  private static final double SMALL = 5e7;

  /** Standard deviations at which an exponential is 0 in double precision. */
  private static final double EVERYWHERE = 39;

  private final GridBins.Events events;
  private final double[] sigma;
  private final PlaneGrid grid;
  private final double reach;

  private GaussianGrid(GridBins.Events events, double[] sigma, PlaneGrid grid) {
    this.events = events;
    this.sigma = sigma;
    this.grid = grid;
    boolean small = (double) events.x().length * grid.cells() <= SMALL;
    this.reach = small ? EVERYWHERE : GaussianEdge.REACH;
  }

  /** Sum over events of weight times the kernel, cell by cell, 1/m2. */
  static double[] of(GridBins.Events events, double[] sigma, PlaneGrid grid) {
    GaussianGrid work = new GaussianGrid(events, sigma, grid);
    double[] sum = new double[grid.cells()];
    int bands = (grid.rows() + BAND - 1) / BAND;
    int[][] reached = work.reached(bands);
    Parallel.each(bands, band -> work.band(band, reached[band], sum));
    return sum;
  }

  /** The events that reach each band of rows, in their order. */
  private int[][] reached(int bands) {
    int[] count = new int[bands];
    int[][] result = new int[bands][];
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < sigma.length; i++) {
        int last = Math.min(bands - 1, Math.floorDiv(lastRow(i), BAND));
        for (int band = Math.max(0, firstRow(i)) / BAND; band <= last; band++) {
          if (pass == 1) {
            result[band][count[band]] = i;
          }
          count[band]++;
        }
      }
      for (int band = 0; band < bands && pass == 0; band++) {
        result[band] = new int[count[band]];
        count[band] = 0;
      }
    }
    return result;
  }

  private int firstRow(int i) {
    return clamp(
        Math.ceil((events.y()[i] - reach * sigma[i] - grid.south()) / grid.cellHeight() - 0.5),
        grid.rows());
  }

  private int lastRow(int i) {
    return clamp(
        Math.floor((events.y()[i] + reach * sigma[i] - grid.south()) / grid.cellHeight() - 0.5),
        grid.rows());
  }

  /** A row or column between -1 and the one after the last. */
  private static int clamp(double index, int size) {
    return (int) Math.max(-1, Math.min(size, index));
  }

  private void band(int band, int[] reached, double[] sum) {
    double[] across = new double[grid.columns()];
    int top = Math.min(grid.rows(), (band + 1) * BAND);
    for (int i : reached) {
      double half = 1 / (2 * sigma[i] * sigma[i]);
      double scale = events.weightOf(i) * half / Math.PI;
      double x = events.x()[i];
      int from = Math.max(
          0,
          clamp(
              Math.ceil((x - reach * sigma[i] - grid.west()) / grid.cellWidth() - 0.5),
              grid.columns()));
      int to = 1
          + Math.min(
              grid.columns() - 1,
              clamp(
                  Math.floor((x + reach * sigma[i] - grid.west()) / grid.cellWidth() - 0.5),
                  grid.columns()));
      for (int c = from; c < to; c++) {
        double d = grid.centreX(c) - x;
        across[c] = Math.exp(-d * d * half);
      }
      int lastRow = Math.min(top - 1, lastRow(i));
      for (int row = Math.max(band * BAND, firstRow(i)); row <= lastRow; row++) {
        double d = grid.centreY(row) - events.y()[i];
        add(sum, row * grid.columns(), across, scale * Math.exp(-d * d * half), from, to);
      }
    }
  }

  private static void add(
      double[] sum, int base, double[] across, double factor, int from, int to) {
    for (int c = from; c < to; c++) {
      sum[base + c] += factor * across[c];
    }
  }

  /** The same standard deviation for all. */
  static double[] same(double sigma, int size) {
    double[] all = new double[size];
    Arrays.fill(all, sigma);
    return all;
  }
}
