/** What the statistics share about chance: tails, multiple tests, permutations, checks of input, warnings. */
@NullMarked
package org.lamplight.analysis.chance;

import org.jspecify.annotations.NullMarked;
