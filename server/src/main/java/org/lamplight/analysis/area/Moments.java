package org.lamplight.analysis.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lamplight.analysis.chance.Warning;

/** Sums that the global statistics share. */
final class Moments {

  private Moments() {}

  static double[] deviations(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    return Arrays.stream(values).map(x -> x - mean).toArray();
  }

  /** Fourth moment by the square of the second. */
  static double kurtosis(double[] deviation) {
    double squares = Arrays.stream(deviation).map(d -> d * d).sum();
    double fourth = Arrays.stream(deviation).map(d -> d * d * d * d).sum();
    return deviation.length * fourth / (squares * squares);
  }

  /** Sum over all pairs of weight times both values. */
  static double product(Weights weights, double[] values) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * weights.lag(values, i);
    }
    return sum;
  }

  static List<Warning> warnings(Weights weights, int least) {
    List<Warning> warnings = new ArrayList<>();
    if (weights.connected() < least) {
      warnings.add(Warning.below("There are " + weights.connected()
          + " units with neighbors; the test needs at least " + least + "."));
    }
    Islands.warn(weights.neighbors(), warnings);
    return List.copyOf(warnings);
  }
}
