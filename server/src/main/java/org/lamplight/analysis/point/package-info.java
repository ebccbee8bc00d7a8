/** Statistics of points in a plane of metres: density, clusters, near repeats, second order, accuracy of maps, time of day. */
@NullMarked
package org.lamplight.analysis.point;

import org.jspecify.annotations.NullMarked;
