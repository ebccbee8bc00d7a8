package org.lamplight.analysis.area;

import java.util.List;
import org.lamplight.analysis.chance.Warning;

/**
 * A global statistic of autocorrelation.
 *
 * @param z positive where neighbors are alike
 * @param p of the normal distribution
 * @param permutationP NaN where no permutation was asked for, as the two after it
 */
public record GlobalResult(
    double statistic,
    double expectation,
    double variance,
    double z,
    double p,
    double permutationP,
    double permutationMean,
    double permutationSd,
    List<Warning> warnings) {}
