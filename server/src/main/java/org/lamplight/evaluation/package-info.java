/** Pure statistics of interventions: what changed where something was done, beside where nothing was. */
@NullMarked
package org.lamplight.evaluation;

import org.jspecify.annotations.NullMarked;
