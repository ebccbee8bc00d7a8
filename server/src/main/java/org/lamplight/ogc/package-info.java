/** OGC API Features over the collections of a city. */
@NullMarked
package org.lamplight.ogc;

import org.jspecify.annotations.NullMarked;
