package org.lamplight.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Items drawn in proportion to their weights, each draw in constant time.
 *
 * <p>Source: M. Vose, "A linear algorithm for generating random numbers with a given distribution", IEEE Transactions on Software
 * Engineering 17:9 (1991).
 */
final class Weighted<T> {

  private final List<T> items;
  private final double[] keep;
  private final int[] other;

  /** Weights are at least 0 and not all 0. */
  Weighted(List<T> items, ToDoubleFunction<T> weight) {
    this.items = List.copyOf(items);
    int n = items.size();
    this.keep = new double[n];
    this.other = new int[n];
    double[] scaled = items.stream().mapToDouble(weight).toArray();
    double sum = 0;
    for (double w : scaled) {
      sum += w;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("nothing to draw from");
    }
    for (int i = 0; i < n; i++) {
      scaled[i] *= n / sum;
    }
    build(scaled);
  }

  /** The numbers 0, 1, ... drawn in proportion to the weights. */
  static Weighted<Integer> indexes(double... weights) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      numbers.add(i);
    }
    return new Weighted<>(numbers, i -> weights[i]);
  }

  T draw(Dice dice) {
    int i = dice.below(keep.length);
    return items.get(dice.uniform() < keep[i] ? i : other[i]);
  }

  List<T> items() {
    return items;
  }

  private void build(double[] scaled) {
    Deque<Integer> small = new ArrayDeque<>();
    Deque<Integer> large = new ArrayDeque<>();
    for (int i = 0; i < scaled.length; i++) {
      (scaled[i] < 1 ? small : large).add(i);
    }
    while (!small.isEmpty() && !large.isEmpty()) {
      int less = small.remove();
      int more = large.remove();
      keep[less] = scaled[less];
      other[less] = more;
      scaled[more] -= 1 - scaled[less];
      (scaled[more] < 1 ? small : large).add(more);
    }
    small.forEach(i -> keep[i] = 1);
    large.forEach(i -> keep[i] = 1);
  }
}
