/**
 * Pure disclosure control of count tables: which cells a publication hides, and the proof by linear programming that the hidden small
 * counts cannot be worked out from what is shown.
 *
 * <p>Literature: L. H. Cox, Suppression methodology and statistical disclosure control, JASA 75 (1980); J. P. Kelly, B. L. Golden and
 * A. A. Assad, Cell suppression: disclosure protection for sensitive tabular data, Networks 22 (1992); D. Repsilber, Preservation of
 * confidentiality in aggregated data (1994), the hypercube method; M. Fischetti and J. J. Salazar, Solving the cell suppression
 * problem on tabular data with linear constraints, Management Science 47 (2001); J. Castro, Recent advances in optimization
 * techniques for statistical tabular data protection, EJOR 216 (2012); A. Hundepool et al., Statistical Disclosure Control (2012).
 */
@NullMarked
package org.lamplight.disclosure;

import org.jspecify.annotations.NullMarked;
