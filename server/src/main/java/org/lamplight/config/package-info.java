/** One record of settings, read from the environment once; {@code app} hands its values down. */
@NullMarked
package org.lamplight.config;

import org.jspecify.annotations.NullMarked;
