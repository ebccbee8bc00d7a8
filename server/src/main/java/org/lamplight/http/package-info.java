/** Strict parameters, problem+json, caching headers, streaming GeoJSON; who calls and with which role. */
@NullMarked
package org.lamplight.http;

import org.jspecify.annotations.NullMarked;
