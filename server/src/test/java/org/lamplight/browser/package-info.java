/** The web application in a real Chromium, against a running server. */
@NullMarked
package org.lamplight.browser;

import org.jspecify.annotations.NullMarked;
