package org.lamplight.analysis.point;

import org.lamplight.geo.PlaneGrid;

/** Sums of kernels over weighted events, at places or on a grid, with the same bandwidth for all events. */
final class KernelSums {

  /** Events times places up to which a Gaussian is summed over all events. */
  private static final double SMALL = 5e7;

  private KernelSums() {}

  /** Weighted kernel sums at the centres of cells, 1/m2. */
  static double[] onGrid(GridBins.Events events, Kernel kernel, double bandwidth, PlaneGrid grid) {
    if (kernel == Kernel.GAUSSIAN) {
      double[] sigma = GaussianGrid.same(bandwidth, events.x().length);
      return GaussianGrid.of(events, sigma, grid);
    }
    double[] sums = QuarticGrid.of(events, grid, bandwidth);
    double scale = kernel.scale(bandwidth);
    for (int i = 0; i < sums.length; i++) {
      sums[i] *= scale;
    }
    return sums;
  }

  /**
   * Weighted kernel sums at places, 1/m2.
   *
   * @param leaveOneOut whether the event with the number of the place is left out of its sum
   */
  static double[] atPoints(
      GridBins.Events events, Kernel kernel, double bandwidth, Points at, boolean leaveOneOut) {
    boolean small = (double) events.x().length * at.size() <= SMALL;
    double reach = kernel == Kernel.GAUSSIAN && small ? Double.MAX_VALUE : kernel.reach(bandwidth);
    PointIndex index = new PointIndex(events.x(), events.y(), Math.min(reach, 1e9) / 2);
    double[] weight = weights(events, index);
    double[] result = new double[at.size()];
    double scale = kernel.scale(bandwidth);
    double perSquare = 1 / (bandwidth * bandwidth);
    Parallel.ranges(result.length, (from, to) -> {
      for (int i = from; i < to; i++) {
        int without = leaveOneOut ? i : -1;
        Place place = new Place(at.x()[i], at.y()[i], without, reach, perSquare);
        result[i] = scale * sum(index, weight, kernel, place);
      }
    });
    return result;
  }

  private static double[] weights(GridBins.Events events, PointIndex index) {
    double[] weight = new double[index.size()];
    for (int place = 0; place < weight.length; place++) {
      weight[place] = events.weightOf(index.order[place]);
    }
    return weight;
  }

  /** A place, the event that does not count there, how far events count, and 1/bandwidth2. */
  private record Place(double x, double y, int without, double reach, double perSquare) {}

  private static double sum(PointIndex index, double[] weight, Kernel kernel, Place at) {
    double sum = 0;
    int lastRow = index.row(at.y + at.reach);
    int firstColumn = index.column(at.x - at.reach);
    int lastColumn = index.column(at.x + at.reach);
    for (int row = index.row(at.y - at.reach); row <= lastRow; row++) {
      int to = index.to(row, lastColumn);
      for (int place = index.from(row, firstColumn); place < to; place++) {
        double dx = index.x[place] - at.x;
        double dy = index.y[place] - at.y;
        if (index.order[place] != at.without) {
          sum += weight[place] * kernel.shape((dx * dx + dy * dy) * at.perSquare);
        }
      }
    }
    return sum;
  }
}
