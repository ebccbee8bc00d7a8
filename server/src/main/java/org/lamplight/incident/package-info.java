/** Recorded incidents: model, store, and the columnar snapshot in memory. */
@NullMarked
package org.lamplight.incident;

import org.jspecify.annotations.NullMarked;
