/** Boxes, CRS change, grids, GeoJSON geometry. Distances are metres in a city's projected CRS. */
@NullMarked
package org.lamplight.geo;

import org.jspecify.annotations.NullMarked;
