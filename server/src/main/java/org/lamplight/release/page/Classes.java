package org.lamplight.release.page;

import java.util.ArrayList;
import java.util.List;

/**
 * The five classes of a map's legend. They are made from all periods of a grain at once, so that a colour means the same in each.
 *
 * @param floors the smallest value of each class, rising; the last class has no end
 */
record Classes(List<Double> floors) {

  static final int MANY = 5;

  /**
   * Classes with about as many values in each, cut at round numbers.
   *
   * @param values what is shown anywhere in the periods; those that are not above 0 do not count
   * @param step the smallest difference of two values: 1 for counts, 0.1 for rates
   * @return five classes, or a single one that begins at the step when nothing is shown
   */
  static Classes of(List<Double> values, double step) {
    List<Double> shown = values.stream().filter(value -> value > 0).sorted().toList();
    if (shown.isEmpty()) {
      return new Classes(List.of(step));
    }
    List<Double> floors = new ArrayList<>();
    floors.add(Math.floor(shown.get(0) / step + 1e-9) * step);
    for (int i = 1; i < MANY; i++) {
      double quantile = shown.get((int) ((long) shown.size() * i / MANY));
      double round = round(quantile, step);
      double least = floors.get(i - 1) + step;
      floors.add(tidy(Math.max(round, least), step));
    }
    return new Classes(List.copyOf(floors));
  }

  /** The class of a value above 0; one below the first floor counts as of the first class. */
  int of(double value) {
    int found = 0;
    for (int i = 1; i < floors.size(); i++) {
      if (value >= floors.get(i) - 1e-9) {
        found = i;
      }
    }
    return found;
  }

  /** Two leading digits at most, the second 0 or 5 once there are three digits. */
  private static double round(double value, double step) {
    double unit = Math.pow(10, Math.floor(Math.log10(value)) - 1);
    double coarse = value / step >= 100 ? unit * 5 : unit;
    return Math.round(value / Math.max(coarse, step)) * Math.max(coarse, step);
  }

  private static double tidy(double value, double step) {
    return Math.round(value / step) * step;
  }
}
