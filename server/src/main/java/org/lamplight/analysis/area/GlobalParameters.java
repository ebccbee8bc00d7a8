package org.lamplight.analysis.area;

import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.chance.Alternative;
import org.lamplight.analysis.chance.Inputs;
import org.lamplight.analysis.chance.Permutations;
import org.lamplight.fault.Fault;

/**
 * What a global statistic of autocorrelation is asked for.
 *
 * @param normality moments under normality in place of those under randomisation
 * @param permutations null for none
 */
public record GlobalParameters(
    double[] values,
    Weights weights,
    boolean normality,
    Alternative alternative,
    @Nullable Permutations permutations) {

  /** Randomisation, more alike than by chance. */
  public static GlobalParameters of(double[] values, Weights weights) {
    return new GlobalParameters(values, weights, false, Alternative.GREATER, null);
  }

  void check() {
    Inputs.requireSameLength("values", values.length, "weights", weights.size());
    Inputs.requireFinite("values", values);
    Fault.require(values.length >= 4, "values: at least 4 units are needed, better 20 or more");
    Inputs.requireVariation("values", values);
    Fault.require(
        weights.connected() >= 4,
        "weights: fewer than 4 units have neighbors; take a longer distance or more neighbors");
  }
}
