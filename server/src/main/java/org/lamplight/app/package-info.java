/** Main, commands, wiring, and all routes on one screen. */
@NullMarked
package org.lamplight.app;

import org.jspecify.annotations.NullMarked;
