package org.lamplight.analysis.point;

/**
 * The Gaussian kernel's share beyond an edge: 2 pi times a difference of D. Owen's T functions (1956), by Gauss-Legendre quadrature to about
 * 1e-15.
 */
final class GaussianEdge {

  /** Standard deviations beyond which a share is below 1e-17. */
  static final double REACH = 9;

  private static final int NODES = 16;
  private static final double[] NODE = new double[NODES];
  private static final double[] WEIGHT = new double[NODES];

  static {
    for (int i = 0; i < NODES; i++) {
      double root = Math.cos(Math.PI * (i + 0.75) / (NODES + 0.5));
      double slope = 1;
      for (int step = 0; step < 50; step++) {
        double[] legendre = legendre(root);
        slope = legendre[1];
        root -= legendre[0] / slope;
      }
      NODE[i] = root;
      WEIGHT[i] = 2 / ((1 - root * root) * slope * slope);
    }
  }

  private GaussianEdge() {}

  /** Value and slope of the Legendre polynomial whose roots are the nodes. */
  private static double[] legendre(double x) {
    double before = 1;
    double value = x;
    for (int n = 2; n <= NODES; n++) {
      double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
      before = value;
      value = next;
    }
    return new double[] {value, NODES * (x * value - before) / (x * x - 1)};
  }

  /** Integral of exp(-(offset2 + t2)/2) dtheta along the edge, theta = atan(t/offset). */
  static double beyond(double offset, double from, double to) {
    double h = Math.abs(offset);
    if (h == 0 || h >= REACH) {
      return 0;
    }
    double half = Math.sqrt(REACH * REACH - h * h);
    double low = Math.max(from, -half);
    double high = Math.min(to, half);
    if (low >= high) {
      return 0;
    }
    double share = panels(h, arsinh(low / h), arsinh(high / h));
    return offset > 0 ? share : -share;
  }

  /** With t = h sinh u the integrand is exp(-h2 cosh2(u)/2)/cosh(u), smooth on a scale of 1 however near the edge is. */
  private static double panels(double h, double from, double to) {
    int panels = Math.max(1, (int) Math.ceil(to - from));
    double half = (to - from) / panels / 2;
    double sum = 0;
    for (int panel = 0; panel < panels; panel++) {
      double middle = from + (2 * panel + 1) * half;
      for (int i = 0; i < NODES; i++) {
        double cosh = Math.cosh(middle + half * NODE[i]);
        sum += WEIGHT[i] * Math.exp(-h * h * cosh * cosh / 2) / cosh;
      }
    }
    return sum * half;
  }

  private static double arsinh(double value) {
    double size = Math.abs(value);
    double result = Math.log(size + Math.sqrt(size * size + 1));
    return value < 0 ? -result : result;
  }
}
