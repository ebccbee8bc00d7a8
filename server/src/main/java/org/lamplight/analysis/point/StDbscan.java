package org.lamplight.analysis.point;

import static org.lamplight.fault.Fault.require;

import org.lamplight.analysis.chance.Inputs;

/**
 * Clusters of events that are near each other in place and in time: as {@link Dbscan}, with events near when they lie within the distance
 * and within the days of each other, both included.
 *
 * <p>Errors and cost as {@link Dbscan}; all days must be finite. Source: D. Birant and A. Kut, Data and Knowledge Engineering 60 (2007),
 * without their third distance.
 */
public final class StDbscan {

  private StDbscan() {}

  /**
   * What to cluster.
   *
   * @param points events, metres
   * @param days when each happened, days since any moment
   * @param epsMetres distance within which events are near
   * @param epsDays days within which they are; 7 is usual
   * @param minPoints events that make one of them core, itself included
   */
  public record Parameters(
      Points points, double[] days, double epsMetres, double epsDays, int minPoints) {
    public Parameters {
      points.requireMetres();
      Inputs.requireSameLength("t", days.length, "x", points.size());
      Inputs.requireFinite("t", days);
      require(epsMetres > 0 && Double.isFinite(epsMetres), "eps: must be above 0 metres");
      require(epsDays >= 0 && Double.isFinite(epsDays), "epsTime: must be at least 0 days");
      require(minPoints >= 1, "minPoints: must be at least 1");
    }
  }

  /** Clusters in place and time. */
  public static Dbscan.Result cluster(Parameters parameters) {
    Dbscan.Nearness nearness = new Dbscan.Nearness(parameters.epsMetres(), parameters.epsDays());
    return new DensityClusters(
            parameters.points(), parameters.days(), nearness, parameters.minPoints())
        .result();
  }
}
