/** Programs against harm, their sites and schedules. */
@NullMarked
package org.lamplight.program;

import org.jspecify.annotations.NullMarked;
