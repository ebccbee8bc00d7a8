package org.lamplight.app.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.lamplight.analysis.area.Neighbors;
import org.lamplight.analysis.chance.Tails;

/** The statistics of areas as their formulas stand, on one processor: what the fast ones are compared with. */
final class PlainLoops {

  private final double[] values;
  private final Neighbors neighbors;

  PlainLoops(double[] values, Neighbors neighbors) {
    this.values = values;
    this.neighbors = neighbors;
  }

  record HotSpots(double[] z, double[] pAdjusted) {}

  HotSpots giStar() {
    int n = values.length;
    double mean = Arrays.stream(values).sum() / n;
    double sd = Math.sqrt(Arrays.stream(values).map(v -> v * v).sum() / n - mean * mean);
    double[] z = new double[n];
    double[] p = new double[n];
    for (int i = 0; i < n; i++) {
      double weight = 1;
      double sum = values[i];
      for (int j : neighbors.of(i)) {
        weight++;
        sum += values[j];
      }
      z[i] = (sum - mean * weight) / (sd * Math.sqrt((n * weight - weight * weight) / (n - 1)));
      p[i] = Tails.normalTwoSided(z[i]);
    }
    return new HotSpots(z, adjusted(p));
  }

  private static double[] adjusted(double[] p) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, p.length).boxed().toList());
    order.sort(Comparator.comparingDouble(i -> p[i]));
    double[] adjusted = new double[p.length];
    double least = 1;
    for (int rank = p.length; rank >= 1; rank--) {
      int i = order.get(rank - 1);
      least = Math.min(least, p[i] * p.length / rank);
      adjusted[i] = least;
    }
    return adjusted;
  }

  /** Conditional permutation of local Moran, each round's neighbors drawn into a set. */
  double[] localMoran(int rounds) {
    int n = values.length;
    double mean = Arrays.stream(values).sum() / n;
    Random random = new Random(1);
    double[] p = new double[n];
    for (int i = 0; i < n; i++) {
      int[] near = neighbors.of(i);
      double observed = Arrays.stream(near).mapToDouble(j -> values[j] - mean).sum();
      int atLeast = 0;
      for (int round = 0; round < rounds; round++) {
        atLeast += drawn(random, i, near.length, mean) >= observed ? 1 : 0;
      }
      p[i] = (atLeast + 1.0) / (rounds + 1.0);
    }
    return p;
  }

  private double drawn(Random random, int unit, int count, double mean) {
    Set<Integer> drawn = new HashSet<>();
    double sum = 0;
    while (drawn.size() < count) {
      int other = random.nextInt(values.length);
      if (other != unit && drawn.add(other)) {
        sum += values[other] - mean;
      }
    }
    return sum;
  }
}
