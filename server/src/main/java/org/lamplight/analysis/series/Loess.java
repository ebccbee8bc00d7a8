package org.lamplight.analysis.series;

/**
 * Local regression over equally spaced values, worked out at every so many of them and drawn straight between.
 *
 * <p>Source: W. Cleveland, Journal of the American Statistical Association 74 (1979), in the form of STL (1990).
 *
 * @param window values that take part, odd
 * @param degree 0 for a local mean, 1 for a local line
 * @param jump steps between the places where it is worked out
 */
record Loess(int window, int degree, int jump) {

  private static final double NEAR = 0.001;

  /** The smoothed values; an empty array of weights stands for equal ones. Cost: length times window by jump. */
  double[] smooth(double[] y, double[] weights) {
    int n = y.length;
    double[] smooth = new double[n];
    if (n < 2) {
      smooth[0] = y[0];
      return smooth;
    }
    int step = Math.min(jump, n - 1);
    for (int i = 0; i < n; i += step) {
      smooth[i] = fitted(y, weights, i);
    }
    int last = (n - 1) / step * step;
    if (last != n - 1) {
      smooth[n - 1] = fitted(y, weights, n - 1);
    }
    for (int i = 0; i < last; i += step) {
      line(smooth, i, i + step);
    }
    line(smooth, last, n - 1);
    return smooth;
  }

  /** The smoothed values with one more before the first and one after the last. */
  double[] smoothBeyond(double[] y, double[] weights) {
    int n = y.length;
    double[] inside = smooth(y, weights);
    double[] smooth = new double[n + 2];
    System.arraycopy(inside, 0, smooth, 1, n);
    double before = at(y, weights, -1, 0, Math.min(window, n) - 1);
    double after = at(y, weights, n, Math.max(0, n - window), n - 1);
    smooth[0] = Double.isNaN(before) ? smooth[1] : before;
    smooth[n + 1] = Double.isNaN(after) ? smooth[n] : after;
    return smooth;
  }

  private static void line(double[] values, int from, int until) {
    for (int i = from + 1; i < until; i++) {
      values[i] = values[from] + (values[until] - values[from]) / (until - from) * (i - from);
    }
  }

  private double fitted(double[] y, double[] weights, int i) {
    int n = y.length;
    int left = 0;
    int right = n - 1;
    if (window < n) {
      int half = (window + 1) / 2;
      left = Math.max(0, Math.min(i + 1 - half, n - window));
      right = left + window - 1;
    }
    double fit = at(y, weights, i, left, right);
    return Double.isNaN(fit) ? y[i] : fit;
  }

  /** The regression's value at a place from the values between left and right; NaN where none has weight. */
  private double at(double[] y, double[] weights, double place, int left, int right) {
    int n = y.length;
    double reach = Math.max(place - left, right - place);
    if (window > n) {
      int beyond = (window - n) / 2;
      reach += beyond;
    }
    double[] w = new double[right - left + 1];
    double total = 0;
    for (int j = left; j <= right; j++) {
      double far = Math.abs(j - place);
      if (far <= (1 - NEAR) * reach) {
        double cube = far <= NEAR * reach ? 0 : Math.pow(far / reach, 3);
        w[j - left] = Math.pow(1 - cube, 3) * (weights.length == 0 ? 1 : weights[j]);
        total += w[j - left];
      }
    }
    if (total <= 0) {
      return Double.NaN;
    }
    for (int k = 0; k < w.length; k++) {
      w[k] /= total;
    }
    if (reach > 0 && degree > 0) {
      tilt(w, left, place, n);
    }
    double fit = 0;
    for (int j = left; j <= right; j++) {
      fit += w[j - left] * y[j];
    }
    return fit;
  }

  /** Turns weights of a mean into those of a line, unless all lie in one place. */
  private static void tilt(double[] w, int left, double place, int n) {
    double centre = 0;
    for (int k = 0; k < w.length; k++) {
      centre += w[k] * (left + k);
    }
    double spread = 0;
    for (int k = 0; k < w.length; k++) {
      spread += w[k] * (left + k - centre) * (left + k - centre);
    }
    if (Math.sqrt(spread) > NEAR * (n - 1)) {
      double slope = (place - centre) / spread;
      for (int k = 0; k < w.length; k++) {
        w[k] *= slope * (left + k - centre) + 1;
      }
    }
  }

  /** Moving averages of so many values each; as many fewer come out. */
  static double[] average(double[] values, int length) {
    double[] averages = new double[values.length - length + 1];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] - (i >= length ? values[i - length] : 0);
      if (i >= length - 1) {
        averages[i - length + 1] = sum / length;
      }
    }
    return averages;
  }
}
