package org.lamplight.evaluation;

import static org.lamplight.fault.Fault.require;

/**
 * Weighted displacement quotient (WDQ) and its kin.
 *
 * <ul>
 *   <li><b>Input</b>: counts before and after in the treated area R, the buffer D and the comparison C, each above 0.
 *   <li><b>Output</b>: gross effect R_b - R_a; net effect R_b/C_b - R_a/C_a; buffer D_a/C_a - D_b/C_b; success R_a/C_a - R_b/C_b; WDQ their quotient;
 *       total net effect [R_b C_a/C_b - R_a] + [D_b C_a/C_b - D_a].
 *   <li><b>Errors</b>: INVALID for a count of 0, and where the treated area did not improve against the comparison: the quotient then means nothing.
 *   <li><b>Cost</b>: constant.
 * </ul>
 *
 * <p>Source: K. Bowers and S. Johnson, Journal of Quantitative Criminology 19 (2003); R. Guerette, "Analyzing crime displacement and diffusion"
 * (2009).
 */
public final class DisplacementQuotient {

  private DisplacementQuotient() {}

  /**
   * The measures; none has a standard error.
   *
   * @param reading of the quotient in words
   */
  public record Result(
      double gross,
      double net,
      double buffer,
      double success,
      double wdq,
      double tne,
      String reading) {}

  /** Works them out. */
  public static Result of(BeforeAfter treated, BeforeAfter buffer, BeforeAfter comparison) {
    for (BeforeAfter each : new BeforeAfter[] {treated, buffer, comparison}) {
      require(
          each.before() > 0 && each.after() > 0,
          "the quotient divides by each count: none of the six may be 0; take a longer time or larger areas");
    }
    double success = treated.after() / comparison.after() - treated.before() / comparison.before();
    require(
        success < 0,
        "the treated area did not improve against the comparison, so that a displacement quotient means nothing");
    double moved = buffer.after() / comparison.after() - buffer.before() / comparison.before();
    double growth = comparison.after() / comparison.before();
    double wdq = moved / success;
    return new Result(
        treated.before() - treated.after(),
        -success,
        moved,
        success,
        wdq,
        treated.before() * growth - treated.after() + buffer.before() * growth - buffer.after(),
        reading(wdq));
  }

  private static String reading(double wdq) {
    if (wdq > 1) {
      return "diffusion of benefits exceeds the effect";
    }
    if (wdq > 0) {
      return "diffusion of benefits, less than the effect";
    }
    if (wdq == 0) {
      return "neither displacement nor diffusion";
    }
    return wdq > -1 ? "displacement, less than the benefit" : "displacement outweighs the benefit";
  }
}
