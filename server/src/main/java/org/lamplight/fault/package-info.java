/** The failures a caller can act on. */
@NullMarked
package org.lamplight.fault;

import org.jspecify.annotations.NullMarked;
