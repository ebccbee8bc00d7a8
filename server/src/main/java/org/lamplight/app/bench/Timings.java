package org.lamplight.app.bench;

import java.util.ArrayList;
import java.util.List;

/** Measured values of one kind, of which the median counts. */
final class Timings {

  private final List<Double> values = new ArrayList<>();

  /** Something that is timed. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /** Seconds that the work takes. */
  static double seconds(Work work) throws Exception {
    long began = System.nanoTime();
    work.run();
    return (System.nanoTime() - began) / 1e9;
  }

  void add(double value) {
    values.add(value);
  }

  /** The value below which this share of them lies. */
  double at(double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }

  double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
