/** Statistics of series in time: trend, season, change points, alerts. */
@NullMarked
package org.lamplight.analysis.series;

import org.jspecify.annotations.NullMarked;
