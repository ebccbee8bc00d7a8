/** Neighborhoods, divisions, beats, and their populations. */
@NullMarked
package org.lamplight.area;

import org.jspecify.annotations.NullMarked;
