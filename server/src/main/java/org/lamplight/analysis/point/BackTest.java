package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Permutations;
import org.lamplight.analysis.chance.Rounds;
import org.lamplight.analysis.chance.Warning;

/**
 * A map against "last year's counts" over several origins in time: what each would have caught afterwards in the same share of the area.
 *
 * <ul>
 *   <li><b>Input</b>: for each origin the surface predicted then, the counts of the year before, and the counts of the weeks after, by cell.
 *   <li><b>Output</b>: by origin and over all of them the share of events caught and PAI of both, with 95 % intervals from weeks drawn anew within
 *       each origin, and the interval of the paired difference.
 *   <li><b>Errors</b>: INVALID for no origin, differing lengths, or an origin after which nothing happened.
 *   <li><b>Cost</b>: origins times cells log cells, and resamples times weeks.
 * </ul>
 *
 * <p>Source: as {@link HotSpotAccuracy}; B. Efron and R. Tibshirani, "An introduction to the bootstrap" (1993) for the intervals.
 */
public final class BackTest {

  private static final int FEWEST = 100;

  private BackTest() {}

  /**
   * One origin.
   *
   * @param predicted surface at the origin, by cell
   * @param baseline counts of the twelve months before the origin, by cell
   * @param weeks counts after the origin, by week and cell; the counts before it, of Levine's recapture ratio, are those of the baseline
   */
  public record Fold(double[] predicted, double[] baseline, double[][] weeks) {
    double[] observed() {
      double[] sum = new double[predicted.length];
      for (double[] week : weeks) {
        for (int cell = 0; cell < sum.length; cell++) {
          sum[cell] += week[cell];
        }
      }
      return sum;
    }
  }

  /**
   * What to judge.
   *
   * @param folds origins, oldest first; eight are usual
   * @param area by cell, null: all equal
   * @param areaShare that may be flagged at most, such as 0.05
   * @param resamples for the intervals, 999 is usual
   */
  public record Parameters(
      List<Fold> folds, double @Nullable [] area, double areaShare, int resamples, long seed) {
    public Parameters {
      require(!folds.isEmpty(), "folds: there is no origin to test from");
      int cells = folds.get(0).predicted().length;
      for (Fold fold : folds) {
        Inputs.requireCounts("predicted", fold.predicted());
        Inputs.requireCounts("baseline", fold.baseline());
        Inputs.requireSameLength("predicted", fold.predicted().length, "the first fold", cells);
        Inputs.requireSameLength("baseline", fold.baseline().length, "predicted", cells);
        require(fold.weeks().length > 0, "weeks: a fold has none");
        for (double[] week : fold.weeks()) {
          Inputs.requireCounts("weeks", week);
          Inputs.requireSameLength("weeks", week.length, "predicted", cells);
        }
      }
      HotSpotAccuracy.requireAreas(area, cells);
      require(areaShare > 0 && areaShare <= 1, "areaShare: must lie between 0 and 1, such as 0.05");
    }

    /** Of cells of equal area. */
    public static Parameters of(List<Fold> folds, double areaShare, int resamples, long seed) {
      return new Parameters(folds, null, areaShare, resamples, seed);
    }
  }

  /** A value with its 95 % interval. */
  public record Interval(double value, double low, double high) {}

  /**
   * What a map caught.
   *
   * @param hitShare of all events
   * @param pai share of events / share of area
   * @param pei PAI / the largest possible, the mean over origins
   */
  public record Score(Interval hitShare, Interval pai, double pei) {}

  /**
   * What both caught after one origin.
   *
   * @param flagged cells that the map flagged, its highest first
   * @param flaggedBaseline those of last year's counts
   */
  public record FoldResult(
      HotSpotAccuracy.Point predicted,
      HotSpotAccuracy.Point baseline,
      int[] flagged,
      int[] flaggedBaseline) {}

  /**
   * The verdict.
   *
   * @param hitDifference share caught by the map less share caught by last year's counts
   * @param beatsBaseline whether that difference is above 0 with 95 % confidence
   */
  public record Result(
      List<FoldResult> folds,
      Score predicted,
      Score baseline,
      Interval hitDifference,
      Interval paiDifference,
      boolean beatsBaseline,
      List<Warning> warnings) {}

  /** Events caught by each map and all events of a fold, by week; and the share of area that each flagged. */
  private record Caught(
      double[] predicted, double[] baseline, double[] all, double areaP, double areaB) {}

  /** Sums over folds and the shares of area, weighted by events. */
  private record Sum(double hitP, double hitB, double paiP, double paiB) {}

  /** The back-test. */
  public static Result run(Parameters parameters) {
    Permutations chance = new Permutations(parameters.resamples(), parameters.seed());
    List<FoldResult> results = new ArrayList<>();
    List<Caught> caught = new ArrayList<>();
    for (Fold fold : parameters.folds()) {
      HotSpotAccuracy.Result map = accuracy(parameters, fold, fold.predicted());
      HotSpotAccuracy.Result last = accuracy(parameters, fold, fold.baseline());
      HotSpotAccuracy.Point ofMap = map.at(parameters.areaShare());
      HotSpotAccuracy.Point ofLast = last.at(parameters.areaShare());
      FoldResult result = new FoldResult(
          ofMap,
          ofLast,
          Arrays.copyOf(map.order(), ofMap.cells()),
          Arrays.copyOf(last.order(), ofLast.cells()));
      results.add(result);
      caught.add(new Caught(
          byWeek(fold, map.order(), ofMap.cells()),
          byWeek(fold, last.order(), ofLast.cells()),
          byWeek(fold, map.order(), map.order().length),
          ofMap.areaShare(),
          ofLast.areaShare()));
    }
    return judged(results, caught, chance);
  }

  private static HotSpotAccuracy.Result accuracy(
      Parameters parameters, Fold fold, double[] surface) {
    return HotSpotAccuracy.of(new HotSpotAccuracy.Parameters(
        fold.observed(), surface, parameters.area(), fold.baseline()));
  }

  private static double[] byWeek(Fold fold, int[] order, int cells) {
    double[] sums = new double[fold.weeks().length];
    for (int week = 0; week < sums.length; week++) {
      for (int k = 0; k < cells; k++) {
        sums[week] += fold.weeks()[week][order[k]];
      }
    }
    return sums;
  }

  private static Result judged(List<FoldResult> results, List<Caught> caught, Permutations chance) {
    Sum found = sum(caught, null);
    Sum[] drawn = new Sum[chance.rounds()];
    Rounds.each(drawn.length, round -> drawn[round] = sum(caught, chance.stream(round)));
    Interval hitDifference = interval(found.hitP - found.hitB, drawn, s -> s.hitP - s.hitB);
    double peiP =
        results.stream().mapToDouble(r -> r.predicted().pei()).average().orElse(0);
    double peiB =
        results.stream().mapToDouble(r -> r.baseline().pei()).average().orElse(0);
    return new Result(
        results,
        new Score(
            interval(found.hitP, drawn, Sum::hitP), interval(found.paiP, drawn, Sum::paiP), peiP),
        new Score(
            interval(found.hitB, drawn, Sum::hitB), interval(found.paiB, drawn, Sum::paiB), peiB),
        hitDifference,
        interval(found.paiP - found.paiB, drawn, s -> s.paiP - s.paiB),
        hitDifference.low() > 0,
        warnings(caught));
  }

  /** Over all folds, of the weeks as they are, or drawn anew within each fold. */
  private static Sum sum(List<Caught> caught, @Nullable SplittableRandom random) {
    double[] sums = new double[5];
    for (Caught fold : caught) {
      int weeks = fold.all.length;
      for (int i = 0; i < weeks; i++) {
        int week = random == null ? i : random.nextInt(weeks);
        sums[0] += fold.predicted[week];
        sums[1] += fold.baseline[week];
        sums[2] += fold.all[week];
        sums[3] += fold.all[week] * fold.areaP;
        sums[4] += fold.all[week] * fold.areaB;
      }
    }
    return new Sum(sums[0] / sums[2], sums[1] / sums[2], sums[0] / sums[3], sums[1] / sums[4]);
  }

  private static Interval interval(
      double value, Sum[] drawn, java.util.function.ToDoubleFunction<Sum> figure) {
    double[] sorted = Arrays.stream(drawn)
        .mapToDouble(figure)
        .filter(drawnValue -> !Double.isNaN(drawnValue))
        .sorted()
        .toArray();
    return new Interval(value, Quantiles.of(sorted, 0.025), Quantiles.of(sorted, 0.975));
  }

  private static List<Warning> warnings(List<Caught> caught) {
    List<Warning> warnings = new ArrayList<>();
    double events =
        caught.stream().mapToDouble(fold -> Arrays.stream(fold.all).sum()).sum();
    Points.warnBelow(warnings, (int) Math.min(events, 1e9), FEWEST, "test over a longer time");
    int weeks = caught.stream().mapToInt(fold -> fold.all.length).sum();
    if (weeks < 8) {
      warnings.add(Warning.of("Only " + weeks + " weeks are tested: the intervals are rough."));
    }
    return warnings;
  }
}
