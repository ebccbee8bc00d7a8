/** The public's pages: HTML made on the server from a release, which a browser without JavaScript shows whole. */
@NullMarked
package org.lamplight.release.page;

import org.jspecify.annotations.NullMarked;
