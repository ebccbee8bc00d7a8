package org.lamplight.analysis.chance;

import static org.lamplight.fault.Fault.require;

import java.util.SplittableRandom;

/**
 * How often chance is asked, and the seed from which all of it follows.
 *
 * @param rounds permutations, 9 to 99,999; 999 is usual, 9,999 for reports
 * @param seed of the generator (SplittableRandom, one stream for each unit or round, whatever the number of processors)
 */
public record Permutations(int rounds, long seed) {

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  public Permutations {
    require(rounds >= 9 && rounds <= 99_999, "permutations: ask for 9 to 99,999");
  }

  /** The generator of one unit or round, the same wherever and whenever it runs. */
  public SplittableRandom stream(int number) {
    return new SplittableRandom(mix(seed + GOLDEN * (number + 1L)));
  }

  /** Permutation p of B. Phipson and G. Smyth (2010): never 0, as the observed order is one of those possible. */
  public double p(int asExtreme) {
    return (asExtreme + 1.0) / (rounds + 1.0);
  }

  /** Twice the smaller of both one-sided values, at most 1. */
  public double twoSided(int atLeast, int atMost) {
    return Math.min(1, 2 * p(Math.min(atLeast, atMost)));
  }

  /** The p value of the side that is asked for. */
  public double p(Alternative alternative, int atLeast, int atMost) {
    return switch (alternative) {
      case GREATER -> p(atLeast);
      case LESS -> p(atMost);
      case TWO_SIDED -> twoSided(atLeast, atMost);
    };
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
