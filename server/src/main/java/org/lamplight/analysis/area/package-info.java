/** Statistics of areas and their neighbors: weights, Getis-Ord, Moran, Geary, emerging hot spots. */
@NullMarked
package org.lamplight.analysis.area;

import org.jspecify.annotations.NullMarked;
