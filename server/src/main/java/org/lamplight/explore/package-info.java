/** Linked views over the incident index: counts and map bins. */
@NullMarked
package org.lamplight.explore;

import org.jspecify.annotations.NullMarked;
