/** Statistics of counts: change between periods, expected ranges, funnels, rates, empirical Bayes, harm. */
@NullMarked
package org.lamplight.analysis.change;

import org.jspecify.annotations.NullMarked;
