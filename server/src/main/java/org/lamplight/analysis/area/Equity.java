package org.lamplight.analysis.area;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Warning;

/**
 * Whom a map points at: the share of ground and of residents that is flagged, over all and by fifths of the places.
 *
 * <ul>
 *   <li><b>Input</b>: for each place whether it is flagged, its size in square metres, its residents, and its incidents.
 *   <li><b>Output</b>: shares from 0 to 1; fifths by residents per square kilometre, by incidents and by harm per 1,000 residents, the lowest first, with as many
 *       places in each as can be; places that are equal stand in the order given.
 *   <li><b>Errors</b>: INVALID for differing lengths, fewer than five places, a place without ground or residents, a count below 0.
 *   <li><b>Cost</b>: places times log places.
 * </ul>
 *
 * <p>Source: the comparison of flagged ground by fifths of the population as in K. Lum and W. Isaac, "To predict and serve?" (2016).
 */
public final class Equity {

  private static final int FIFTHS = 5;

  private Equity() {}

  /**
   * The places.
   *
   * @param harm of the incidents of each, days; null: not known
   */
  public record Parameters(
      boolean[] flagged,
      double[] areaM2,
      double[] population,
      double[] counts,
      double @Nullable [] harm) {
    public Parameters {
      int n = flagged.length;
      require(n >= FIFTHS, "flagged: fifths need at least five places");
      Inputs.requireSameLength("sizes", areaM2.length, "flagged", n);
      Inputs.requireSameLength("population", population.length, "flagged", n);
      Inputs.requireSameLength("counts", counts.length, "flagged", n);
      Inputs.requireCounts("counts", counts);
      if (harm != null) {
        Inputs.requireSameLength("harm", harm.length, "flagged", n);
        Inputs.requireCounts("harm", harm);
      }
      for (int i = 0; i < n; i++) {
        require(areaM2[i] > 0, "sizes: each place must be larger than 0");
        require(population[i] > 0, "population: each place must have residents");
      }
    }
  }

  /**
   * A group of places.
   *
   * @param areaShare of its ground that is flagged
   * @param peopleShare of its residents who live in flagged places
   * @param low least figure by which it was made, and {@code high} the largest
   */
  public record Group(
      int places,
      int flagged,
      double people,
      double areaShare,
      double peopleShare,
      double low,
      double high) {}

  /** What is flagged over all, and by fifths; those by harm are none where it is not known. */
  public record Result(
      Group all,
      List<Group> byDensity,
      List<Group> byRate,
      List<Group> byHarm,
      List<Warning> warnings) {}

  /** The readout. */
  public static Result of(Parameters p) {
    int n = p.flagged.length;
    double[] density = IntStream.range(0, n)
        .mapToDouble(i -> p.population[i] / p.areaM2[i] * 1e6)
        .toArray();
    double[] rate = perThousand(p, p.counts);
    List<Group> byHarm = p.harm == null ? List.of() : fifths(p, perThousand(p, p.harm));
    int[] every = IntStream.range(0, n).toArray();
    List<Warning> warnings = new ArrayList<>();
    if (IntStream.range(0, n).noneMatch(i -> p.flagged[i])) {
      warnings.add(
          Warning.of("No place is flagged, so that nothing can be told of whom it meets."));
    }
    return new Result(
        group(p, every, density), fifths(p, density), fifths(p, rate), byHarm, warnings);
  }

  private static double[] perThousand(Parameters p, double[] amounts) {
    return IntStream.range(0, amounts.length)
        .mapToDouble(i -> amounts[i] / p.population[i] * 1e3)
        .toArray();
  }

  private static List<Group> fifths(Parameters p, double[] figure) {
    int n = figure.length;
    int[] order = IntStream.range(0, n)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> figure[i]).thenComparing(i -> i))
        .mapToInt(Integer::intValue)
        .toArray();
    List<Group> groups = new ArrayList<>();
    for (int fifth = 0; fifth < FIFTHS; fifth++) {
      int from = fifth * n / FIFTHS;
      int until = (fifth + 1) * n / FIFTHS;
      groups.add(group(p, java.util.Arrays.copyOfRange(order, from, until), figure));
    }
    return groups;
  }

  private static Group group(Parameters p, int[] members, double[] figure) {
    double area = 0;
    double people = 0;
    double flaggedArea = 0;
    double flaggedPeople = 0;
    int flagged = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i : members) {
      area += p.areaM2[i];
      people += p.population[i];
      low = Math.min(low, figure[i]);
      high = Math.max(high, figure[i]);
      if (p.flagged[i]) {
        flagged++;
        flaggedArea += p.areaM2[i];
        flaggedPeople += p.population[i];
      }
    }
    return new Group(
        members.length, flagged, people, flaggedArea / area, flaggedPeople / people, low, high);
  }
}
